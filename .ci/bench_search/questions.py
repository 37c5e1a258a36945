"""The questions that are asked: drawn from the documents themselves, so that each finds some."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from api.store.lexemes import fold, syllables
from bench_search.corpus import Sheet

COMMON = ("kế hoạch", "phòng", "tổ chức tuyên truyền", "báo cáo", "nông thôn mới")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in our language, and its parts for the reference."""

    kind: str
    query: str
    words: tuple[str, ...] = ()
    number: str = ""
    type: str = ""
    years: tuple[int, int] = (0, 0)


KINDS = ("words", "folded words", "phrase", "number", "fuzzy", "filtered", "by date")


def draw(sheets: list[Sheet], count: int) -> Iterator[Asked]:
    """`count` questions of each kind, in turns."""
    dice = random.Random(210)  # noqa: S311 - no secret
    for _ in range(count):
        sheet = dice.choice(sheets)
        common = dice.random() < 0.2  # noqa: PLR2004 - one in five asks for what is everywhere
        words = syllables(dice.choice(COMMON)) if common else _run(dice, sheet, dice.randint(2, 4))
        yield Asked("words", " ".join(words), words)
        folded = tuple(map(fold, words))
        yield Asked("folded words", " ".join(folded), folded)
        phrase = _run(dice, sheet, 3)
        yield Asked("phrase", f'"{" ".join(phrase)}"', phrase)
        number = sheet.header["number"]
        yield Asked("number", number.lower().replace("-", " "), number=number)
        slip = _slip(dice, max(phrase, key=len))
        yield Asked("fuzzy", " ".join((f"~{slip}", phrase[0])), (slip, phrase[0]))
        code, year = sheet.header["type"], int(sheet.header["date"][:4])
        limits = f"loại:{code} từ:{year - 1} đến:{year}"
        yield Asked("filtered", f"{' '.join(words)} {limits}", words, "", code, (year - 1, year))
        yield Asked("by date", " ".join(words), words)


def _run(dice: random.Random, sheet: Sheet, length: int) -> tuple[str, ...]:
    words = syllables(sheet.text)
    start = dice.randrange(len(words) - length)
    return words[start : start + length]


def _slip(dice: random.Random, word: str) -> str:
    folded = fold(word)
    at = dice.randrange(len(folded))
    return folded[:at] + dice.choice("bhmnt") + folded[at + 1 :]
