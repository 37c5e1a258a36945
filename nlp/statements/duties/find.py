"""All duties of a directive, in the order in which it lays them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.evidence import Leaf
from nlp.statements.duties.actions import opens_with_action
from nlp.statements.duties.assignment import Assignment, Setting
from nlp.statements.duties.bullets import full_text, is_own_duty, is_sub_bullet
from nlp.statements.duties.details import find_details, split_support
from nlp.statements.duties.governors import Governor, find_governors
from nlp.statements.duties.guessed import opens_name
from nlp.statements.duties.labelled import find_labelled, is_label
from nlp.statements.duties.laid import PROPOSED
from nlp.statements.duties.paragraph import find_assignments
from nlp.statements.duties.sections import Place, find_place
from nlp.statements.duties.tables import find_table_duties
from nlp.statements.duties.topics import is_topic, topics_below
from nlp.statements.duties.units import agree_units
from nlp.statements.marked import MarkedParts, MarkedPassage
from nlp.statements.outline import Outline, build_outline
from nlp.statements.statement import Duty, Header

_ORDERS = {"CT", "CĐ", "TB", "KL"}
_LETTERS = {"CV", "TB", "CĐ", "PC", "GM"}
_REPORTS = {"BC", "TTr", "BB"}
_LED_ALONE = re.compile(r"\s*chủ\s+trì,?\s+(?!phối)", re.IGNORECASE)
_LED_WITH = re.compile(
    r"\s*(?:là\s+(?:cơ\s+quan|đơn\s+vị)\s+)?chủ\s+trì\s*,?\s*(?:và\s+)?"
    r"(?=phối\s+hợp|cùng(?:\s+với)?\s|với\s)",
    re.IGNORECASE,
)
_SHORT_ADDRESS = re.compile(
    r"\s*(?:kính\s+)?(?:đề\s+nghị|yêu\s+cầu|giao)\s+(?:quý\s+)?"
    r"(?:Sở|Phòng|Ban|Bộ|Trung\s+tâm|Hội|Trường|Công\s+ty|đơn\s+vị|cơ\s+quan)\s+",
    re.IGNORECASE,
)
_ORDERS_BELOW = re.compile(
    r"\b(?:ý\s+kiến(?:\s+chỉ\s+đạo)?|chỉ\s+đạo|yêu\s+cầu|đề\s+nghị|kết\s+luận)\b[^:;.]{0,60}:\s*$",
    re.IGNORECASE,
)
"""The end of a paragraph behind which orders stand, also without markers."""
_SECTION = re.compile(r"[A-ZĐ]{1,5}\.?")
"""The marker of a section: `B.`, `III.`"""
_APART = re.compile(r"^(?:riêng(?:\s+đối\s+với)?|đối\s+với)$", re.IGNORECASE)
_EACH = re.compile(
    r"(?:mỗi|từng)\s+(?:cơ\s+quan|đơn\s+vị|địa\s+phương|ngành|tổ\s+chức)$", re.IGNORECASE
)
"""Units named above once more: `Mỗi đơn vị thành lập một đội`."""
_REQUIRES = re.compile(r"yêu\s+cầu\b", re.IGNORECASE)
_OUTSIDERS = re.compile(
    r"(?:(?:các|những|mọi|từng)\s+)?(?:tổ\s+chức|cá\s+nhân|doanh\s+nghiệp|hộ|chủ|người|nhà\s+(?:thầu|đầu)"
    r"|công\s+ty|đơn\s+vị\s+(?:thi|tư|khai|vận)|cơ\s+sở\s+(?:sản|kinh|khai|chế|chăn))\b"
)


def find_duties(marked: MarkedParts, header: Header) -> tuple[Duty, ...]:
    """The duties by headings, sentences, introductions and tables."""
    outline = build_outline(marked.items)
    places = tuple(find_place(outline, index) for index in range(len(outline.items)))
    settings = tuple(_settings(outline, places, header))
    governors = find_governors(outline, settings)
    headings = {governor.index for governor in governors if governor and governor.is_heading}
    duties: list[Duty] = []
    for index, (place, setting, governor) in enumerate(
        zip(places, settings, governors, strict=True)
    ):
        if not place.is_aim and index not in headings:
            duties += _of_item(outline, index, setting, governor)
    laid = tuple(_addressed(duty, header) for duty in duties)
    return agree_units(laid, marked)


def _settings(outline: Outline, places: tuple[Place, ...], header: Header) -> Iterator[Setting]:
    """What must be known of each item: behind an order of a letter each unit has its own duty."""
    kind = header.type.value if header.type else None
    has_ordered = False
    for index, place in enumerate(places):
        setting = _setting(outline, index, place, header)
        if has_ordered and not (place.is_told or place.is_procedure):
            setting = replace(setting, allows_openers=True)
        yield setting
        if not has_ordered and kind in _ORDERS | _LETTERS:
            has_ordered = bool(find_assignments(outline.items[index].marked, setting))


def _setting(outline: Outline, index: int, place: Place, header: Header) -> Setting:
    item = outline.items[index].item
    unknown = "CV" if header.addressees else None  # a letter whose head is lost
    kind = header.type.value if header.type else unknown
    stands_below = bool(item.marker) or item.parent >= 0
    has_begun = any(
        above.item.marker or _ORDERS_BELOW.search(above.text) for above in outline.items[:index]
    )
    return Setting(
        issuers=tuple(leaf.value for leaf in (header.issuer, header.parent) if leaf),
        allows_openers=(stands_below or has_begun)
        and (kind not in _REPORTS or place.is_planned)
        and not (place.is_told or place.is_procedure),
        allows_unnamed=kind == "CV" or (kind in _LETTERS and bool(header.addressees)),
        is_closing=not stands_below,
        expects_duties=stands_below and (kind in _ORDERS or place.is_implementation),
        is_told=kind in _REPORTS and not place.is_ordered,
        addressees=tuple(leaf.value for leaf in header.addressees),
        is_letter=kind in _LETTERS and not (place.is_told or place.is_procedure),
    )


def _of_item(
    outline: Outline, index: int, setting: Setting, governor: Governor | None
) -> Iterator[Duty]:
    item = outline.items[index]
    if item.item.table is not None:
        yield from find_table_duties(item, outline.path(index))
        return
    labelled = None if setting.is_told else find_labelled(outline, index)
    if labelled is not None:
        yield labelled
    elif not _is_part(outline, index, governor):
        yield from _laid(outline, index, setting, governor)


def _is_part(outline: Outline, index: int, governor: Governor | None) -> bool:
    """Whether a line belongs to the duty above it, or only opens the list below it."""
    is_below = governor is not None and (is_sub_bullet(outline, index) or is_topic(outline, index))
    return is_label(outline, index) or is_below or _opens_list(outline, index)


def _laid(
    outline: Outline, index: int, setting: Setting, governor: Governor | None
) -> Iterator[Duty]:
    """The duties that the sentences of a line lay, else the one that its heading lays."""
    item = outline.items[index]
    found = find_assignments(item.marked, setting)
    if governor is not None:
        found = tuple(each for each in found if _overrules(item.marked, each, governor))
    if found:
        if governor is not None and _says_its_own(outline, index, found[0].begin, governor):
            yield _governed(outline, index, governor, found[0].begin)
        for assignment in found:
            yield _assigned(outline, index, assignment)
    elif governor is not None and is_own_duty(outline, index, governor):
        yield _governed(outline, index, governor)


def _says_its_own(outline: Outline, index: int, end: int, governor: Governor) -> bool:
    """Whether sentences before those that name other units tell a duty of the heading's own."""
    before = outline.items[index].text[:end].rstrip()
    is_told = before.endswith(".") and opens_with_action(before)
    return is_told and is_own_duty(outline, index, governor)


