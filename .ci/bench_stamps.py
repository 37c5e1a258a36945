"""Stamps and marks on rendered pages: how many are read, promised and wrong.

Every page is drawn anew from a seed: three forms of the ĐẾN stamp, filled in by hands that the
reader of digits was not trained on, red, blue or as a photocopy, leaning, at times cut by the edge
or over text; then pages with one mark, or with none but with what resembles one.

    python .ci/bench_stamps.py --pages 60 --seed 1
"""

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from nlp.directive import Directive  # noqa: E402 - found beside the script
from nlp.pages.image import PageImage  # noqa: E402
from nlp.pages.load import FileFacts  # noqa: E402
from nlp.pipeline import understand  # noqa: E402
from nlp.reading.engine import OcrEngine  # noqa: E402
from nlp.reading.inprocess import InProcessEngine  # noqa: E402
from nlp.reading.scan import read_scan  # noqa: E402
from samples.render.faces import HANDS, print_face  # noqa: E402
from samples.render.ink import mark  # noqa: E402
from samples.render.wear import clean_scan, fax, grey_scan  # noqa: E402

Rng = np.random.Generator
DPI = 200
UNIT = DPI / 25.4  # pixels of a millimetre
SIZE = (round(210 * UNIT), round(297 * UNIT))
INKS = {"red": (200, 28, 44), "blue": (30, 50, 160), "black": (25, 25, 25), "grey": (95, 95, 95)}
PENS = ((24, 42, 140), (20, 20, 20), (60, 60, 75))
WEARS = (clean_scan, clean_scan, grey_scan, fax)
SECRECY = ("MẬT", "TỐI MẬT", "TUYỆT MẬT")
URGENCY = ("KHẨN", "THƯỢNG KHẨN", "HỎA TỐC")
ORGANS = ("PHÒNG NỘI VỤ HUYỆN DI LINH", "SỞ CÔNG THƯƠNG", "UBND XÃ TÂN HÀ", "TRƯỜNG THPT LÂM HÀ")
BODY = (
    "Thực hiện nhiệm vụ được giao, cơ quan yêu cầu các đơn vị rà soát tiến độ công việc,",
    "báo cáo kết quả trước ngày quy định và chịu trách nhiệm về số liệu đã cung cấp cho",
    "đoàn kiểm tra. Các phòng chuyên môn phối hợp với Văn phòng tổng hợp, trình lãnh đạo",
    "xem xét, quyết định theo thẩm quyền. Trong quá trình triển khai, nếu phát sinh khó khăn,",
)


def happens(rng: Rng, share: float) -> bool:
    """True in this share of all calls."""
    return bool(rng.random() < share)


@dataclass(frozen=True, slots=True)
class Row:
    """A label of a stamp, where it stands, and where its dots end, in millimetres."""

    label: str
    x: float
    foot: float
    end: float


