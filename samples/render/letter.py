"""The letterhead and the closing as flowables that remember where ink belongs."""

from dataclasses import dataclass, field

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from samples.render.faces import face_name
from samples.render.script import Closing, Head


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page (from 0): x and y in points from the top left."""

    page: int
    x: float
    y: float


@dataclass(slots=True)
class Places:
    """Where pen, seal and marks go, filled while the pages are drawn."""

    page_height: float
    spots: dict[str, Spot] = field(default_factory=dict)

    def remember(self, name: str, canvas: Canvas, x: float, y: float) -> None:
        """Keep the point (x, y) of the current drawing under `name`."""
        left, bottom = canvas.absolutePosition(x, y)
        self.spots[name] = Spot(canvas.getPageNumber() - 1, left, self.page_height - bottom)


def draw_marked(canvas: Canvas, centre: float, y: float, text: str, size: float) -> float:
    """Draw `text` centred (whole line in ** or __ sets its style) and return its width."""
    bold, italic = text.startswith("**"), text.startswith("__")
    plain = text.strip("*_") if bold or italic else text
    name = face_name(bold=bold, italic=italic)
    canvas.setFont(name, size)
    canvas.drawCentredString(centre, y, plain)
    return stringWidth(plain, name, size)


def _fitting(line: str, room: float) -> float:
    """Return the type size, at most 12.5 points, that keeps a left-hand `line` in its room."""
    if "CỘNG HÒA" in line or "ĐẢNG CỘNG SẢN" in line:
        return 12.5
    width = stringWidth(line.strip("*_ "), face_name(bold=line.startswith("**")), 12.5)
    return min(12.5, 12.5 * room / max(width, 1.0))


class Letterhead(Flowable):
    """Organ left, motto right, rules under both, number and place-date on one line."""

    def __init__(self, head: Head, places: Places, gap: float) -> None:
        super().__init__()
        self.head, self.places, self.gap = head, places, gap
        self.leading = 16.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size; the height follows from the longer column."""
        self.width = width
        lines = max(len(self.head.left), 2) + 1.4
        if self.head.about:
            lines += len(self.head.about) * 0.95
        self.height = lines * self.leading + 8 + self.gap
        return self.width, self.height

    def draw(self) -> None:
        """Draw both columns and remember the slots of number, day and marks."""
        left, right = self.width * 0.215, self.width * 0.70
        top = self.height - self.leading
        below_left = self._column(left, top, self.head.left)
        below_right = self._column(right, top, self.head.right)
        y = min(below_left, below_right)
        self._number(left, y)
        self._place_date(right, y)
        for line in self.head.about:
            y -= self.leading * 0.95
            draw_marked(self.canv, left, y, line, 12)
        self.places.remember("marks", self.canv, left, y - 10)

    def _column(self, centre: float, y: float, lines: tuple[str, ...]) -> float:
        width = 0.0
        for line in lines:
            width = draw_marked(self.canv, centre, y, line, _fitting(line, self.width * 0.375))
            y -= self.leading
        if lines[-1] != "*":
            half = width * (0.5 if lines is self.head.right else 0.22)
            self.canv.setLineWidth(0.7)
            self.canv.line(
                centre - half, y + self.leading - 5, centre + half, y + self.leading - 5
            )
        return y - 6

    def _number(self, centre: float, y: float) -> None:
        self._with_slot("number", centre, y, self.head.number, self.head.number_by_hand)

    def _place_date(self, centre: float, y: float) -> None:
        self._with_slot("day", centre, y, self.head.place_date, self.head.day_by_hand)

    def _with_slot(self, name: str, centre: float, y: float, text: str, pen: str) -> None:
        blank = " " * (4 + 2 * len(pen)) if pen else ""
        style = "__" if name == "day" else ""
        draw_marked(self.canv, centre, y, style + text.replace("{}", blank) + style, 13)
        before, _, after = text.partition("{}")
        face = face_name(italic=name == "day")
        whole = stringWidth(before + blank + after, face, 13)
        start = centre - whole / 2 + stringWidth(before, face, 13)
        self.places.remember(name, self.canv, start, y)


class Signing(Flowable):
    """Nơi nhận on the left, the signer on the right; two signers stand side by side above it."""

    def __init__(self, closing: Closing, places: Places, size: float) -> None:
        super().__init__()
        self.closing, self.places, self.size = closing, places, size
        self.room = 30 * mm

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size, kept whole on one page."""
        self.width = width
        lines = max((len(lines) for lines, _ in self.closing.signers), default=0)
        self.signers_height = (lines + 1) * self.size * 1.3 + self.room
        recipients = (len(self.closing.recipients) + 1) * 13 + 4
        pair = len(self.closing.signers) > 1
        stacked = self.signers_height + (recipients if self.closing.recipients else 0)
        self.height = 8 + (stacked if pair else max(self.signers_height, recipients))
        return self.width, self.height

    def draw(self) -> None:
        """Draw the columns and remember where each signature goes."""
        top = self.height - 8 - self.size
        centres = [0.26, 0.74] if len(self.closing.signers) > 1 else [0.73]
        for number, (lines, name) in enumerate(self.closing.signers):
            self._signer(number, self.width * centres[number], top, (lines, name))
        self._recipients(top - (self.signers_height if len(self.closing.signers) > 1 else 0))

    def _signer(
        self, number: int, centre: float, y: float, signer: tuple[tuple[str, ...], str]
    ) -> None:
        lines, name = signer
        for line in lines:
            draw_marked(self.canv, centre, y, f"**{line}**", self.size - 0.5)
            y -= self.size * 1.3
        self.places.remember(f"signature{number}", self.canv, centre, y - self.room * 0.42)
        draw_marked(self.canv, centre, y - self.room, f"**{name}**", self.size)

    def _recipients(self, y: float) -> None:
        if not self.closing.recipients:
            return
        self.canv.setFont(face_name(bold=True, italic=True), 12)
        self.canv.drawString(0, y, "Nơi nhận:")
        self.canv.setFont(face_name(), 11)
        for line in self.closing.recipients:
            y -= 13
            self.canv.drawString(0, y, line)
