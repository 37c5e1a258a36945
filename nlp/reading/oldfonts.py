"""Letters of the fonts from before Unicode: TCVN3 (.VnTime, .VnArialH …) and VNI (VNI-Times …).

Both give other letters to the codes of Latin-1, which is what a text layer then tells. TCVN3 has
one code a letter and draws capitals by fonts whose names end in H; VNI writes a vowel and then
its marks. Source: TCVN 5712:1993 (VN3), and the VNI key table for Windows.
"""

import re
import unicodedata
from typing import Final, Literal

OldFont = Literal["tcvn3", "tcvn3_capitals", "vni"]

_TCVN3_FONT: Final = re.compile(r"(?:^|\+)(?:\.Vn|Vn(?:Time(?!s)|Arial))")
_CAPITALS: Final = re.compile(r"H(?:\b|Bold|Italic)")
_VNI_FONT: Final = re.compile(r"(?:^|\+)VNI[-_ ]", re.IGNORECASE)

_TCVN3: Final = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¸¶·¹»¾¼½ÆÇÊÈÉËÌÐÎÏÑÒÕÓÔÖ×ÝØÜÞßãáâäåèæçéêíëìîïóñòôõøö÷ùúýûüþ",
        "ĂÂÊÔƠƯĐăâêôơưđàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ",
        strict=True,
    )
)
_VNI_LETTERS: Final = dict(zip("ñÑòÒæÆóÓîÎôÔöÖ", "đĐịỊỉỈĩĨỵỴơƠưƯ", strict=True))
_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_ROUND, _ROOF = "\u0306", "\u0302"
_VNI_MARKS: Final = {
    "ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _ROOF, "á": _ROOF + _ACUTE, "à": _ROOF + _GRAVE, "å": _ROOF + _HOOK,
    "ã": _ROOF + _TILDE, "ä": _ROOF + _DOT,
    "ê": _ROUND, "é": _ROUND + _ACUTE, "è": _ROUND + _GRAVE, "ú": _ROUND + _HOOK,
    "ü": _ROUND + _TILDE, "ë": _ROUND + _DOT,
}  # fmt: skip
_VNI_BASES: Final = frozenset("aeiouyơưAEIOUYƠƯ")


def old_font(name: str) -> OldFont | None:
    """The encoding of a font by its name, None where it is one of today.

    >>> old_font("ABCDEF+.VnTimeH"), old_font("VNI-Times"), old_font("TimesNewRomanPSMT")
    ('tcvn3_capitals', 'vni', None)
    """
    if _VNI_FONT.search(name):
        return "vni"
    if _TCVN3_FONT.search(name):
        return "tcvn3_capitals" if _CAPITALS.search(name) else "tcvn3"
    return None


def is_of_today(text: str) -> bool:
    """Whether the text holds letters that no old font has a code for: it is in Unicode already."""
    return any("\u0100" <= sign <= "\u01b0" or "\u1ea0" <= sign <= "\u1ef9" for sign in text)


def decode_letter(text: str, font: OldFont) -> str:
    """What the font draws for these codes; of VNI the marks come back as combining signs.

    >>> decode_letter("®", "tcvn3"), decode_letter("®", "tcvn3_capitals")
    ('đ', 'Đ')
    """
    if font == "vni":
        return "".join(_vni(sign) for sign in text)
    decoded = "".join(_TCVN3.get(sign, sign) for sign in text)
    return decoded.upper() if font == "tcvn3_capitals" else decoded


def _vni(sign: str) -> str:
    if sign in _VNI_LETTERS:
        return _VNI_LETTERS[sign]
    return _VNI_MARKS.get(sign.lower(), sign)


def decode_text(text: str, font: OldFont) -> str:
    """The running text in letters of today, NFC.

    >>> decode_text("UÛy ban nhaân daân huyeän", "vni")
    'Ủy ban nhân dân huyện'
    """
    decoded = ""
    for sign in text:
        letter = decode_letter(sign, font)
        follows = decoded[-1:] in _VNI_BASES
        decoded += letter if not unicodedata.combining(letter[:1]) or follows else sign
    return unicodedata.normalize("NFC", decoded)
