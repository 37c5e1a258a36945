"""Who signed, to whom the document goes, and what its trích yếu says."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from nlp.evidence import Leaf
from nlp.lexicon.names import name_syllables
from nlp.lexicon.schema import load_lexicon
from nlp.lexicon.syllables import is_syllable
from nlp.reading.page import Passage
from nlp.regions.region import Signer
from nlp.statements.folding import fold
from nlp.statements.marked import whole_leaf
from nlp.statements.naming import mend_levels
from nlp.statements.statement import SignerStatement

_LEAST_LETTERS = 2
_LABELS = frozenset({"nhan", "noi nhan", "kinh gui"})
_BODIES = (
    *("Ủy ban nhân dân", "Hội đồng nhân dân", "Ban Thường vụ", "Ban Chấp hành", "Ban Giám hiệu"),
    *("Ban Quản lý", "Ban Giám đốc", "Ban Chỉ đạo", "Văn phòng", "Trưởng phòng", "Hội đồng"),
)
_GLUED = re.compile(r"(?<=[^\W\d_]{3})[.](?=[^\W\d_]{2})|(?<=^PHÓ)-(?=[^\W\d_])")
_AUTHORITY = re.compile(r"^([A-Z][A-Za-z]{0,2})([.,/])\s*(?=[^\W\d]{2})")
_ACTS_FOR = re.compile(r"(?:^|\s)K(?:T\.|/T)\s(?P<title>.+)$")
_SIGNS = {"IM": "TM", "TN": "TM", "KI": "KT", "XT": "KT", "VT": "KT", "XI": "KT", "TI": "TL"}
_LETTERS = frozenset("Y-–&")
_INFERRED = 0.8
_WORD = re.compile(r"[^\W\d_]+")
_ABOUT = re.compile(r"^\W*V{1,2}\s*/\s*[vVyY]?\s*[:.]?\s*|^\W*WW?\s+")
_OF_WHOM = re.compile(r"^CỦA\s(?P<organ>.{4,80}?)\s(?=[Vv]ề\s)")
_BULLET = re.compile(r"^\s*[-–—+*•·_~=]+\s*")
_CALLED = re.compile(r"\s*\(?\s*(?:sau\s+đây|dưới\s+đây)\s+(?:gọi|viết)\s+[^)]*\)?", re.IGNORECASE)
_RANK = re.compile(
    r"^(?:(?:PGS|GS|TS|ThS|BS|BSCK\w*|CK\s?I{1,2}|CN|KS|DS|Ths|Ts|Bs)[.,]?\s*"
    r"|(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy)\s+)+",
)


def find_signer(signers: Sequence[Signer]) -> SignerStatement | None:
    """The signer of the first issuer."""
    return _signer(signers[0]) if signers else None


def find_cosigners(signers: Sequence[Signer]) -> tuple[SignerStatement, ...]:
    """The signers of the further issuers."""
    return tuple(_signer(signer) for signer in signers[1:])


def _signer(signer: Signer) -> SignerStatement:
    """Authority is every line above the last line of the title."""
    above = signer.authority
    if above:
        above = (*above, *signer.title[:-1])
    title = signer.title[-1] if signer.title else None
    authority = _joined(above)
    return SignerStatement(
        authority=_acting(authority, title),
        title=_title(title, authority) if title else None,
        name=_name(signer.name) if signer.name else None,
    )


def _title(passage: Passage, authority: Leaf[str] | None) -> Leaf[str]:
    """The title, what a seal hid of a deputy's given back from the title that he acts for."""
    text = mend_title(_plain(passage.text))
    leaf = whole_leaf(passage, text, "signer.title")
    acts_for = _ACTS_FOR.search(authority.value) if authority else None
    if acts_for is None:
        return leaf
    known = [title for title in _titles() if acts_for["title"].startswith(title)]
    whole = f"PHÓ {max(known, key=len)}" if known else text
    hidden = text != whole and text.startswith("PHÓ ") and whole.endswith(text.split()[-1])
    return replace(leaf, value=whole, confidence=leaf.confidence * _INFERRED) if hidden else leaf


