"""Names of organs in ordinary case: ỦY BAN NHÂN DÂN HUYỆN … becomes UBND huyện …."""

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import Levenshtein

from nlp.lexicon.schema import load_lexicon
from nlp.lexicon.units import bare_unit_names, distinct_unit_names
from nlp.statements.folding import fold

_LEVELS: Final = (
    "tỉnh",
    "thành phố",
    "huyện",
    "thị xã",
    "quận",
    "phường",
    "xã",
    "thị trấn",
    "đặc khu",
)
_SMALL: Final = {"và", "của", "các", "về", "thuộc", "tại", "ở", "cấp", "trực", "với", "cho"}
_COMMITTEES: Final = (
    (re.compile(r"(?:ủy|uỷ)\s+ban\s+nhân\s+dân", re.IGNORECASE), "UBND"),
    (re.compile(r"hội\s+đồng\s+nhân\s+dân", re.IGNORECASE), "HĐND"),
)
_NAMED_AFTER: Final = {
    *("THCS", "THPT", "TH", "MN", "Tiểu học", "Mầm non", "Trung học cơ sở"),
    *("Trung học phổ thông", "Khu kinh tế", "Khu công nghiệp"),
    *("Tỉnh ủy", "Thành ủy", "Thị ủy", "Quận ủy", "Huyện ủy"),
    *("Tỉnh đoàn", "Thành đoàn", "Quận đoàn", "Huyện đoàn"),
}
_BEFORE_PLACE: Final = {name.casefold() for name in (*_LEVELS, *_NAMED_AFTER)}
_FIRST_WORDS: Final = {"Sở", "Bộ", "Cục", "Vụ", "Phòng", "Hội", "Viện", "Trường", "Trạm"}
_GLUED_HEAD: Final = re.compile(r"\b(?P<head>S[ỞỚỢƠỜO]|BỘ|BỌ|CỤC|VỤ)(?P<rest>[^\W\d_]{3,})\b")
_LEVEL_SLIPS: Final = (
    (re.compile(r"\bth[àaáâ]nh\s+ph[óôồổỗộọòõoốỏ]\b"), "thành phố"),
    (re.compile(r"\bt[íìĩịi]nh(?=\s+[A-ZĐ])"), "tỉnh"),
    (re.compile(r"\bhuy[êeệ]n\b"), "huyện"),
    (re.compile(r"\bx[aàáảạ](?=\s+[A-ZĐ])"), "xã"),
    (re.compile(r"(?<=huyện)\.(?=\s(?:thành\sphố|thị\sxã)\b)|(?<=xã)\.(?=\sthị\strấn\b)"), ","),
    (re.compile(r"\b[ƯỪỨỤ]BND\b"), "UBND"),
    (re.compile(r"^(?!HĐND)\w{0,2}ND(?=\s(?:tỉnh|thành|huyện|quận|thị|phường|xã)\s)"), "UBND"),
)
_FIVE: Final = re.compile(r"^5(?=[ỞỚỢƠỜO]\b)")  # 5Ở Y TẾ
_DIGIT_IN_UNIT: Final = re.compile(r"\b[A-ZÀ-Ỹ]+[01568][A-ZÀ-Ỹ]*\s+[A-ZÀ-Ỹ]+\b")
_LETTERS_OF_DIGITS: Final = str.maketrans("01568", "OISGB")
_TOKEN: Final = re.compile(r"[^\W_]+(?:\.[^\W_]+)*|[^\w\s]|\s+|_")
_SYLLABLE: Final = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
    r"[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{1,3}"
    r"(?:ch|ng|nh|[cmnpt])?",
    re.IGNORECASE,
)
_FOREIGN: Final = re.compile(r"(?=.*[AĂÂEÊOÔƠUƯYÀ-Ỹ])(?=.*[^AĂÂEÊOÔƠUƯYÀ-Ỹ])^.{3,}$")
_BEHIND_APOSTROPHE: Final = re.compile(r"(?<=\w['’])[A-Z](?=[a-zà-ỹ])")  # Cư M’gar, but M’Đrắk
_ROMAN: Final = re.compile(r"[IVX]{2,}")
_LEAST_UPPER: Final = 0.7
_LEAST_SHORT: Final = 6  # letters of a short name in which a wrong one is seen


def mend_short_names(name: str) -> str:
    """A name whose short form is one letter from the only one of the lexicon that is so near.

    >>> mend_short_names("Sở NN&PTNI Nghệ An")
    'Sở NN&PTNT Nghệ An'
    """
    return " ".join(_near_short_name(word) for word in name.split())


def _near_short_name(word: str) -> str:
    if "&" not in word or len(word) < _LEAST_SHORT or word in _short_names():
        return word
    near = [
        short
        for short in _short_names()
        if len(short) == len(word) and Levenshtein.distance(short, word, score_cutoff=1) == 1
    ]
    return near[0] if len(near) == 1 else word


@lru_cache(maxsize=1)
def _short_names() -> frozenset[str]:
    return frozenset(short for row in load_lexicon().abbreviation for short in row.short)


def is_upper(text: str) -> bool:
    """Whether a text is printed in capitals, a stray small letter aside."""
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) / len(letters) > _LEAST_UPPER


