"""The letters of a number, mended and confirmed by what else the document says of its maker."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from nlp.lexicon.schema import load_lexicon

_LETTERS = re.compile(r"[A-ZĐ][A-ZĐ&,]{1,11}")
_SMALL_WORDS = frozenset({"và", "của", "các", "-", "–", "&"})
_NAME_END = re.compile(r"\s+(?:tỉnh|thành phố|huyện|quận|thị xã|phường|xã|đặc khu)\b")
_CONFIRMED = 0.97
_WELL_FORMED = 0.9
"""How often capitals that nothing confirms were read right on scans, the pen beside them aside."""
_CONTRADICTED = 0.8
"""What letters are worth that are nearly, but not quite, those of the issuer or the kind."""
_SLASH_LIKE = frozenset("/|JIl1ft[]({7\\")
_LEAST_OPENING = 2


@dataclass(frozen=True, slots=True)
class Maker:
    """Who made a document, as far as its other lines tell: kind, issuer and the line `Lưu:`."""

    kind: str | None = None
    issuer: str = ""
    archive: str = ""

    def expects(self, group: str) -> bool:
        """Whether a group of letters names the kind, the issuer or a unit that keeps a copy."""
        return group in self._names or _organ_in(group, self.issuer)

    @property
    def names(self) -> tuple[str, ...]:
        """The groups of letters that the symbol may well have."""
        return tuple(sorted(self._names))

    @property
    def _names(self) -> frozenset[str]:
        return _names(self.kind, self.issuer, self.archive)


@lru_cache(maxsize=64)
def _names(kind: str | None, issuer: str, archive: str) -> frozenset[str]:
    lexicon = load_lexicon()
    types = {sign for row in lexicon.type if row.code == kind for sign in row.symbols}
    organs = {row.letters for row in lexicon.symbol if issuer and row.organ in issuer}
    shown = {word for word in issuer.split() if _LETTERS.fullmatch(word)}
    units = {word for word in re.findall(r"[\w&]+", archive) if _LETTERS.fullmatch(word)}
    own = {initials(issuer)} if issuer else set()
    kinds = {kind} if kind else set()
    return frozenset({name for name in types | organs | shown | units | own | kinds if name})


def _organ_in(group: str, issuer: str) -> bool:
    organ = load_lexicon().organ_of(group)
    return bool(organ and organ in issuer)


def mend_symbol(symbol: str) -> str:
    """A symbol whose damaged groups of letters are mended by the lexicon of confusions.

    >>> mend_symbol("/QD-UBND")
    '/QĐ-UBND'
    """
    groups = re.split(r"([/-])", symbol.replace("ĐĐ", "Đ"))
    return "".join(_confusions().get(group, group) for group in groups)


def mend_by_maker(symbol: str, maker: Maker) -> str:
    """A symbol whose unknown groups look like letters that the document leads to expect.

    Only letters that recognition takes for each other are exchanged, and only where one single
    expected group comes of it. The first group may also be that of any kind of document from
    which one letter tells it apart: `BCH` is no `BGN`.

    >>> mend_by_maker("/SVT-VP", Maker(issuer="Sở Y tế"))
    '/SYT-VP'
    >>> mend_by_maker("/Qp-Syr", Maker("QĐ", "Sở Y tế")), mend_by_maker("/TTr-SYT", Maker("TT"))
    ('/QĐ-SYT', '/TTr-SYT')
    >>> mend_by_maker("/SYT-GDTrH", Maker("CV", "Sở Y tế", "VT, GDTTH"))
    '/SYT-GDTrH'
    """
    parts = re.split(r"([/-])", symbol)
    own = Maker(maker.kind, maker.issuer).names  # the archive may be misread itself
    first = next((index for index, part in enumerate(parts) if _has_letters(part)), -1)
    for index, group in enumerate(parts):
        if _has_letters(group) and not is_known(group, maker):
            alike = _alike(group, maker.names) or {
                name for name in own if _lost_capitals(group, name)
            }
            alike = alike or (_near_signs(group) if index == first else alike)
            parts[index] = alike.pop() if len(alike) == 1 else group
    return "".join(parts)


def _alike(group: str, names: Iterable[str]) -> set[str]:
    return {name for name in names if looks_like(group, name)}


def _lost_capitals(read: str, name: str) -> bool:
    """Whether small letters were read for capitals, one at most for another letter (Qp for QĐ)."""
    if len(read) != len(name) or read.isupper() or read[0] != name[0]:
        return False
    return sum(a != b for a, b in zip(read.upper(), name.upper(), strict=True)) <= 1


def _near_signs(group: str) -> set[str]:
    """The signs of kinds that differ from a group in one letter, one that looks like it."""
    alike = _alike(group, _type_signs())
    return {sign for sign in alike if sum(a != b for a, b in zip(group, sign, strict=True)) == 1}


def find_lost_slash(text: str, maker: Maker) -> str | None:
    """The symbol at the end of a number line whose slash was read as a letter or not at all.

    >>> find_lost_slash("201ÄJSYT-NVY", Maker(issuer="Sở Y tế"))
    '/SYT-NVY'
    """
    tail = re.search(r"(?P<glued>[^-/]*?)(?P<rest>(?:-[A-ZĐ][\w&,]*)+)$", text)
    if tail is None:
        return None
    for name in sorted(maker.names, key=len, reverse=True):
        before = tail["glued"].removesuffix(name)
        is_cut = before != tail["glued"] and (not before or not _is_upper(before[-1]))
        if len(name) >= _LEAST_OPENING and (is_cut or before[-1:] in _SLASH_LIKE):
            if before == tail["glued"]:
                continue
            return f"/{name}{tail['rest']}"
    return None


def confirm_symbol(symbol: str, read: float, maker: Maker, *, is_mended: bool) -> float:
    """How sure the letters are, `read` being how sure they were read.

    Letters that agree with the kind, the issuer and its archive are sure however badly they were
    read; capitals that nothing confirms are sure unless they nearly agree with what is expected.
    """
    groups = re.findall(r"[^\W\d_][\w&,.]*", symbol)
    unconfirmed = [group for group in groups if not maker.expects(group)]
    if not unconfirmed:
        return max(read, _CONFIRMED)
    own = Maker(maker.kind, maker.issuer).names
    if any(_is_near(group, name) for group in unconfirmed for name in own):
        return min(read, _CONTRADICTED)
    if all(_LETTERS.fullmatch(group) for group in unconfirmed) and not is_mended:
        return max(read, _WELL_FORMED)
    return read


def is_type(code: str | None) -> bool:
    """Whether the lexicon has this code of a kind, which no damaged symbol only seems to show."""
    return any(row.code == code for row in load_lexicon().type)


def is_known(group: str, maker: Maker) -> bool:
    """Whether letters mean something as they stand."""
    is_organ = load_lexicon().organ_of(group) is not None
    return maker.expects(group) or group in _type_signs() or is_organ


def looks_like(read: str, name: str) -> bool:
    """Whether every letter that differs is one that recognition takes for the other."""
    pairs = [pair for pair in zip(read, name, strict=False) if pair[0] != pair[1]]
    return len(read) == len(name) and bool(pairs) and all(pair in _look_alikes() for pair in pairs)


def initials(issuer: str) -> str:
    """The letters by which a symbol names its organ.

    >>> initials("Bộ Giáo dục và Đào tạo"), initials("Sở Y tế tỉnh Kiên Giang")
    ('BGDĐT', 'SYT')
    """
    name = _NAME_END.split(issuer)[0]
    words = [word for word in name.split() if word not in _SMALL_WORDS]
    return "".join(word if word.isupper() else word[0].upper() for word in words)


def _is_near(group: str, name: str) -> bool:
    """Whether one letter alone, of at least three, tells two groups apart."""
    if len(group) != len(name) or len(group) <= _LEAST_OPENING:
        return False
    return sum(a != b for a, b in zip(group, name, strict=True)) == 1


def _has_letters(part: str) -> bool:
    return part[:1].isalpha()


def _is_upper(letter: str) -> bool:
    return letter.isalpha() and letter.isupper()


@lru_cache(maxsize=1)
def _confusions() -> dict[str, str]:
    return {wrong: row.right for row in load_lexicon().confusion for wrong in row.wrong}


@lru_cache(maxsize=1)
def _look_alikes() -> frozenset[tuple[str, str]]:
    """Pairs of a letter as read and the letter on paper, both ways."""
    return frozenset(pair for row in load_lexicon().letter for pair in _pairs(row.letters))


def _pairs(letters: str) -> Iterator[tuple[str, str]]:
    for first, second in pairwise(letters):
        yield first, second
        yield second, first


@lru_cache(maxsize=1)
def _type_signs() -> frozenset[str]:
    return frozenset(sign for row in load_lexicon().type for sign in row.symbols)
