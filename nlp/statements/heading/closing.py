"""Who signed, to whom the document goes, and what its trích yếu says."""

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.evidence import Leaf
from nlp.reading.page import Passage
from nlp.regions.region import Signer
from nlp.spans.agencies.words import canonical_name
from nlp.statements.folding import fold
from nlp.statements.heading.persons import find_person
from nlp.statements.heading.titles import (
    AUTHORITY_SIGN,
    deputy_of,
    is_rest,
    is_whole,
    mend_title,
    whole_deputy,
)
from nlp.statements.marked import whole_leaf
from nlp.statements.naming import mend_levels
from nlp.statements.statement import SignerStatement

_LEAST_LETTERS = 2
_LEAST_JOINT = 2  # signers of a joint document
_MOST_ORGAN = 8  # words of an organ's name that are looked for
_LABELS = frozenset({"nhan", "noi nhan", "kinh gui"})
_ACTING_HEAD = re.compile(r"Q[.]?\s*[^\W\d]{2}")  # Q. CHỦ TỊCH: who holds the post for a time
_LONE_SIGN = re.compile(
    r"T[LM]?[.] "
)  # a deputy of the same title has no other before it than KT.
_ACTS_FOR = re.compile(r"(?:^|\s)K(?:T\.|/T)\s(?P<title>.+)$")
_INFERRED = 0.8
_DOUBT = 0.58  # confidence of what may be a part alone: it goes to the clerk
_OPEN_END = re.compile(r"(?:[-–,&]|\bVÀ)$")  # TRƯỞNG PHÒNG KẾ HOẠCH - / NGHIỆP VỤ
_BEGINS = re.compile(r"^[Vv](?:à|ể|ẻ|ệ|ê|e)\s(?=[^\W\d_])")  # Về, which opens a subject
_ABOUT = re.compile(r"^\W*[VY][^\s/]{0,2}\s*/\s*[vVyY]?\s*[:.]?\s*|^\W*WW?\s+")
_OF_WHOM = re.compile(r"^CỦA\s(?P<organ>.{4,80}?)\s(?=[Vv]ề\s)")
_BULLET = re.compile(r"^\s*[-–—+*•·_~=]+\s*")
_TO_REPORT = re.compile(r"\((?P<aim>để\s+)?b\s*/\W*(?:[cCeEơo€]\W*)?$", re.IGNORECASE)
"""A closing `(để b/c)` of which a sign was lost or misread: nothing else there begins with b/."""
_CALLED = re.compile(r"\s*\(?\s*(?:sau\s+đây|dưới\s+đây)\s+(?:gọi|viết)\s+[^)]*\)?", re.IGNORECASE)


def find_signers(signers: Sequence[Signer], issuer: str | None) -> tuple[SignerStatement, ...]:
    """The signers, that of the first issuer before the others.

    Which one that is the organ in authority or title tells; else they stand as on paper.
    """
    stated = [_signer(signer) for signer in signers]
    if issuer is None or len(stated) < _LEAST_JOINT:
        return tuple(stated)
    return tuple(sorted(stated, key=lambda one: _place_in(issuer, one)))


def _place_in(issuer: str, signer: SignerStatement) -> int:
    """Where in the joint issuers' names the organ stands that a signer's lines name."""
    names = fold(canonical_name(issuer))
    lines = " ".join(leaf.value for leaf in (signer.authority, signer.title) if leaf)
    words = fold(canonical_name(lines)).split()
    for size in range(min(len(words), _MOST_ORGAN), 1, -1):
        runs = (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))
        places = [names.find(run) for run in runs if run in names]
        if places:
            return min(places)
    return len(names)


def _signer(signer: Signer) -> SignerStatement:
    """Authority is every line above the last line of the title, with what that line goes on."""
    above, lines = signer.authority, list(signer.title)
    if not lines and above and _ACTING_HEAD.match(above[-1].text):
        above, lines = above[:-1], [above[-1]]
    begun = ""
    title = lines.pop() if lines else None
    while lines and _is_open(lines[-1]):
        begun = f"{_begun(lines.pop())} {begun}"
    if not lines and above and _is_open(above[-1]) and not AUTHORITY_SIGN.match(above[-1].text):
        begun, above = f"{_begun(above[-1])} {begun}", above[:-1]
    authority = _joined((*above, *lines)) if above else None
    stated = _title(title, authority, begun) if title else _hidden_title(authority)
    if authority and stated is None and authority.confidence < 1.0:
        authority = replace(authority, confidence=min(authority.confidence, _DOUBT))
    return SignerStatement(
        authority=_acting(authority, stated),
        title=stated,
        name=find_person(signer.name) if signer.name else None,
    )


def _is_open(line: Passage) -> bool:
    """Whether a line of a title goes on in the next one."""
    return _OPEN_END.search(line.text.rstrip(" ;:*")) is not None


def _begun(line: Passage) -> str:
    """A line that goes on in the next one, with the comma that says so."""
    return _mended(line) + "," * line.text.rstrip(" ;:*").endswith(",")


