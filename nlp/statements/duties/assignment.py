"""A duty that a sentence lays on units, and the words between the units and what they do."""

import re
from dataclasses import dataclass

from nlp.evidence import Leaf
from nlp.spans.agencies.words import canonical_name
from nlp.statements.duties.actions import opens_with_action
from nlp.statements.duties.chain import Chain, extended, parse_chain
from nlp.statements.duties.details import split_support
from nlp.statements.duties.guessed import opens_name
from nlp.statements.duties.joined import completed_group
from nlp.statements.folding import fold
from nlp.statements.marked import MarkedPassage
from nlp.statements.naming import ordinary_name

_BEHIND_UNIT = re.compile(
    r"""\s*(?:\((?!qua)[^)]{0,80}\))?\s*,?\s*
    (?:(?:ngoai|voi\s+(?:vai\s+tro|tu\s+cach|chuc\s+nang))\b[^,;.:]{3,90},\s*
        (?=co\s+(?:trach|nhiem)|chiu\s+trach|chu\s*tri))?
    (?P<before>\s*:\s*(?=chu\s*tri|co\s+(?:trach|nhiem)|chiu\s+trach))?
    (?:la\s+(?:co\s+quan|don\s+vi)\s+
        (?:thuong\s+truc\b[^,;.:]{0,60},\s*(?=co\s+(?:trach|nhiem))
          |(?:thuong\s+truc|dau\s+moi)(?:\s+(?:cua|thuoc)\b[^,;.:]{0,50})?,\s*(?!phoi)))?
    (?:duoc\s+(?:chon|giao|cu|phan\s+cong)\b[^,;:.]{0,60},\s*(?=co\s+(?:trach|nhiem)))?
    (?:(?:se|can|phai)\s+(?=chu\s*tri|co\s+trach))?
    (?P<duty>(?:co\s+(?:trach\s+nhiem|nhiem\s+vu)(?:\s+la\b)?
        |duoc\s+(?:giao|phan\s+cong|yeu\s+cau|de\s+nghi|chi\s+dinh)(?:\s+(?:nhiem\s+vu|trach\s+nhiem))?(?=\s)
        |chiu\s+trach\s+nhiem\s+(?!truoc|ve|toan|chinh|ca\b|thi\s+hanh|doi\s+voi|neu|trong))\s*)?
    (?P<lead>(?:chu\s*tri|lam\s+dau\s+moi|la\s+dau\s+moi(?=\W+phoi\s+hop)
        |la\s+(?:co\s+quan|don\s+vi)\s+(?:chu\s+tri|dau\s+moi)(?=\W+phoi\s+hop))
        (?:\s*,\s*|\s+va\s+|\s+)?)?
    (?P<colon>\s*:\s*)?""",
    re.VERBOSE,
)
_HELPS = re.compile(r"\s+(?:cung\s+)?phoi\s+hop\s+(?!(?:voi|cung)\b)")
_VERB = re.compile(
    r"\s*(?!(?:là|đã|được|có|do|của|tại|về|trong|và|với|theo|năm|thuộc|để|ở|cũng|còn|đang|chưa|không|bị"
    r"|hiện|nhận|này|nêu|trên|các|những|một|từ|đến|số|như|gồm|khi|nếu|thì|mà|hoặc|cùng|ngày|tháng|cấp"
    r"|liên|trực\s+thuộc|quý|vừa|khác|nói)\b)[a-zà-ỹăâđêôơư]+(?:\s|,|;)"
)
_BY_OFFICE = re.compile(
    r"\s*,?\s*(?:theo|căn\s+cứ|trên\s+cơ\s+sở|trong\s+phạm\s+vi)\s+(?:chức\s+năng|nhiệm\s+vụ|thẩm\s+quyền)\b"
    r"(?:[^.;:]{0,60}?,|(?:,?\s+(?:nhiệm\s+vụ|quyền\s+hạn|được\s+giao|của\s+mình|quản\s+lý))*)\s+",
    re.IGNORECASE,
)
_BY_RIGHT = re.compile(  # theo chức năng, quyền hạn; trong phạm vi chức năng, nhiệm vụ được giao
    r"\s*,?\s*(?:theo|căn\s+cứ|trên\s+cơ\s+sở|trong\s+(?:phạm\s+vi|giới\s+hạn))"
    r"(?:(?:\s*,|\s+và)?\s+(?:chức\s+năng|nhiệm\s+vụ|quyền\s+hạn|thẩm\s+quyền|trách\s+nhiệm|lĩnh\s+vực|phạm\s+vi"
    r"|quản\s+lý|được\s+(?:giao|phân\s+công)|của\s+(?:mình|ngành)|địa\s+bàn|phụ\s+trách))+,?\s+",
    re.IGNORECASE,
)
_SHALL = re.compile(
    r"^\s*(?:sẽ|cần(?:\s+phải)?|phải|sớm|(?:mỗi|từng)\s+\w+(?:\s+\w+)?)\s+", re.IGNORECASE
)
_FORBIDDEN = re.compile(
    r"\s*(?:tuyệt\s+đối\s+)?không\s+(?:được|để|chủ\s+quan|lơ\s+là)\b", re.IGNORECASE
)
_EACH_TIME = re.compile(
    r"\s*,?\s*(?:định\s+kỳ\s+)?(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)\b,?\s+",
    re.IGNORECASE,
)
_STANDS_AS = re.compile(
    r"\s*là\s+(?:(?:cơ\s+quan|đơn\s+vị)\s+)?(?:đầu\s+mối|thường\s+trực|chủ\s+trì)\b",
    re.IGNORECASE,
)
_LEAST_WORDS = 4
_POST = re.compile(
    r"^(?:lanh dao|chu tich|pho chu tich|giam doc|pho giam doc|truong phong|thu truong"
    r"|thuong truc|ban thuong vu|chanh van phong|hieu truong|bi thu)\s+"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What must be known of the place of a sentence.

    `issuers` are the names of the issuing organ and its parent; `allows_openers`: a unit that
    only opens a sentence has a duty here; `allows_unnamed`: a request without a unit lies on the
    addressees; `is_closing`: it is a paragraph of the frame, not of the list; `expects_duties`:
    the list here is one of duties; `is_told`: a report tells here what was ordered before;
    `addressees` are the names that the document itself gives to those it is sent to; `is_letter`:
    it speaks to them.
    """

    issuers: tuple[str, ...]
    allows_openers: bool
    allows_unnamed: bool
    is_closing: bool = False
    expects_duties: bool = False
    is_told: bool = False
    addressees: tuple[str, ...] = ()
    is_letter: bool = False


@dataclass(frozen=True, slots=True)
class Assignment:
    """A duty in text[start:end], laid on `units`; none where it lies on the addressees.

    `begin` is where its words of assigning begin. `is_led` tells of `chủ trì`, `is_ordered` of
    words that lay the duty (giao, có trách nhiệm), not only a request.
    """

    units: tuple[Leaf[str], ...]
    support: tuple[Leaf[str], ...]
    begin: int
    start: int
    end: int
    is_ordered: bool
    is_led: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Clause:
    """text[start:end] of a passage, at most a sentence."""

    marked: MarkedPassage
    start: int
    end: int

    @property
    def text(self) -> str:
        """The text of the clause alone."""
        return self.marked.text[self.start : self.end]


def behind_units(
    clause: Clause, chain: Chain, begin: int, *, is_ordered: bool
) -> Assignment | None:
    """The duty behind the units, without `có trách nhiệm`, `chủ trì, phối hợp với Y`."""
    marked, end = clause.marked, clause.end
    words = _BEHIND_UNIT.match(fold(marked.text), chain.end, end)
    start = words.end() if words else chain.end
    is_led = bool(words and words["lead"])
    support: tuple[Leaf[str], ...] = ()
    if is_led:
        support, start = split_support(marked, start)
        support, start = (support, start) if support else _helped(marked, start)
    start += len(marked.text[start:end]) - len(marked.text[start:end].lstrip(" ,:-"))
    if start >= end:
        return None
    return Assignment(
        chain.units,
        support,
        begin,
        start,
        end,
        is_ordered=is_ordered or _lays_duty(words),
        is_led=is_led,
        rule="duty.laid",
    )


def _helped(marked: MarkedPassage, start: int) -> tuple[tuple[Leaf[str], ...], int]:
    """The units of `(A chủ trì,) B và C phối hợp …` at `start`, and where the action begins."""
    chain = parse_chain(marked, start, "duty.support")
    helps = _HELPS.match(fold(marked.text), chain.end) if chain is not None else None
    if chain is None or helps is None or chain.start != start:
        return (), start
    return chain.units, helps.end()


def _lays_duty(words: re.Match[str] | None) -> bool:
    """Whether the words behind the units lay the duty: `có trách nhiệm`, or a colon."""
    return words is not None and any(words[name] for name in ("duty", "colon", "before"))


def acts(text: str, at: int, *, is_expected: bool = False) -> bool:
    """Whether the words at `at` say that the units before them have something to do.

    Where duties are expected any verb will do: any small word that joins nothing.
    """
    behind = _BEHIND_UNIT.match(fold(text), at)
    if behind and (behind["duty"] or behind["lead"]):
        return True
    rest = _will(text[behind.end() if behind else at :])
    if _STANDS_AS.match(rest) or _FORBIDDEN.match(rest):
        return True
    rest = _behind_office(rest)
    rest = _EACH_TIME.sub("", rest, count=1) if _EACH_TIME.match(rest) else rest
    is_sentence = len(rest.split()) >= _LEAST_WORDS
    return opens_with_action(rest) or (is_expected and is_sentence and bool(_VERB.match(rest)))


def completed(marked: MarkedPassage, chain: Chain, end: int) -> Chain:
    """The units with the rest of the last one's name, whoever is named last."""
    chain = extended(marked, chain, "duty.opened")
    return (
        chain
        if acts(marked.text, chain.end)
        else completed_group(marked, chain, end, "duty.opened")
    )


def _behind_office(text: str) -> str:
    """The text without opening words on how far an office reaches: `theo chức năng, quyền hạn`."""
    right = _BY_RIGHT.match(text)
    behind = _BEHIND_UNIT.match(fold(text), right.end()) if right else None
    if right and ((behind and behind["duty"]) or opens_with_action(text[right.end() :])):
        return text[right.end() :]
    office = _BY_OFFICE.match(text)
    return text[office.end() :] if office else text


def _will(text: str) -> str:
    return _SHALL.sub("", text, count=1)


def names_issuer(name: str, issuers: tuple[str, ...]) -> bool:
    """Whether a subject is the issuing organ, its head or the organ above it.

    >>> names_issuer("Chủ tịch UBND tỉnh", ("UBND tỉnh Nghệ An",))
    True
    >>> names_issuer("Công an tỉnh", ("UBND tỉnh Nghệ An",))
    False
    """
    key = _POST.sub("", _spelt_alike(ordinary_name(name)))
    folded = [_spelt_alike(issuer) for issuer in issuers]
    return any(key in issuer or issuer in key or _ends_in(key, issuer) for issuer in folded)


def _spelt_alike(name: str) -> str:
    """A name as all its spellings have it: `Phòng GD & ĐT`, `Phòng Giáo dục-Đào tạo`."""
    full = canonical_name(re.sub(r"\s*&\s*", "&", name))
    return " ".join(word for word in re.findall(r"\w+", fold(full)) if word != "va")


def _ends_in(key: str, issuer: str) -> bool:
    """Whether words end in an issuer whose first word was lost: `… dự thảo Thông Y tế`."""
    field = issuer.partition(" ")[2]
    is_other = opens_name(key)  # Sở Y tế, of Bộ Y tế
    return len(field.split()) > 1 and key.endswith(f" {field}") and not is_other
