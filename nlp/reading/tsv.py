"""Tesseract's table of words."""

from typing import Final

from nlp.reading.engine import Layout, OcrWord

WORD_LEVEL: Final = "5"
SEGMENTATION: Final[dict[Layout, int]] = {"page": 3, "block": 6, "line": 7, "sparse": 11}
_COLUMNS: Final = 12


def parse_tsv(table: str) -> tuple[OcrWord, ...]:
    """The words of a table as Tesseract writes it: twelve columns, with or without a header."""
    words: list[OcrWord] = []
    lines: dict[tuple[str, ...], int] = {}
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) != _COLUMNS or cells[0] != WORD_LEVEL or not cells[11].strip():
            continue
        left, top, width, height = (int(cell) for cell in cells[6:10])
        line = lines.setdefault(tuple(cells[1:5]), len(lines))
        confidence = min(max(float(cells[10]) / 100, 0.0), 1.0)
        words.append(
            OcrWord(cells[11].strip(), left, top, left + width, top + height, confidence, line)
        )
    return tuple(words)
