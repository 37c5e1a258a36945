"""What the document wants to reach, and how: the statements under Mục đích and Yêu cầu."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from rapidfuzz.distance import Levenshtein

from nlp.evidence import Leaf
from nlp.regions.region import Item
from nlp.statements.folding import fold
from nlp.statements.marked import MarkedParts, whole_leaf
from nlp.statements.outline import Outline, build_outline

Aim = Literal["purpose", "requirement", "both"]

_LONGEST_HEADING = 60
_HEADINGS = re.compile(
    r"""^(?P<purpose>muc\s+dich(?:\s*,?\s*(?:va\s+)?(?:y\s+nghia|muc\s+(?:dich|tieu)))*)?
        (?P<joint>\s*(?:,|va|-|–|;|/|\.)?\s*)
        (?P<requirement>yeu\s+cau)?
        (?P<tail>\s*(?:chung|cu\s+the|cua\s+.{3,40})?)\s*[:.]?$""",
    re.VERBOSE,
)
_OF_WHAT = re.compile(r"^muc\s+dich(?!.*yeu\s+cau)\s+(?:cua\s+)?(?:viec\s+)?[^.;]{3,50}:?$")
_FORMS: Mapping[str, Aim] = {
    "muc dich yeu cau": "both",
    "muc dich va yeu cau": "both",
    "muc dich": "purpose",
    "muc dich y nghia": "purpose",
    "yeu cau": "requirement",
}
_LEAST_ALIKE = 0.85


def find_aims(marked: MarkedParts) -> tuple[tuple[Leaf[str], ...], tuple[Leaf[str], ...]]:
    """The purposes and the requirements, each in the order of the document."""
    outline = build_outline(marked.items)
    found: dict[str, list[Leaf[str]]] = {"purpose": [], "requirement": []}
    for index in range(len(outline.items)):
        aim = _aim_above(outline, index)
        if aim is not None and _is_statement(outline, index):
            kind = "requirement" if aim == "requirement" else "purpose"
            found[kind].append(_statement(outline, index, f"aim.{aim}"))
    return tuple(found["purpose"]), tuple(found["requirement"])


def parse_aim_heading(text: str) -> Aim | None:
    """What a heading promises below it.

    >>> parse_aim_heading("MỤC ĐÍCH, YÊU CẦU"), parse_aim_heading("Yêu cầu")
    ('both', 'requirement')
    """
    folded = fold(text.strip())
    if len(folded) >= _LONGEST_HEADING:
        return None
    found = _HEADINGS.match(folded)
    if found is None:
        return "purpose" if _OF_WHAT.match(folded) else _nearly(folded)
    purpose, requirement = found["purpose"], found["requirement"]
    if purpose and requirement:
        return "both"
    return "purpose" if purpose else "requirement" if requirement else None


def _nearly(folded: str) -> Aim | None:
    """What a heading with damaged letters most likely promises."""
    words = " ".join(re.findall(r"\w+", folded))
    for form, aim in _FORMS.items():
        if Levenshtein.normalized_similarity(form, words) >= _LEAST_ALIKE:
            return aim
    return None


def _aim_above(outline: Outline, index: int) -> Aim | None:
    """The nearest heading of an aim above the item."""
    for ancestor in outline.ancestors(index):
        aim = parse_aim_heading(outline.items[ancestor].text)
        if aim is not None:
            return aim
    return None


def _is_statement(outline: Outline, index: int) -> bool:
    """Whether the item is a statement of its own: no heading, no sub-bullet of one, no table."""
    item = outline.items[index].item
    if item.table is not None or not item.passage.text or parse_aim_heading(item.passage.text):
        return False
    if _introduces(outline, index):
        return False
    return item.parent < 0 or not _is_plain_statement(outline, item.parent)


def _is_plain_statement(outline: Outline, index: int) -> bool:
    text = outline.items[index].text
    return parse_aim_heading(text) is None and not _introduces(outline, index)


def _introduces(outline: Outline, index: int) -> bool:
    """Whether the item only opens the list below it."""
    item = outline.items[index].item
    below = outline.children[index]
    if not below:
        return item.passage.text.endswith(":") and _is_followed_by_list(outline, index)
    is_list = any(outline.items[child].item.marker not in {"+", "*"} for child in below)
    return is_list and (item.is_heading or item.passage.text.endswith(":"))


def _is_followed_by_list(outline: Outline, index: int) -> bool:
    following = next(outline.following_siblings(index), None)
    return following is not None and bool(outline.items[following].item.marker)


def _statement(outline: Outline, index: int, rule: str) -> Leaf[str]:
    """The text of the item with its sub-bullets."""
    passage = outline.items[index].item.passage
    parts = [passage.text, *_sub_bullets(outline, index)]
    return whole_leaf(passage, strip_end(" ".join(parts)), rule)


def _sub_bullets(outline: Outline, index: int) -> Iterator[str]:
    for below in outline.descendants(index):
        yield label_of(outline.items[below].item)


def label_of(item: Item) -> str:
    """A sub-bullet as it is written into the text of its bullet."""
    return f"{item.marker} {item.passage.text}".strip()


def strip_end(text: str) -> str:
    """A statement without the mark that closes it."""
    return text.strip().rstrip(" .;,:").removesuffix("./").rstrip(" .;,:/")