def _opens_list(outline: Outline, index: int) -> bool:
    """Whether the line ends in a colon, or is a heading, and duties of their own follow it."""
    item = outline.items[index]
    below = outline.children[index]
    has_duties = any(not is_sub_bullet(outline, child) for child in below)
    if item.text.rstrip().endswith(":"):
        return not topics_below(outline, index) and (not below or has_duties)
    are_headings = all(outline.items[child].item.is_heading for child in below)
    if below and are_headings and _SECTION.fullmatch(item.item.marker):
        return True
    return item.item.is_heading and has_duties and not item.text.rstrip().endswith((".", ";"))


def _overrules(marked: MarkedPassage, assignment: Assignment, governor: Governor) -> bool:
    """Whether a sentence lays its duty on its own unit though its heading names another.

    What a unit is to hand on to its own people stays its duty: `Phân công hội viên giúp đỡ …`.
    """
    before = _APART.sub("", marked.text[: assignment.begin].strip())
    is_same = all(_EACH.match(unit.value) for unit in assignment.units)
    if governor.units and (is_same or assignment.rule == PROPOSED):
        return False
    if not before and _asks_outsiders(marked, assignment, governor):
        return False
    if (
        not before
        and _hands_on(marked, assignment, before)
        and not _asks_organ(governor, assignment)
    ):
        return False
    if not assignment.units or not governor.is_heading:
        return bool(assignment.units)
    if governor.units and not before.endswith(".") and _hands_on(marked, assignment, before):
        return False
    return not before or assignment.is_ordered


