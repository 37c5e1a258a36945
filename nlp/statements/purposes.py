"""What the document wants to reach, and how: the statements under Mục đích and Yêu cầu."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from rapidfuzz.distance import Levenshtein

from nlp.evidence import Leaf
from nlp.lexicon.schema import load_lexicon
from nlp.regions.region import Item
from nlp.spans.span import Span
from nlp.spans.tokens import Phrases, Tokens, low_at, tokenize
from nlp.statements.folding import fold
from nlp.statements.marked import MarkedParts, whole_leaf
from nlp.statements.outline import Outline, build_outline

Aim = Literal["purpose", "requirement", "both"]

_LONGEST_HEADING = 60
_HEADINGS = re.compile(
    r"""^(?P<purpose>muc\s+(?:dich|tieu(?=\W+(?:va\s+)?yeu\s+cau))(?:\s*,?\s*(?:va\s+)?(?:y\s+nghia|muc\s+(?:dich|tieu)))*)?
        (?P<joint>\s*(?:,|va|-|–|;|/|\.)?\s*)
        (?P<requirement>yeu\s+cau)?
        (?P<tail>\s*(?:chung|cu\s+the|cua\s+.{3,40})?)\s*[:.]?$""",
    re.VERBOSE,
)
_RUN_IN = re.compile(
    r"(?:(?P<purpose>mục\s+(?:đích|tiêu)(?:\s*,\s*ý\s+nghĩa)?)|yêu\s+cầu)(?:\s+chung)?\s*:\s+(?=\S)",
    re.IGNORECASE,
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


_LEAST_WORDS = 3
_STATED = 0.6
"""How sure it is that a clause of a sentence is what the whole document is for."""
_CUES = Phrases(load_lexicon().phrases("aim"))
_POINTS_BACK = Phrases(load_lexicon().phrases("aim_of_before"))


def find_stated_aims(marked: MarkedParts) -> tuple[Leaf[str], ...]:
    """What a document without a heading for it is for, as its opening sentences state it.

    `Để chủ động phòng dịch, UBND xã yêu cầu …`: the clause that ends where who orders is named.
    """
    found = []
    for item in marked.items:
        if item.item.marker or item.item.is_heading or item.item.table is not None:
            continue
        clause = aim_clause(item.text, item.marked.agencies)
        if clause is not None:
            found.append(item.marked.text_leaf(*clause, "aim.stated", _STATED))
    return tuple(found)


def aim_clause(text: str, agencies: Sequence[Span]) -> tuple[int, int] | None:
    """Where the first clause of an aim begins and ends in a text; None where there is none."""
    tokens = tokenize(text)
    for index in range(len(tokens)):
        cue = _CUES.match(tokens, index)
        if cue is None or not _opens_clause(tokens, index) or cue[0] == len(tokens):
            continue
        start = tokens[cue[0]].start
        end = next((at for span in agencies if (at := _end_before(text, start, span))), None)
        if end is not None and _says_something(text[start:end]):
            return start, end
    return None


def _opens_clause(tokens: Tokens, index: int) -> bool:
    return index == 0 or low_at(tokens, index - 1) in {".", ",", ";"}


def _end_before(text: str, start: int, organ: Span) -> int | None:
    """Where the clause ends that this organ closes as the subject of what follows."""
    between = text[start : organ.start]
    follows = text[organ.end :].lstrip()
    is_subject = between.rstrip().endswith(",") and follows[:1].islower()
    if organ.start <= start or not is_subject or ". " in between:
        return None
    return start + len(between.rstrip().rstrip(","))


def _says_something(clause: str) -> bool:
    tokens = tokenize(clause)
    ends = (_POINTS_BACK.match(tokens, index) for index in range(len(tokens)))
    return len(tokens) >= _LEAST_WORDS and not any(end and end[0] == len(tokens) for end in ends)


def find_aims(marked: MarkedParts) -> tuple[tuple[Leaf[str], ...], tuple[Leaf[str], ...]]:
    """The purposes and the requirements, each in the order of the document."""
    outline = build_outline(marked.items)
    found: dict[str, list[Leaf[str]]] = {"purpose": [], "requirement": []}
    for index, item in enumerate(outline.items):
        aim = _aim_above(outline, index)
        run = _RUN_IN.match(item.text) if aim == "both" else None
        if run:  # 1. Mục đích: nâng cao nhận thức của người dân
            kind = "purpose" if run["purpose"] else "requirement"
            end = len(item.text.rstrip(" .;/"))
            found[kind].append(item.marked.text_leaf(run.end(), end, "aim.run_in"))
            continue
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
    """The nearest heading of an aim above the item; none behind another part of a divided one."""
    below = index
    for ancestor in outline.ancestors(index):
        aim = parse_aim_heading(outline.items[ancestor].text)
        if aim is not None:
            return None if aim == "both" and _is_other_part(outline, ancestor, below) else aim
        below = ancestor
    return None


def _is_other_part(outline: Outline, heading: int, part: int) -> bool:
    """Whether `3. Đối tượng` follows `1. Mục đích`, `2. Yêu cầu` under a heading of both."""
    parts = [outline.items[child] for child in outline.children[heading] if child <= part]
    is_divided = any(parse_aim_heading(each.text) for each in parts)
    return is_divided and outline.items[part].item.is_heading


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
