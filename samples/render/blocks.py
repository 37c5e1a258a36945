"""Body markup -> flowables. One line is one block; README.md beside has the forms."""

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    Flowable,
    NextPageTemplate,
    PageBreak,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from samples.render.faces import face_name, family_name

_INLINE = ((re.compile(r"\*\*(.+?)\*\*"), r"<b>\1</b>"), (re.compile(r"__(.+?)__"), r"<i>\1</i>"))


def rich_text(text: str) -> str:
    """Return `text` with ** and __ turned into the typesetter's tags."""
    text = escape(text)
    for pattern, tag in _INLINE:
        text = pattern.sub(tag, text)
    return text


def flow_blocks(markup: str, size: float, width: float) -> list[Flowable]:
    """Return the flowables of `markup` set at `size` points in a column of `width` points."""
    flow: list[Flowable] = []
    table: list[str] = []
    for raw in [*markup.splitlines(), ""]:
        line = raw.strip()
        if line.startswith("|"):
            table.append(line)
            continue
        if table:
            flow += [_table(table, size - 1.5, width), Spacer(1, 3 * mm)]
            table = []
        if line.startswith("--- landscape"):
            width = 297 * mm - 45 * mm
        if line:
            flow += _block(line, size)
    return flow


def _block(line: str, size: float) -> Iterable[Flowable]:
    if line.startswith("---"):
        kind = "wide" if "landscape" in line else "tall"
        return [NextPageTemplate(kind), PageBreak()]
    if line.startswith("# "):
        heading = Paragraph(f"<b>{rich_text(line[2:])}</b>", _style(size, TA_JUSTIFY, indent=True))
        heading.keepWithNext = True
        return [heading]
    if line.startswith("> "):
        return [Paragraph(rich_text(line[2:]), _style(size, TA_CENTER, indent=False))]
    if line == "^":
        return [Spacer(1, 4 * mm)]
    return [Paragraph(rich_text(line), _style(size, TA_JUSTIFY, indent=True))]


def _style(size: float, alignment: int, *, indent: bool) -> ParagraphStyle:
    return ParagraphStyle(
        f"body-{family_name()}-{size}-{alignment}-{indent}",
        fontName=face_name(),
        fontFamily=family_name(),
        fontSize=size,
        leading=size * 1.25,
        alignment=alignment,
        firstLineIndent=11 * mm if indent else 0,
        spaceAfter=size * 0.42 if indent else 0,
    )


def _table(lines: list[str], size: float, width: float) -> Flowable:
    shares = [float(share) for share in lines[0].removeprefix("|:").split()]
    widths = [width * share / sum(shares) for share in shares]
    cell = ParagraphStyle("cell", fontName=face_name(), fontSize=size, leading=size * 1.15)
    left = ParagraphStyle("cell-left", parent=cell, alignment=TA_LEFT)
    centre = ParagraphStyle("cell-centre", parent=cell, alignment=TA_CENTER)
    rows, commands = (
        [],
        [
            ("GRID", (0, 0), (-1, -1), 0.7, colors.black),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("LINEBELOW", (0, "inrowsplitstart"), (-1, "inrowsplitstart"), 0.7, colors.black),
            ("LINEABOVE", (0, "inrowsplitend"), (-1, "inrowsplitend"), 0.7, colors.black),
        ],
    )
    for number, line in enumerate(lines[1:]):
        group = line.startswith("||")
        texts = [text.strip() for text in line.strip("|").split("|")]
        texts += [""] * (len(widths) - len(texts))
        bold = group or number == 0
        style = [centre if number == 0 or column == 0 else left for column in range(len(widths))]
        rows.append(
            [_cell(text, look, bold=bold) for text, look in zip(texts, style, strict=True)]
        )
        if group:
            commands.append(("SPAN", (1, number), (-1, number)))
    return Table(
        rows, widths, repeatRows=1, splitByRow=0, splitInRow=1, style=TableStyle(commands)
    )


def _cell(text: str, style: ParagraphStyle, *, bold: bool) -> Paragraph:
    marked = rich_text(text)
    return Paragraph(f"<b>{marked}</b>" if bold and marked else marked, style)
