"""The units of a text that names nothing else, such as a cell of a table."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from nlp.evidence import Leaf
from nlp.reading.page import PlacedWord
from nlp.statements.duties.chain import covers, parse_chain
from nlp.statements.duties.guessed import guess_units, opens_name
from nlp.statements.marked import MarkedPassage

_LEAST_NAME = 3  # words of a name that is whole: Thanh tra Sở, no Văn phòng alone
_JOINING = (",", "-", "–", "và", "của", "thuộc", "&")


def split_units(marked: MarkedPassage, rule: str) -> tuple[Leaf[str], ...]:
    """All units of a cell: one under another, else by their names, else by what parts them."""
    starts = tuple(_starts(marked))
    if starts:
        ends = (*starts, len(marked.text))
        pieces = (guess_units(marked, *piece, rule) for piece in pairwise((0, *ends)))
        return tuple(unit for units in pieces for unit in units)
    chain = parse_chain(marked, 0, rule)
    if chain is not None and covers(chain, marked.text):
        return chain.units
    return guess_units(marked, 0, len(marked.text), rule)


def _starts(marked: MarkedPassage) -> Iterator[int]:
    """Where another unit begins on a line of its own, though the line above had room for it."""
    lines = _lines(marked.passage.words)
    widest = max((_width(line) for line in lines), default=0.0)
    for above, line in pairwise(lines):
        first = line[0]
        room = widest - _width(above)
        is_name = marked.text[first.start].isupper() and opens_name(marked.text[first.start :])
        is_whole = not marked.text[: first.start].rstrip().endswith(_JOINING)
        if is_name and is_whole and len(above) >= _LEAST_NAME and room > first.word.box.width:
            yield first.start


def _lines(words: Sequence[PlacedWord]) -> list[list[PlacedWord]]:
    lines: list[list[PlacedWord]] = []
    for placed in words:
        last = lines[-1][-1].word.box if lines else None
        if last is None or placed.word.box.center[1] > last.bottom:
            lines.append([])
        lines[-1].append(placed)
    return lines


def _width(line: Sequence[PlacedWord]) -> float:
    return line[-1].word.box.x1 - line[0].word.box.x0
