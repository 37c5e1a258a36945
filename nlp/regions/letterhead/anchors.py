"""The lines that tell a letterhead: motto, number, place and date."""

import re
from typing import Final

from nlp.regions.printed.rows import Row
from nlp.regions.printed.text import fold, letter_count, likeness

_MOTTOES: Final = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
)
_NUMBER: Final = re.compile(
    r"^\W{0,3}s[o06]{1,2}\s?[:.;,]|^s[o06]\s*\d+|^s[o06]\s+\d*\s*[-/]|^\W?s[o06].{0,8}/[a-z]"
)
_SYMBOL: Final = re.compile(r"[/-]\s*[A-ZĐÐ][\w&-]*[A-ZĐÐ]")
_LIKE: Final = 0.72
_LONGEST_NUMBER: Final = 45
_LONGEST_DATE: Final = 70
_DATE: Final = re.compile(r"ngay.*thang.*nam|ngay.*thang.*\d{4}|ngay.*nam\s*\d{4}")


def motto_likeness(text: str) -> float:
    """How like the text is to one of the mottoes, in [0, 1]."""
    return max(likeness(text, motto) for motto in _MOTTOES)


def is_motto(row: Row) -> bool:
    """Whether a row is quốc hiệu, tiêu ngữ or the name of the party, damage aside."""
    return motto_likeness(row.text) >= _LIKE


def is_number(row: Row) -> bool:
    """Whether a row opens with `Số:` and says little else."""
    short = letter_count(row.text) < _LONGEST_NUMBER
    return short and bool(_NUMBER.search(fold(row.text)))


def has_symbol(row: Row) -> bool:
    """Whether a row holds a symbol such as /KH-UBND or -NQ/TU."""
    return bool(_SYMBOL.search(row.text))


def is_date(row: Row) -> bool:
    """Whether a row is short and holds ngày … tháng … năm …."""
    return len(row.text) < _LONGEST_DATE and bool(_DATE.search(fold(row.text)))
