"""The typefaces: families of print with Vietnamese letters, and handwriting."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont as OpenType
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FAMILY = "times"
_HERE = Path(__file__).parent / "fonts"
_SYSTEM = Path("/usr/share/fonts/truetype")
_TEX = Path("/usr/share/texmf/fonts/opentype/public/tex-gyre")
_STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
# The first that is installed of each family stands for it. None but the usual one is a sample's.
FAMILIES = {
    FAMILY: (
        (_SYSTEM / "liberation2", "LiberationSerif-{}.ttf"),
        (_SYSTEM / "liberation", "LiberationSerif-{}.ttf"),
        (_SYSTEM / "croscore", "Tinos-{}.ttf"),
    ),
    "tinos": ((_SYSTEM / "croscore", "Tinos-{}.ttf"),),
    "arimo": ((_SYSTEM / "croscore", "Arimo-{}.ttf"),),
    "termes": ((_TEX, "texgyretermes-{}.otf"),),
    "schola": ((_TEX, "texgyreschola-{}.otf"),),
}
# None of these was used to train the reader of digits (models/digits/card.md).
HANDS = tuple(_HERE / name for name in ("itim.ttf", "caveat.ttf", "kalam.ttf"))

_family: ContextVar[str] = ContextVar("family", default=FAMILY)


class MissingFontError(Exception):
    """No face of a family with Vietnamese letters is installed."""


def print_face(style: str = "Regular", family: str = FAMILY) -> Path:
    """Return the file of a family in `style`, of the first of its faces that is installed."""
    for folder, name in FAMILIES[family]:
        for spelling in (style, style.lower()):
            path = folder / name.format(spelling)
            if path.exists():
                return path
    raise MissingFontError(family)


@cache
def letters(face: Path) -> frozenset[int]:
    """Return the code points that `face` can draw."""
    return frozenset(TTFont(face.stem, str(face)).face.charToGlyph)


@contextmanager
def typeface(family: str) -> Iterator[None]:
    """Set in `family` whatever is typeset inside; it is made known to the typesetter once."""
    register_faces(family)
    token = _family.set(family)
    try:
        yield
    finally:
        _family.reset(token)


def family_name() -> str:
    """Return the registered name of the family in use."""
    return _family.get()


def face_name(*, bold: bool = False, italic: bool = False) -> str:
    """Return the registered name of the family in use, in that style."""
    return f"{_family.get()}-{_STYLES[int(bold) + 2 * int(italic)]}"


def register_faces(family: str = FAMILY) -> None:
    """Make a family known to the typesetter, once; without a name the one of the samples."""
    if f"{family}-Regular" in pdfmetrics.getRegisteredFontNames():
        return
    for style in _STYLES:
        path = print_face(style, family)
        file = io.BytesIO(with_quadratic_curves(path)) if path.suffix == ".otf" else str(path)
        pdfmetrics.registerFont(TTFont(f"{family}-{style}", file))
    for bold in (0, 1):
        for italic in (0, 1):
            addMapping(family, bold, italic, f"{family}-{_STYLES[bold + 2 * italic]}")


def with_quadratic_curves(path: Path) -> bytes:
    """Return a PostScript-flavoured face as TrueType, the only kind that the typesetter takes."""
    source = OpenType(path)
    outlines, cmap = source.getGlyphSet(), source.getBestCmap()
    names = [".notdef", *sorted(set(cmap.values()) - {".notdef"})]
    glyphs = {}
    for name in names:
        pen = TTGlyphPen(None)
        outlines[name].draw(Cu2QuPen(pen, max_err=1.0, reverse_direction=True))
        glyphs[name] = pen.glyph()
    line = source["hhea"]
    made = FontBuilder(source["head"].unitsPerEm, isTTF=True)
    made.setupGlyphOrder(names)
    made.setupCharacterMap(cmap)
    made.setupGlyf(glyphs)
    made.setupHorizontalMetrics({name: source["hmtx"][name] for name in names})
    made.setupHorizontalHeader(ascent=line.ascent, descent=line.descent)
    made.setupNameTable({"familyName": path.stem, "styleName": "Regular", "psName": path.stem})
    made.setupOS2(sTypoAscender=line.ascent, sTypoDescender=line.descent)
    made.setupPost()
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