def _title(passage: Passage, authority: Leaf[str] | None, begun: str) -> Leaf[str]:
    """The title, what a seal hid of a deputy's given back from the title that he acts for."""
    text = f"{begun}{_mended(passage)}".rstrip(" -–")
    leaf = whole_leaf(passage, text, "signer.title")
    acts_for = _ACTS_FOR.search(authority.value) if authority else None
    if acts_for is None:
        return leaf
    whole = whole_deputy(acts_for["title"], text) or _seen_badly(acts_for["title"], leaf)
    return replace(leaf, value=whole, confidence=leaf.confidence * _INFERRED) if whole else leaf


def _hidden_title(authority: Leaf[str] | None) -> Leaf[str] | None:
    """The title of a deputy of which a seal hid all, from that for which he acts."""
    acts_for = _ACTS_FOR.search(authority.value) if authority else None
    whole = deputy_of(acts_for["title"]) if acts_for else None
    if authority is None or whole is None or authority.confidence == 1.0:
        return None
    sure = min(authority.confidence, _DOUBT) * _INFERRED
    return replace(authority, value=whole, confidence=sure)


def _seen_badly(head: str, seen: Leaf[str]) -> str | None:
    """The deputy's title where a doubtful one, which is none, ends as it does."""
    whole = deputy_of(head) if seen.confidence <= _DOUBT else None
    is_other = whole is not None and not seen.value.startswith(("PHÓ ", "THỨ ", whole))
    return whole if is_other and whole and whole.split()[-1] == seen.value.split()[-1] else None


def _acting(authority: Leaf[str] | None, title: Leaf[str] | None) -> Leaf[str] | None:
    """An authority whose lost `KT.`, or a lost word behind it, the title of the deputy proves.

    A PHÓ GIÁM ĐỐC signs for GIÁM ĐỐC.
    """
    if authority is None or title is None:
        return authority
    acts_for = _ACTS_FOR.search(authority.value)
    head = title.value.removeprefix("PHÓ ")
    before = authority.value.removesuffix(head)
    if before.endswith("BAN "):  # TM. BAN GIÁM ĐỐC
        return authority
    if head != title.value and not acts_for and f" {authority.value}".endswith(f" {head}"):
        is_misread = authority.confidence < 1.0 and _LONE_SIGN.fullmatch(before)
        whole = f"{'' if is_misread else before}KT. {head}"
    elif acts_for and head != title.value and is_rest(acts_for["title"], head):
        whole = authority.value[: acts_for.start("title")] + head
    else:
        return authority
    return replace(authority, value=whole, confidence=authority.confidence * _INFERRED)


def _mended(line: Passage) -> str:
    """A line of authority or title, mended unless every word of it is beyond doubt."""
    text = _plain(line.text)
    return text if line.confidence == 1.0 and text.isupper() else mend_title(text)


def _joined(lines: Sequence[Passage]) -> Leaf[str] | None:
    if not lines:
        return None
    text = " ".join(_mended(line) for line in lines)
    leaf = whole_leaf(lines[0], text, "signer.authority")
    sure = min(line.confidence for line in lines)
    if sure < 1.0 and not is_whole(_mended(lines[-1])):
        sure = min(sure, _DOUBT)
    return replace(leaf, confidence=min(leaf.confidence, sure))


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" ,;:*")


def find_subject(passage: Passage | None) -> Leaf[str] | None:
    """Trích yếu on one line, without V/v."""
    if passage is None:
        return None
    text = _ABOUT.sub("", " ".join(passage.text.split())).strip(" .;,*_-–:")
    if passage.confidence < 1.0:
        text = _BEGINS.sub("Về ", text)
    author = _OF_WHOM.match(text)
    if author and author["organ"].isupper():
        text = text[author.end() :]
    return whole_leaf(passage, text, "subject.printed") if text else None


def list_addressees(passages: Sequence[Passage]) -> tuple[Leaf[str], ...]:
    """The items of Kính gửi."""
    return tuple(
        whole_leaf(passage, text, "addressee.item")
        for passage in passages
        if _is_name(text := _item(_CALLED.sub("", passage.text)))
    )


def list_recipients(passages: Sequence[Passage]) -> tuple[Leaf[str], ...]:
    """The items of Nơi nhận."""
    return tuple(
        whole_leaf(passage, text, "recipient.item")
        for passage in passages
        if _is_name(text := _item(passage.text))
    )


def _is_name(text: str) -> bool:
    """Whether an item names anyone: dirt and the label itself don't."""
    letters = sum(letter.isalpha() for letter in text)
    return letters >= _LEAST_LETTERS and fold(text) not in _LABELS


def _item(text: str) -> str:
    """An item without its bullet and closing mark.

    >>> _item("- Sở Nội vụ (b/€);"), _item("- Tỉnh ủy (để b/")
    ('Sở Nội vụ (b/c)', 'Tỉnh ủy (để b/c)')
    """
    text = _TO_REPORT.sub(_as_printed, _BULLET.sub("", " ".join(text.split())))
    return mend_levels(text.rstrip(" .;,:/").strip())


def _as_printed(found: re.Match[str]) -> str:
    return f"({found['aim'] or ''}b/c)"