def ordinary_name(text: str) -> str:
    """The name of an organ as running text writes it, slips of recognition mended.

    >>> ordinary_name("ỦY BAN NHÂN DÂN HUYỆN VĨNH TƯỜNG")
    'UBND huyện Vĩnh Tường'
    >>> ordinary_name("HUYỆN ỦY NA RÌ"), ordinary_name("TỈNH ỦY BẠC LIÊU")
    ('Huyện ủy Na Rì', 'Tỉnh ủy Bạc Liêu')
    >>> ordinary_name("CÔNG TY CỔ PHẦN CẤP NƯỚC BẾN LỨC")
    'Công ty Cổ phần Cấp nước Bến Lức'
    >>> ordinary_name("HUYỆN EA H’LEO")
    'Huyện Ea H’leo'
    >>> ordinary_name("SƠ TÀI NGUYÊN VÀ MÔI TRƯƠNG")
    'Sở Tài nguyên và Môi trường'
    """
    text = " ".join(text.split()).strip(" .,;:*-–'\"`_|")
    text = text.replace("Ð", "Đ").replace("ĐĐ", "Đ")
    for pattern, short in _COMMITTEES:
        text = pattern.sub(short, text)
    if not is_upper(text):
        return mend_levels(text)
    text = _DIGIT_IN_UNIT.sub(_with_letter, _FIVE.sub("S", text))
    text = _with_unit(_lowered(_GLUED_HEAD.sub(_parted, text)))
    for pattern, short in _COMMITTEES:  # ỦY BAN NHÂN ĐÂN is known once its letters are mended
        text = pattern.sub(short, text)
    text = _BEHIND_APOSTROPHE.sub(lambda found: found.group().lower(), text)
    return mend_levels(_first_upper(text))


def _with_letter(found: re.Match[str]) -> str:
    """LA1 CHÂU with the letter that the digit was, where a unit is called so."""
    name = found.group().translate(_LETTERS_OF_DIGITS)
    return name if name.title() in bare_unit_names() else found.group()


def _parted(glued: re.Match[str]) -> str:
    """`SỞYTẾ` as two words, where what is glued to the head is a field."""
    _, bare, _ = _known_names()
    fields = {name.replace(" ", "") for name in bare}
    rest = glued["rest"]
    if fold(rest) not in fields:
        return glued.group()
    field = next(name for key, name in bare.items() if key.replace(" ", "") == fold(rest))
    return f"{glued['head']} {field.upper()}"


def mend_levels(text: str) -> str:
    """The text with damaged words for levels of government mended.

    >>> mend_levels("Phòng Y tế huyện, thị xã, thành phó")
    'Phòng Y tế huyện, thị xã, thành phố'
    >>> mend_levels("UBND các huyện. thành phố")
    'UBND các huyện, thành phố'
    """
    for pattern, right in _LEVEL_SLIPS:
        text = pattern.sub(right, text)
    return text


def _with_unit(text: str) -> str:
    """The text with the unit in its last words in capitals: Công ty Cấp nước Bến Lức."""
    words = text.split(" ")
    for size in (3, 2):
        name = distinct_unit_names().get(" ".join(words[-size:]))
        if name is not None and len(words) > size:
            return " ".join((*words[:-size], name))
    return text


def _lowered(text: str) -> str:
    """Capitals to ordinary case, word by word, the longest known name first."""
    tokens = _TOKEN.findall(text)
    parts: list[str] = []
    index, in_place = 0, False
    while index < len(tokens):
        known, size = _longest_name(tokens, index, in_place=in_place)
        if known is not None:
            parts.append(known)
            in_place = known.casefold() in _BEFORE_PLACE
        else:
            parts.append(_word(tokens[index], in_place=in_place))
            in_place = in_place and tokens[index].strip(" ") != ","
        index += size
    return "".join(parts)


def _longest_name(tokens: list[str], index: int, *, in_place: bool) -> tuple[str | None, int]:
    """The longest known name at `index`, by its letters, else by its letters without marks."""
    names, bare, longest = _known_names()
    for size in range(min(longest, len(tokens) - index), 0, -1):
        phrase = "".join(tokens[index : index + size]).casefold()
        is_inner = in_place or (size == 1 and index > 0)  # PHONG may be phong, not Phòng
        name = names.get(phrase) or (None if is_inner else bare.get(fold(phrase)))
        if name is not None:
            return name, size
    return None, 1


def _word(token: str, *, in_place: bool) -> str:
    folded = token.lower()
    if folded in _SMALL or not token.isalpha():
        return folded if folded in _SMALL else token
    if _ROMAN.fullmatch(token):
        return token
    if not _SYLLABLE.fullmatch(token):  # an abbreviation, or a name such as KRÔNG
        return token.capitalize() if in_place and _FOREIGN.search(token) else token
    return folded.capitalize() if in_place else folded


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=1)
def _known_names() -> tuple[dict[str, str], dict[str, str], int]:
    """Names of the lexicon by their small letters, without marks, and the most tokens of one."""
    lexicon = load_lexicon()
    names: dict[str, str] = {}
    rows = (lexicon.place, lexicon.post, lexicon.field, lexicon.head)
    for row in (row for table in rows for row in table):
        for name in (*getattr(row, "names", ()), *getattr(row, "words", ())):
            names.setdefault(name.casefold(), name)
    for abbreviation in lexicon.abbreviation:
        names |= {short.casefold(): short for short in abbreviation.short}
        names[abbreviation.full.casefold()] = abbreviation.full
    names |= {level: level for level in _LEVELS}
    for small in _SMALL:
        names.pop(small, None)
    return names, _bare_names(names), max(len(_TOKEN.findall(name)) for name in names)


def _bare_names(names: dict[str, str]) -> dict[str, str]:
    """Names by their letters without marks: of several syllables, or a level or a first word."""
    bare: dict[str, str] = {}
    for name in names.values():
        if " " in name or name in _LEVELS or name in _FIRST_WORDS:
            key = fold(name)
            bare[key] = "" if bare.get(key, name) != name else name
    return {key: name for key, name in bare.items() if name}
