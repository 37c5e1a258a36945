"""The duties that stand as bullets or paragraphs below a governor."""

import re
from collections.abc import Iterator

from nlp.statements.duties.actions import find_action, opens_with_action
from nlp.statements.duties.assignment import acts
from nlp.statements.duties.chain import extended, parse_chain
from nlp.statements.duties.governors import Governor
from nlp.statements.duties.refusals import (
    agrees,
    grants_rest,
    introduces_list,
    is_basis,
    is_conditional,
    is_enactment,
    names_member,
    names_thing,
    says_nothing,
    tells_how_it_works,
    warns,
)
from nlp.statements.duties.topics import topics_below
from nlp.statements.marked import MarkedPassage
from nlp.statements.outline import Outline

_LEAST = 12
_SUB_BULLETS = frozenset("+*•o")
_TOPIC = re.compile(r"^(?:về|đối\s+với)\b", re.IGNORECASE)
_LONGEST_TITLE = 100
_LABEL = re.compile(r"[^:.;]{2,40}:\s")
_DUTIES_FOLLOW = re.compile(
    r"(?:nội\s+dung|nhiệm\s+vụ|công\s+việc|giải\s+pháp|biện\s+pháp|công\s+tác|việc|khâu)"
    r"(?:\s+(?:chủ\s+yếu|trọng\s+tâm|cụ\s+thể|chính))?(?:\s+như)?(?:\s+(?:sau|sau\s+đây))?\s*:\s*$"
    r"|(?:yêu\s+cầu|đề\s+nghị|giao)\s[^.;:]{3,120}\sthực\s+hiện(?:\s+như\s+sau)?\s*:\s*$",
    re.IGNORECASE,
)


_OPENS_WITH_TIME = re.compile(
    r"(?:(?:sáng|chiều|tối)\b|(?:từ|lúc|vào\s+lúc)?\s*\d{1,2}\s*(?:giờ|h\d|h\s|g\d))",
    re.IGNORECASE,
)


def is_own_duty(outline: Outline, index: int, governor: Governor) -> bool:
    """Whether the item is one duty of its own, with the sub-bullets that belong to it."""
    item = outline.items[index].item
    text = item.passage.text.strip()
    if item.table is not None or len(text) < _LEAST or _refused(text):
        return False
    if is_sub_bullet(outline, index) or _only_introduces(outline, index):
        return False
    if not governor.units and _OPENS_WITH_TIME.match(text):  # what will happen, hour by hour
        return False
    if governor.is_heading:
        return governor.is_sure or not (names_thing(text) or _only_labels(text))
    return (bool(item.marker) and not names_thing(text)) or opens_with_action(text)


def _only_labels(text: str) -> bool:
    """Whether a bullet gives a thing its label: `Pháp nhân: Giấy chứng nhận đủ điều kiện`."""
    return _LABEL.match(text) is not None and find_action(text, 0) is None


_REFUSALS = (
    agrees, grants_rest, is_basis, is_conditional, is_enactment, names_member, says_nothing,
    tells_how_it_works, warns,
)  # fmt: skip


def _refused(text: str) -> bool:
    return any(refuses(text) for refuses in _REFUSALS)


def is_sub_bullet(outline: Outline, index: int) -> bool:
    """Whether the item only goes on with the bullet above it."""
    item = outline.items[index].item
    if item.parent < 0 or item.marker not in _SUB_BULLETS | {"-"}:
        return False
    parent = outline.items[item.parent].item
    text = parent.passage.text.rstrip()
    if item.marker in _SUB_BULLETS:
        is_work = opens_with_action(item.passage.text) or _names_and_acts(
            outline.items[index].marked
        )
        is_thing = not is_work and opens_with_action(text)
        if not parent.marker:  # a paragraph between two numbers that says what to do
            return opens_with_action(text) and _lists_things(outline, item.parent)
        return not (
            (_DUTIES_FOLLOW.search(text) and not is_thing) or _is_title(outline, item.parent)
        )
    return (
        text.endswith(":")
        and not _is_title(outline, item.parent)
        and _lists_things(outline, item.parent)
    )


def _is_title(outline: Outline, index: int) -> bool:
    item = outline.items[index].item
    text = item.passage.text.strip()
    if opens_with_action(text):
        return False
    return item.is_heading or len(text) < _LONGEST_TITLE


def _lists_things(outline: Outline, index: int) -> bool:
    """Whether the bullets below a duty name things or places, not further duties."""
    if _DUTIES_FOLLOW.search(outline.items[index].text):
        return False
    below = [outline.items[child].marked for child in outline.children[index]]
    acting = [opens_with_action(each.text) or _names_and_acts(each) for each in below]
    return not acting[0] and sum(acting) * 2 <= len(below)  # damage may hide what the first does


def _names_and_acts(marked: MarkedPassage) -> bool:
    """Whether a bullet opens with a unit and tells behind it what to do, damage between them."""
    chain = parse_chain(marked, 0, "duty.bullet")
    if chain is None:
        return False
    longer = extended(marked, chain, "duty.bullet")
    return acts(marked.text, longer.end) or find_action(marked.text, longer.end) is not None


def _only_introduces(outline: Outline, index: int) -> bool:
    """Whether the item is a title or an opening of the list below it."""
    item = outline.items[index].item
    text = item.passage.text.strip()
    below = [child for child in outline.children[index] if not is_sub_bullet(outline, child)]
    if not below:
        return text.endswith(":") and introduces_list(text) and not outline.children[index]
    if text.endswith(":") or item.is_heading or _TOPIC.match(text):
        return True
    is_short = len(text) < _LONGEST_TITLE and not text.endswith((".", ";", "./."))
    return is_short and not opens_with_action(text)


def full_text(outline: Outline, index: int) -> str:
    """The text of a duty with its sub-bullets, each behind its mark."""
    return " ".join([outline.items[index].text.rstrip(), *_below(outline, index)])


def _below(outline: Outline, index: int) -> Iterator[str]:
    topics = topics_below(outline, index)
    for child in topics or outline.children[index]:
        if topics or is_sub_bullet(outline, child):
            item = outline.items[child].item
            yield f"{item.marker} {item.passage.text}".strip()
            yield from _below(outline, child)
