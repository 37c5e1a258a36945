"""Words of the page that stand in black stamps, told from those of the stamps themselves."""

import unicodedata
from collections.abc import Sequence
from typing import Final

from nlp.geometry import Box
from nlp.reading.page import Frame, Word
from nlp.reading.rows import split_rows

ARRIVAL_LABELS: Final = frozenset(("den", "huyen", "chuyen"))
FIELD_LABELS: Final = frozenset(("so", "ngay", "luu", "ho", "hs"))
_SAME_SPOT: Final = 0.5
_NEAR: Final = 10.0  # points: the same word so near is the same
_PRINTED: Final = 0.8  # confidence of a word that no pen wrote


def without_stamped(
    words: Sequence[Word], stamps: Sequence[Frame], bleached: Sequence[Box] = ()
) -> list[Word]:
    """The words of the page without those of black stamps.

    A word in a stamp is the page's own where its row goes on outside the stamp and the reading of
    the stamp alone has no word at its place. In a stamp which was `bleached` before the page was
    read all that is surely read is the page's, and the stamp alone is read with that print.
    """
    if not stamps:
        return list(words)
    kept: list[Word] = []
    for row in split_rows(words):
        inside = [_is_in([stamp.box for stamp in stamps], word) for word in row]
        is_own = 2 * sum(inside) <= len(row)
        kept += [
            word
            for word, stamped in zip(row, inside, strict=True)
            if not stamped
            or (
                is_own or is_sure_print(word)
                if _is_in(bleached, word)
                else is_own and not _is_read_in(stamps, word)
            )
        ]
    return kept


def is_sure_print(word: Word) -> bool:
    """Whether a word is read too surely to be a pen's, and is no label of a stamp."""
    bare = bare_letters_of(word.text)
    return (
        word.confidence >= _PRINTED and len(bare) > 1 and bare not in ARRIVAL_LABELS | FIELD_LABELS
    )


def _is_in(boxes: Sequence[Box], word: Word) -> bool:
    return any(box.contains(*word.box.center) for box in boxes)


def _is_read_in(stamps: Sequence[Frame], word: Word) -> bool:
    """Whether a stamp, read by itself, has a word where this one stands, or the same beside it."""
    near = word.box.expanded(_NEAR)
    return any(
        word.box.overlap(own.box) > _SAME_SPOT
        or (
            bare_letters_of(own.text) == bare_letters_of(word.text) != ""
            and near.contains(*own.box.center)
        )
        for stamp in stamps
        for line in stamp.lines
        for own in line.words
    )


def bare_letters_of(text: str) -> str:
    """The letters of a word, small and without marks."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in plain if letter.isalpha())
