"""Units that no lexicon knows, told by the first words of their names and by what parts them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from nlp.evidence import Leaf
from nlp.lexicon.schema import load_lexicon
from nlp.spans.span import AgencyMention
from nlp.statements.folding import fold
from nlp.statements.marked import MarkedPassage
from nlp.statements.naming import mend_levels

GUESSED = 0.6
"""How sure a name is that no lexicon knows."""
_BETWEEN = re.compile(r"\s*;\s*(?:và\s+)?|\s*,\s*(?:và\s+)?|\s+và\s+", re.IGNORECASE)


def guess_units(marked: MarkedPassage, start: int, end: int, rule: str) -> tuple[Leaf[str], ...]:
    """The units of text[start:end] by its separators alone, less sure than by their names."""
    units = []
    position = start
    for separator in [*_separators(marked, start, end), None]:
        stop = separator.start() if separator else end
        part = marked.text[position:stop]
        if part.strip(" .:;,-"):
            lead = len(part) - len(part.lstrip(" -+"))
            body = part.strip(" .:;,-+")
            at = position + lead
            units.append(marked.leaf(mend_levels(body), at, at + len(body), rule, GUESSED))
        position = separator.end() if separator else end
    return tuple(units)


def _separators(marked: MarkedPassage, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where one unit ends and another begins: at semicolons, else before the head of a name."""
    for found in _BETWEEN.finditer(marked.text, start, end):
        if _is_inside(marked, found):
            continue
        if ";" in found.group() or opens_name(marked.text[found.end() : end]):
            yield found


def _is_inside(marked: MarkedPassage, separator: re.Match[str]) -> bool:
    """Whether a separator belongs to one name: `Văn phòng HĐND và UBND`."""
    return any(
        span.start < separator.start() and separator.end() < span.end
        for span in marked.agencies
        if isinstance(span.value, AgencyMention) and span.value.kind != "group"
    )


def opens_name(text: str) -> bool:
    """Whether a text begins as the names of units do.

    >>> opens_name("các phòng chuyên môn"), opens_name("Đào tạo")
    (True, False)
    """
    words = re.findall(r"\w+", fold(text[:60]))
    return any(" ".join(words[:size]) in _heads() for size in range(1, 5))


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    """First words of organs, groups, posts and people, without marks."""
    lexicon = load_lexicon()
    heads = {fold(word) for row in lexicon.head for word in row.words}
    heads |= {fold(word) for row in (*lexicon.post, *lexicon.person) for word in row.words}
    return frozenset(heads | {"cac", "toan the", "lanh dao", "nguoi dung dau", "can bo", "quy"})