@dataclass(frozen=True, slots=True)
class Form:
    """A printed stamp: its size in millimetres, its lines, its rows; the first two are filled."""

    size: tuple[float, float]
    lines: tuple[tuple[float, float, float, float], ...]
    title: tuple[tuple[str, float, float, float], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Type:
    """How something is printed."""

    style: str
    points: float
    colour: tuple[int, ...] = (20, 20, 20)


@dataclass(frozen=True, slots=True)
class Hand:
    """How something is written: a font, its height in millimetres, the colour of the pen."""

    font: Path
    tall: float
    ink: tuple[int, int, int]


FORMS = {
    "nghị định 30": Form(
        (58, 33),
        ((0, 6.2, 58, 6.2), (0, 20.4, 58, 20.4), (19, 6.2, 19, 20.4)),
        (("ĐẾN", 9.5, 13.3, 7.2),),
        (Row("Số:", 20.5, 12, 56), Row("Ngày:", 20.5, 18.5, 56),
         Row("Chuyển:", 1.8, 26, 56), Row("Số và ký hiệu HS:", 1.8, 31, 56)),
    ),
    "cũ": Form(
        (50, 36),
        ((0, 6.5, 50, 6.5),),
        (("ĐẾN", 7, 17, 6.5),),
        (Row("Số:", 15, 14.5, 48), Row("Ngày:", 15, 22, 48),
         Row("Chuyển:", 1.8, 28.5, 48), Row("Lưu hồ sơ số:", 1.8, 34, 48)),
    ),
    "CV đến": Form(
        (56, 22),
        ((0, 5, 56, 5), (14, 5, 14, 22)),
        (("CV", 7, 9.5, 5), ("ĐẾN", 7, 16.5, 5.5)),
        (Row("Số:", 15.5, 10, 54), Row("Ngày:", 15.5, 15, 54), Row("Chuyển:", 15.5, 20, 54)),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """What a drawn page holds."""

    form: str = ""
    ink: str = ""
    number: str = ""
    arrived: date | None = None
    mark: str = ""


def draw_stamp_page(rng: Rng, hands: tuple[Path, ...]) -> tuple[NDArray[np.uint8], Case]:
    """A page with a stamp, and what stands in it."""
    issued = date(2018, 1, 1) + timedelta(days=int(rng.integers(0, 2800)))
    arrived = issued + timedelta(days=int(rng.integers(0, 9)))
    form, ink = str(rng.choice(list(FORMS))), str(rng.choice(list(INKS), p=[0.5, 0.15, 0.2, 0.15]))
    case = Case(form, ink, str(rng.integers(1, 10 ** int(rng.integers(2, 5)))), arrived)
    page = _letter(issued, rng)
    stamp = _stamp(case, hands, rng).rotate(
        float(rng.uniform(-8, 8)) if happens(rng, 0.6) else 0.0,
        Image.Resampling.BICUBIC, expand=True,
    )  # fmt: skip
    cut = -4 if happens(rng, 0.15) else rng.uniform(4, 24)
    top = rng.uniform(66, 84) if happens(rng, 0.8) else rng.uniform(96, 110)  # over the body
    page.paste(stamp, (round(cut * UNIT), round(top * UNIT)), stamp)
    return _worn(page, rng, is_grey=ink in {"black", "grey"}), case


def draw_mark_page(rng: Rng, text: str) -> tuple[NDArray[np.uint8], Case]:
    """A page with the mark `text`, a decoy where it is empty."""
    page = _letter(date(2024, 5, 6), rng)
    kind = "secrecy" if text in SECRECY else "urgency"
    if text:
        frame = mark(text, UNIT, double=kind == "secrecy" and happens(rng, 0.7))
        frame = frame.rotate(float(rng.uniform(-6, 6)), Image.Resampling.BICUBIC, expand=True)
        page.paste(
            frame, (round(rng.uniform(26, 50) * UNIT), round(rng.uniform(58, 66) * UNIT)), frame
        )
    else:
        decoys = ("THÔNG BÁO", "BẢN SAO", "DỰ THẢO", "MẶT TRẬN", "ĐÃ KÝ", "")
        word = str(rng.choice(decoys))
        if word:
            frame = mark(word, UNIT)
            page.paste(frame, (round(30 * UNIT), round(60 * UNIT)), frame)
    return _worn(page, rng, is_grey=happens(rng, 0.3)), Case(mark=text)


def _letter(issued: date, rng: Rng) -> Image.Image:
    page = Image.new("RGB", SIZE, "white")
    pen = ImageDraw.Draw(page)
    place = f"Lâm Đồng, ngày {issued.day:02d} tháng {issued.month:02d} năm {issued.year}"
    for text, style, x, foot, points in (
        ("UBND TỈNH LÂM ĐỒNG", "Regular", 60, 25, 12), ("SỞ NỘI VỤ", "Bold", 60, 31, 12),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Bold", 145, 25, 12),
        ("Độc lập - Tự do - Hạnh phúc", "Bold", 145, 31, 13),
        (f"Số: {rng.integers(10, 2000)}/SNV-VP", "Regular", 60, 42, 13),
        (place, "Italic", 145, 42, 13),
        ("V/v rà soát tiến độ công việc", "Regular", 60, 48, 12),
        ("Kính gửi: Các cơ quan, đơn vị trực thuộc", "Regular", 115, 88, 13),
    ):  # fmt: skip
        _print(pen, text, (x, foot), Type(style, points), "ms")
    for index in range(12):
        _print(pen, BODY[index % len(BODY)], (30, 102 + 7 * index), Type("Regular", 13))
    return page


def _stamp(case: Case, hands: tuple[Path, ...], rng: Rng) -> Image.Image:
    """The stamp, printed and filled in; the pen may run on to its right."""
    form, colour = FORMS[case.form], (*INKS[case.ink], 235)
    width, height = (round(side * UNIT) for side in form.size)
    stamp = Image.new("RGBA", (width + round(12 * UNIT), height))
    pen, line = ImageDraw.Draw(stamp), max(2, round(0.45 * UNIT))
    pen.rectangle((1, 1, width - 2, height - 2), outline=colour, width=line)
    for ends in form.lines:
        pen.line([end * UNIT for end in ends], fill=colour, width=line)
    small, heading = Type("Regular", 9, colour), Type("Bold", 8, colour)
    _print(pen, str(rng.choice(ORGANS)), (form.size[0] / 2, form.lines[0][1] / 2), heading, "mm")
    for text, x, y, tall in form.title:
        _print(pen, text, (x, y), Type("Bold", tall * 72 / 28, colour), "mm")
    for row in form.rows:
        _print(pen, row.label, (row.x, row.foot), small)
        start = row.x + _width(row.label, small)
        _print(pen, "." * int((row.end - start) / _width(".", small)), (start, row.foot), small)
    ink = PENS[int(rng.integers(len(PENS)))]
    hand = Hand(hands[int(rng.integers(len(hands)))], rng.uniform(4.2, 5.4), ink)
    written = _written(case.arrived or date.min, rng)
    for text, row in zip((case.number, written), form.rows, strict=False):
        _write(stamp, text, (row.x + rng.uniform(9.5, 13), row.foot - 0.6), hand, rng)
    return stamp


def _written(day: date, rng: Rng) -> str:
    year = day.strftime("%Y" if happens(rng, 0.5) else "%y")
    padded = happens(rng, 0.5)
    return f"{day.day:02d}/{day.month:02d}/{year}" if padded else f"{day.day}/{day.month}/{year}"


def _write(stamp: Image.Image, text: str, at: tuple[float, float], hand: Hand, rng: Rng) -> None:
    font = ImageFont.truetype(str(hand.font), round(hand.tall * UNIT * 1.2))
    pen, x = ImageDraw.Draw(stamp), at[0] * UNIT
    for sign in text:
        y = (at[1] + rng.normal(0, 0.1)) * UNIT
        pen.text((x, y), sign, font=font, fill=(*hand.ink, 240), anchor="ls")
        x += font.getlength(sign) * rng.uniform(0.96, 1.1)


def _print(
    pen: ImageDraw.ImageDraw, text: str, at: tuple[float, float], type_: Type, anchor: str = "ls"
) -> None:
    place = at[0] * UNIT, at[1] * UNIT
    pen.text(place, text, font=_font(type_), fill=type_.colour, anchor=anchor)


def _width(text: str, type_: Type) -> float:
    return _font(type_).getlength(text) / UNIT


def _font(type_: Type) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(print_face(type_.style)), round(type_.points * DPI / 72))


def _worn(page: Image.Image, rng: Rng, *, is_grey: bool) -> NDArray[np.uint8]:
    wears = WEARS[1:] if is_grey else WEARS[:2]
    worn = wears[int(rng.integers(len(wears)))](np.asarray(page), rng)
    return np.ascontiguousarray(worn)


def read(pixels: NDArray[np.uint8], engine: OcrEngine) -> Directive:
    """What the reader makes of a page."""
    reading = read_scan(PageImage(pixels, float(DPI)), 1, engine)
    return understand((reading,), FileFacts("0" * 64, "image/png", 1), "page.png")


def judge_stamp(case: Case, found: Directive) -> dict[str, str]:
    """`right`, `wrong` or `left` for number and date: what is promised, or left to the clerk."""
    incoming = found.statements.incoming if found.statements else None
    verdicts = {}
    for name, wanted in (("number", case.number), ("date", case.arrived)):
        leaf = getattr(incoming, name) if incoming else None
        value = leaf.value.lstrip("0") if name == "number" and leaf else leaf and leaf.value
        verdict = "right" if value == wanted else "wrong"
        is_left = leaf is None or f"incoming.{name}" in found.review
        verdicts[name] = f"{verdict}, left" if is_left else verdict
    return verdicts


def judge_mark(case: Case, found: Directive) -> str:
    """What became of a mark: its level told or another, missed, or a false alarm."""
    urgency = found.statements.header.urgency if found.statements else None
    seen = found.secrecy or (urgency.value if urgency else "")
    if seen == case.mark:
        return "right"
    if case.mark in SECRECY:
        return f"kept out as {seen}" if found.secrecy else "MISSED"
    if found.secrecy or not case.mark:
        return f"FALSE ALARM of {seen}"
    return f"read as {seen}" if seen else "not seen"


def main() -> int:
    """Draw, read and count; 1 where a secret was let in."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fonts", type=Path, help="further hands, as font files")
    parser.add_argument("--only", choices=("stamps", "marks", "secrets"))
    parser.add_argument("--out", type=Path, help="where to keep the pages that were read wrongly")
    given = parser.parse_args()
    hands = (*HANDS, *(sorted(given.fonts.iterdir()) if given.fonts else ()))
    engine, missed = InProcessEngine(), 0
    if given.only in {None, "stamps"}:
        bench_stamps(given, hands, engine)
    if given.only != "stamps":
        missed = bench_marks(given, engine)
    return int(missed > 0)


def bench_stamps(given: argparse.Namespace, hands: tuple[Path, ...], engine: OcrEngine) -> None:
    """Read pages with stamps and print the counts, all together and by form and ink."""
    counts: dict[str, Counter[str]] = {}
    for index in range(given.pages):
        pixels, case = draw_stamp_page(np.random.default_rng([given.seed, index]), hands)
        verdicts = judge_stamp(case, read(pixels, engine))
        for name, verdict in verdicts.items():
            for group in ("all", case.form, case.ink):
                counts.setdefault(f"{name}, {group}", Counter())[verdict] += 1
        if given.out and set(verdicts.values()) != {"right"}:
            _keep(given.out, f"stamp-{index}", pixels)
            print(index, case, verdicts)
    for name, count in sorted(counts.items()):
        total = count.total()
        right = count["right"] + count["right, left"]
        promised = count["right"] + count["wrong"]
        print(f"{name:24} {total:4} right {right / total:4.0%}  promised {promised / total:4.0%}"
              f"  wrong among them {count['wrong'] / max(promised, 1):5.1%}")  # fmt: skip


def bench_marks(given: argparse.Namespace, engine: OcrEngine) -> int:
    """Read pages with marks and print what became of each; how many secrets were let in."""
    counts: Counter[tuple[str, str]] = Counter()
    texts = SECRECY if given.only == "secrets" else (*SECRECY, *URGENCY, "", "")
    for index in range(given.pages):
        text = texts[index % len(texts)]
        pixels, case = draw_mark_page(np.random.default_rng([given.seed, 7, index]), text)
        verdict = judge_mark(case, read(pixels, engine))
        counts[text or "none", verdict] += 1
        if given.out and verdict != "right":
            _keep(given.out, f"mark-{index}", pixels)
            print(index, case, verdict)
    for (text, verdict), count in sorted(counts.items()):
        print(f"{text:14} {verdict:28} {count}")
    return sum(count for (_, verdict), count in counts.items() if verdict == "MISSED")


def _keep(folder: Path, name: str, pixels: NDArray[np.uint8]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(folder / f"{name}.png")


if __name__ == "__main__":
    sys.exit(main())
