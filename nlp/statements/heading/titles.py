"""Titles of those who sign, in capitals: known ones, damaged ones made whole, deputies' ones."""

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from nlp.lexicon.schema import load_lexicon
from nlp.statements.folding import fold

_LEAST_TITLE = 6  # letters of a title in which a wrong one is seen
_BODIES = (
    *("Ủy ban nhân dân", "Hội đồng nhân dân", "Ban Thường vụ", "Ban Chấp hành", "Ban Giám hiệu"),
    *("Ban Quản lý", "Ban Giám đốc", "Ban Chỉ đạo", "Văn phòng", "Trưởng phòng", "Hội đồng"),
)
AUTHORITY_SIGN = re.compile(r"^([A-Z][A-Za-z\d]{0,2})([.,/])\s*(?=[^\W\d]{2})")
_GLUED = re.compile(r"(?<=[^\W\d_]{3})[.](?=[^\W\d_]{2})")
_HYPHENED = re.compile(r"([^\W\d_]{2,})-([^\W\d_]{2,})")
_UNDOTTED = re.compile(r"^(KT|TM|TL|TUQ)\s+(?=[^\W\d]{2})")  # its dot is lost
_SIGNS = {"IM": "TM", "TN": "TM", "KI": "KT", "XT": "KT", "VT": "KT", "XI": "KT", "TI": "TL",
          "K1": "KT", "X1": "KT", "T1": "TL"}  # fmt: skip
_LETTERS = frozenset("Y-–&")
_HEADED = re.compile(r"(?<![^\s])TRƯỜNG(?= (?:PHÒNG|BAN|KHOA|ĐOÀN|CÔNG AN)\b)")
_SMALL_FIRST = re.compile(r"[^\W\d_](?=[A-ZÀ-Ỹ]{2,}$)")  # tRƯỞNG
_WORD = re.compile(r"[^\W\d_]+")


def mend_title(text: str) -> str:
    """An authority or title in capitals whose damaged words are mended.

    >>> mend_title("PHO CHU TỊCH"), mend_title("KT. GIÁM ĐÓC")
    ('PHÓ CHỦ TỊCH', 'KT. GIÁM ĐỐC')
    >>> mend_title("KT TRƯỞNG BAN")
    'KT. TRƯỞNG BAN'
    """
    text = AUTHORITY_SIGN.sub(_sign, _UNDOTTED.sub(r"\1. ", text))
    words = _HYPHENED.sub(_apart, _GLUED.sub(" ", text)).split()
    kept = [word for word in words if len(word) > 1 or word in _LETTERS]
    kept = [word for place, word in enumerate(kept) if word not in kept[place - 1 : place]]
    kept = _HEADED.sub("TRƯỞNG", " ".join(kept)).split()
    upper = (word.upper() if _SMALL_FIRST.match(word) else word for word in kept)
    return _WORD.sub(lambda word: _mended_word(word.group()), " ".join(upper))


def _sign(found: re.Match[str]) -> str:
    letters, mark = found[1].upper(), found[2].replace(",", ".")
    return f"{_SIGNS.get(letters, letters)}{mark} "


def _apart(found: re.Match[str]) -> str:
    """Two words that a seal's line joins, as a title has them."""
    pair = f"{found[1]} {found[2]}"
    return pair if any(f" {pair} " in f" {title} " for title in _titles()) else found[0]


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
    levels = [words for row in load_lexicon().level for words in row.words if " " not in words]
    for word in " ".join([*titles, *levels, *_BODIES]).upper().replace(",", " ").split():
        if word not in found.get(fold(word), ()):
            found[fold(word)] = (*found.get(fold(word), ()), word)
    return found


def deputy_of(head: str) -> str | None:
    """The title of the deputy for a head, None for a head that is not known.

    >>> deputy_of("VỤ TRƯỞNG VỤ TỔ CHỨC"), deputy_of("BỘ TRƯỞNG"), deputy_of("ĐỐC")
    ('PHÓ VỤ TRƯỞNG', 'THỨ TRƯỞNG', None)
    """
    if head == "BỘ TRƯỞNG":
        return "THỨ TRƯỞNG"
    known = (title for title in _titles() if f"{head} ".startswith(f"{title} "))
    whole = f"PHÓ {max(known, key=len, default='')}"
    return whole if whole in _titles() else None


def whole_deputy(head: str, seen: str) -> str | None:
    """The title of the deputy for a head, of which no more than its end was seen, else None.

    >>> whole_deputy("GIÁM ĐỐC SỞ Y TẾ", "PHÓ ĐỐC"), whole_deputy("ĐỐC", "GIÁM ĐỐC")
    ('PHÓ GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC')
    >>> whole_deputy("BỘ TRƯỞNG, CHỦ NHIỆM", "PHÓ CHỦ NHIỆM") is None  # whole as it stands
    True
    """
    if head.endswith(f", {seen.removeprefix('PHÓ ')}"):  # one of the two posts that the head holds
        return None
    known = [title for title in _titles() if head.startswith(title)]
    last = seen.rsplit(maxsplit=1)[-1]
    if seen.startswith("PHÓ "):
        whole = f"PHÓ {max(known, key=len)}" if known else seen
        return whole if seen != whole and whole.endswith(last) else None
    whole = f"PHÓ {seen}"
    return whole if whole in _titles() and head.rsplit(maxsplit=1)[-1] == last else None


def is_rest(seen: str, head: str) -> bool:
    """Whether a line is what recognition left of a title: an end, or all but a letter of it."""
    is_near = Levenshtein.distance(seen, head, score_cutoff=1) == 1
    is_part = head.endswith(f" {seen}") or head.startswith(f"{seen} ")
    return is_part or (is_near and len(head) > _LEAST_TITLE)


def is_whole(line: str) -> bool:
    """Whether a line of authority holds a whole title or a body; of others a part was not read.

    >>> is_whole("KT. CHỦ TỊCH"), is_whole("TM. ỦY BAN NHÂN DÂN"), is_whole("TỊCH")
    (True, True, False)
    """
    return any(f" {whole}" in f" {line}" for whole in (*_titles(), *map(str.upper, _BODIES)))
