"""The typefaces: a Times-like family with Vietnamese letters, and handwriting."""

from functools import cache
from pathlib import Path

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FAMILY = "Directive"
_HERE = Path(__file__).parent / "fonts"
_SYSTEM = Path("/usr/share/fonts/truetype")
_FAMILIES = (
    ("liberation2", "LiberationSerif"),
    ("liberation", "LiberationSerif"),
    ("croscore", "Tinos"),
)
_STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
# None of these was used to train the reader of digits (models/digits/card.md).
HANDS = tuple(_HERE / name for name in ("itim.ttf", "caveat.ttf", "kalam.ttf"))


class MissingFontError(Exception):
    """No Times-like family with Vietnamese letters is installed."""


def print_face(style: str = "Regular") -> Path:
    """Return the file of the first installed family in `style`, as its file names it."""
    for folder, name in _FAMILIES:
        path = _SYSTEM / folder / f"{name}-{style}.ttf"
        if path.exists():
            return path
    raise MissingFontError


@cache
def letters(face: Path) -> frozenset[int]:
    """Return the code points that `face` can draw."""
    return frozenset(TTFont(face.stem, str(face)).face.charToGlyph)


def register_faces() -> None:
    """Make the family known to the typesetter, once."""
    if f"{FAMILY}-Regular" in pdfmetrics.getRegisteredFontNames():
        return
    for style in _STYLES:
        pdfmetrics.registerFont(TTFont(f"{FAMILY}-{style}", str(print_face(style))))
    for bold in (0, 1):
        for italic in (0, 1):
            addMapping(FAMILY, bold, italic, f"{FAMILY}-{_STYLES[bold + 2 * italic]}")


def face_name(*, bold: bool = False, italic: bool = False) -> str:
    """Return the registered name of the family in that style."""
    return f"{FAMILY}-{_STYLES[int(bold) + 2 * int(italic)]}"