def _asks_organ(governor: Governor, assignment: Assignment) -> bool:
    """Whether an organ is asked by its name below a line that only opens the list."""
    name = assignment.units[0].value if assignment.units else ""
    return not governor.is_heading and name[:1].isupper() and opens_name(name)


def _asks_outsiders(marked: MarkedPassage, assignment: Assignment, governor: Governor) -> bool:
    """Whether a unit's bullet opens with what it is to require: `Yêu cầu các chủ đầu tư …`."""
    if not (governor.is_heading and governor.units and assignment.units):
        return False
    asks = _REQUIRES.match(marked.text, assignment.begin) is not None
    return asks and all(_OUTSIDERS.match(unit.value) for unit in assignment.units)


def _hands_on(marked: MarkedPassage, assignment: Assignment, before: str) -> bool:
    if before:
        return assignment.rule in {"duty.laid", "duty.guessed"}
    names = {marked.text[span.start : span.end] for span in marked.agencies}
    is_unknown = all(unit.value not in names for unit in assignment.units)
    return assignment.rule == "duty.laid" and is_unknown and not assignment.is_led


def _assigned(outline: Outline, index: int, found: Assignment) -> Duty:
    marked = outline.items[index].marked
    details = find_details(marked, found.start, found.end)
    text = full_text(outline, index)
    is_last = found.end >= len(marked.text.rstrip())
    action = text[found.start :] if is_last else text[found.start : found.end]
    return Duty(
        action=marked.leaf(_clean(action), found.start, found.end, found.rule),
        lead=found.units,
        support=_joined(found.support, details.support),
        deadline=details.deadline,
        report_to=details.report_to,
        deliverable=details.deliverable,
        section=outline.path(index),
        deadline_text=details.deadline_text,
    )


def _governed(outline: Outline, index: int, governor: Governor, stop: int | None = None) -> Duty:
    """The duty of a line below its heading, up to `stop` where other units get theirs."""
    marked = outline.items[index].marked
    support, start = _opening_support(marked)
    end = len(marked.text) if stop is None else stop
    details = find_details(marked, start, end)
    text = full_text(outline, index)[start:] if stop is None else marked.text[start:end]
    return Duty(
        action=marked.leaf(_clean(text), start, end, "duty.bullet"),
        lead=governor.units,
        support=_joined(support, details.support, governor.support),
        deadline=details.deadline,
        report_to=details.report_to,
        deliverable=details.deliverable,
        section=outline.path(index),
        deadline_text=details.deadline_text,
    )


def _opening_support(marked: MarkedPassage) -> tuple[tuple[Leaf[str], ...], int]:
    """The units of an opening `Chủ trì, phối hợp với …`, and where the action begins."""
    with_others = _LED_WITH.match(marked.text)
    if with_others is None:
        opening = _LED_ALONE.match(marked.text) or _SHORT_ADDRESS.match(marked.text)
        is_alone = opening is not None and opens_with_action(marked.text[opening.end() :])
        return (), opening.end() if opening and is_alone else 0
    units, start = split_support(marked, with_others.end())
    return units, start + len(marked.text[start:]) - len(marked.text[start:].lstrip(" ,:"))


def _joined(*groups: tuple[Leaf[str], ...]) -> tuple[Leaf[str], ...]:
    units: dict[str, Leaf[str]] = {}
    for group in groups:
        for unit in group:
            units.setdefault(unit.value.casefold(), unit)
    return tuple(units.values())


def _clean(action: str) -> str:
    text = action.strip(" ,:;-").rstrip(" .;,:")
    return text.removesuffix("./").rstrip(" .;,:/")


def _addressed(duty: Duty, header: Header) -> Duty:
    return duty if duty.lead else replace(duty, lead=header.addressees)
