"""A script -> PDF with a text layer, and the places where ink belongs."""

import io

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Spacer

from samples.render.blocks import flow_blocks
from samples.render.faces import face_name, typeface
from samples.render.letter import Letterhead, Places, Signing, draw_marked
from samples.render.script import Script

_MARGINS = (30 * mm, 18 * mm, 20 * mm, 18 * mm)  # left, right, top, bottom


class _Title(Flowable):
    def __init__(self, lines: tuple[str, ...], size: float) -> None:
        super().__init__()
        self.lines, self.size = lines, size

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        self.height = len(self.lines) * self.size * 1.25 + 14
        return self.width, self.height

    def draw(self) -> None:
        y, width = self.height - self.size, 0.0
        for line in self.lines:
            width = draw_marked(self.canv, self.width / 2, y, line, self.size)
            y -= self.size * 1.25
        rule = y + self.size * 1.25 - 5
        self.canv.setLineWidth(0.7)
        self.canv.line(self.width / 2 - width / 6, rule, self.width / 2 + width / 6, rule)


def typeset(script: Script) -> tuple[bytes, Places]:
    """Return the PDF of `script` and the places of its number, day, marks and signatures."""
    with typeface(script.paper.face):
        return _typeset(script)


def _typeset(script: Script) -> tuple[bytes, Places]:
    places = Places(page_height=A4[1])
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=A4, invariant=1, title="", author="", lang="vi")
    block = script.paper.signature_block
    document.addPageTemplates(
        [_template("tall", A4, block), _template("wide", landscape(A4), block)]
    )
    document.build(_flow(script, places))
    return out.getvalue(), places


def _flow(script: Script, places: Places) -> list[Flowable]:
    size = script.paper.font_size
    width = A4[0] - _MARGINS[0] - _MARGINS[1]
    marks = script.paper.urgency or script.paper.secrecy
    flow: list[Flowable] = [Letterhead(script.head, places, 34 if marks else 10)]
    if script.arrival and not script.head.about:
        flow.append(Spacer(1, script.arrival.room_mm * mm))
    if script.head.title:
        flow.append(_Title(script.head.title, size))
    flow += flow_blocks(script.body, size, width)
    if script.closing.signers or script.closing.recipients:
        flow.append(Signing(script.closing, places, size))
    if script.appendix:
        flow += flow_blocks(script.appendix, size, width)
    return flow


def _template(name: str, size: tuple[float, float], block: tuple[str, ...]) -> PageTemplate:
    left, right, top, bottom = _MARGINS
    if name == "wide":
        left, right = 25 * mm, 20 * mm
    frame = Frame(
        left, bottom, size[0] - left - right, size[1] - top - bottom,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
    )  # fmt: skip

    def number(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setPageSize(size)
        if document.page > 1:
            canvas.setFont(face_name(), 13)
            canvas.drawCentredString(size[0] / 2, size[1] - 13 * mm, str(document.page))
            return
        for row, line in enumerate(block):
            canvas.setFont(face_name(), 8)
            canvas.drawString(size[0] - 62 * mm, size[1] - 8 * mm - row * 9, line)

    return PageTemplate(name, [frame], onPage=number, pagesize=size)