def _acting(authority: Leaf[str] | None, title: Passage | None) -> Leaf[str] | None:
    """An authority whose lost `KT.`, or a lost word behind it, the title of the deputy proves.

    A PHÓ GIÁM ĐỐC signs for GIÁM ĐỐC.
    """
    if authority is None or title is None:
        return authority
    deputy = mend_title(_plain(title.text))
    acts_for = _ACTS_FOR.search(authority.value)
    head = deputy.removeprefix("PHÓ ")
    if deputy == f"PHÓ {authority.value}":
        whole = f"KT. {authority.value}"
    elif acts_for and head != deputy and head.endswith(f" {acts_for['title']}"):
        whole = authority.value[: acts_for.start("title")] + head
    else:
        return authority
    return replace(authority, value=whole, confidence=authority.confidence * _INFERRED)


def mend_title(text: str) -> str:
    """An authority or title in capitals whose damaged words are mended.

    >>> mend_title("PHO CHU TỊCH"), mend_title("KT. GIÁM ĐÓC")
    ('PHÓ CHỦ TỊCH', 'KT. GIÁM ĐỐC')
    """
    text = _AUTHORITY.sub(_sign, text)
    words = _GLUED.sub(" ", text).split()
    kept = [word for word in words if len(word) > 1 or word in _LETTERS]
    kept = [word for place, word in enumerate(kept) if word not in kept[place - 1 : place]]
    return _WORD.sub(lambda word: _mended_word(word.group()), " ".join(kept))


def _sign(found: re.Match[str]) -> str:
    letters, mark = found[1].upper(), found[2].replace(",", ".")
    return f"{_SIGNS.get(letters, letters)}{mark} "


def _mended_word(word: str) -> str:
    known = _title_words().get(fold(word), ())
    return word if word in known or len(known) != 1 else known[0]


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    """All titles, in capitals."""
    return frozenset(words.upper() for row in load_lexicon().post for words in row.words)


@lru_cache(maxsize=1)
def _title_words() -> dict[str, tuple[str, ...]]:
    """The words of titles in capitals by their letters without marks."""
    found: dict[str, tuple[str, ...]] = {}
    titles = [words for row in load_lexicon().post for words in row.words]
    for word in " ".join([*titles, *_BODIES]).upper().replace(",", " ").split():
        if word not in found.get(fold(word), ()):
            found[fold(word)] = (*found.get(fold(word), ()), word)
    return found


def _joined(lines: Sequence[Passage]) -> Leaf[str] | None:
    if not lines:
        return None
    text = " ".join(mend_title(_plain(line.text)) for line in lines)
    return whole_leaf(lines[0], text, "signer.authority")


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" ,;:*")


def _name(passage: Passage) -> Leaf[str]:
    name = _RANK.sub("", _plain(passage.text)).strip(' .,"“”')
    words = name.split()
    mended = " ".join(_mended_name(word) for word in words)
    leaf = whole_leaf(passage, mended, "signer.name")
    return leaf if mended == name else replace(leaf, confidence=leaf.confidence * _INFERRED)


def _mended_name(word: str) -> str:
    """A part of a name, one that is no syllable read as the only one of names that is near it.

    >>> _mended_name("Đìnn"), _mended_name("Đình"), _mended_name("Hwing")
    ('Đình', 'Đình', 'Hwing')
    """
    if is_syllable(word.lower()) or not word.istitle():
        return word
    near = [
        name for name in name_syllables() if Levenshtein.distance(word, name, score_cutoff=1) == 1
    ]
    return near[0] if len(near) == 1 else word


def find_subject(passage: Passage | None) -> Leaf[str] | None:
    """Trích yếu on one line, without V/v."""
    if passage is None:
        return None
    text = _ABOUT.sub("", " ".join(passage.text.split())).strip(" .;,*_-–:")
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
    """An item without its bullet and closing mark."""
    return mend_levels(_BULLET.sub("", " ".join(text.split())).rstrip(" .;,:/").strip())
