"""Closings under seals on rendered pages: how many signers are read, promised and wrong.

Every closing is drawn anew from a seed: titles, seal and signature over them, name; the seal at a
random place over title lines and name, red, or grey or black as on a photocopy.

    python .ci/bench_seals.py --pages 30 --seed 1
"""

import argparse
import sys
from collections import Counter
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
from samples.render.faces import print_face  # noqa: E402
from samples.render.ink import round_seal, sign  # noqa: E402
from samples.render.wear import clean_scan, fax, grey_scan  # noqa: E402

Rng = np.random.Generator
Signer = tuple[str | None, str, str]  # authority, title, name
DPI = 200
UNIT = DPI / 25.4  # pixels of a millimetre
SIZE = (round(210 * UNIT), round(297 * UNIT))
SHADES = {"red": None, "grey": 135, "black": 35}
WEARS = {"red": (clean_scan,), "grey": (clean_scan, grey_scan), "black": (clean_scan, fax)}
FIELDS = ("authority", "title", "name")
POSTS = (
    (("KT. GIÁM ĐỐC",), "PHÓ GIÁM ĐỐC", "SỞ CÔNG THƯƠNG"),
    ((), "GIÁM ĐỐC", "SỞ NỘI VỤ"),
    (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "UBND HUYỆN DI LINH"),
    (("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", "UBND XÃ TÂN HÀ"),
    ((), "HIỆU TRƯỞNG", "TRƯỜNG THPT LÂM HÀ"),
    (("TL. GIÁM ĐỐC",), "CHÁNH VĂN PHÒNG", "SỞ TƯ PHÁP"),
)
NAMES = (
    ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Bùi", "Lò", "Trịnh", "Vũ"),
    ("Văn", "Thị", "Đình", "Ngọc", "Xuân", "Hữu", "Thanh"),
    ("Khang", "Thắng", "Lan", "Phượng", "Hải", "Chẩn", "Nghĩa", "Oanh", "Tuấn", "Giang"),
)
BODY = (
    "Trong quá trình triển khai, nếu có khó khăn, vướng mắc, đề nghị các đơn vị phản ánh về",
    "cơ quan để tổng hợp, trình lãnh đạo xem xét, quyết định theo thẩm quyền./.",
)
LIST = ("Nơi nhận:", "- Như trên;", "- Lãnh đạo (để b/c);", "- Lưu: VT.")


def draw_closing(rng: Rng, ink: str) -> tuple[NDArray[np.uint8], Signer]:
    """A page with a closing under a seal of this ink, and who signed."""
    above, title, organ = POSTS[int(rng.integers(len(POSTS)))]
    name = " ".join(str(rng.choice(part)) for part in NAMES)
    page = Image.new("RGB", SIZE, "white")
    pen = ImageDraw.Draw(page)
    _letterhead(pen, organ)
    top = rng.uniform(90, 200)
    for index, text in enumerate(BODY):
        _print(pen, text, (30, top + 7 * index), 13.5)
    for index, text in enumerate(LIST):
        _print(pen, text, (30, top + 20 + 4.6 * index), 11)
    foot, pitch = top + 20, rng.uniform(5.0, 6.2)
    for index, text in enumerate((*above, title)):
        _print(pen, text, (145, foot + pitch * index), 13.5, centred=True)
    last = foot + pitch * len(above)
    _print(pen, name, (145, last + rng.uniform(28, 33)), 13.5, centred=True)
    _seal(page, (organ, ink), (145 - rng.uniform(8, 16), last + rng.uniform(13, 16)), rng)
    wears = WEARS[ink]
    worn = wears[int(rng.integers(len(wears)))](np.asarray(page), rng)
    return np.ascontiguousarray(worn), (" ".join(above) or None, title, name)


def _letterhead(pen: ImageDraw.ImageDraw, organ: str) -> None:
    for text, x, foot in (
        (organ, 60, 31), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 145, 25),
        ("Độc lập - Tự do - Hạnh phúc", 145, 31), ("Số: 128/VP-TH", 60, 42),
        ("Lâm Đồng, ngày 06 tháng 5 năm 2024", 145, 42),
        ("Kính gửi: Các cơ quan, đơn vị trực thuộc", 115, 60),
    ):  # fmt: skip
        _print(pen, text, (x, foot), 12, centred=True)


def _seal(page: Image.Image, what: tuple[str, str], at: tuple[float, float], rng: Rng) -> None:
    """Stamp the seal of (organ, ink) about a point in millimetres, and sign beside it."""
    organ, ink = what
    seal = round_seal(organ, 36 * UNIT, rng)
    pen = sign(rng.uniform(34, 44) * UNIT, rng)
    shade = SHADES[ink]
    if shade is not None:
        seal, pen = _tinted(seal, shade), _tinted(pen, 30)
    x, y = (round(edge * UNIT) for edge in at)
    page.paste(seal, (x - seal.width // 2, y - seal.height // 2), seal)
    page.paste(pen, (x - round(4 * UNIT), y - pen.height // 2), pen)


def _tinted(image: Image.Image, shade: int) -> Image.Image:
    """The image in one grey, as a photocopier sees it."""
    grey = Image.new("RGBA", image.size, (shade, shade, shade, 0))
    grey.putalpha(image.getchannel("A"))
    return grey


def _print(
    pen: ImageDraw.ImageDraw, text: str, at: tuple[float, float], points: float, *,
    centred: bool = False,
) -> None:  # fmt: skip
    face = print_face("Bold" if centred else "Regular")
    font = ImageFont.truetype(str(face), round(points * DPI / 72))
    place = at[0] * UNIT, at[1] * UNIT
    pen.text(place, text, font=font, fill=(20, 20, 20), anchor="ms" if centred else "ls")


def read(pixels: NDArray[np.uint8], engine: OcrEngine) -> Directive:
    """What the reader makes of a page."""
    reading = read_scan(PageImage(pixels, float(DPI)), 1, engine)
    return understand((reading,), FileFacts("0" * 64, "image/png", 1), "page.png")


def judge(wanted: Signer, found: Directive) -> dict[str, str]:
    """`right`, `wrong`, `wrong, left` or `not read` for each field of the signer."""
    signer = found.statements.header.signer if found.statements else None
    verdicts = {}
    for field, value in zip(FIELDS, wanted, strict=True):
        leaf = getattr(signer, field) if signer else None
        read_value = leaf.value if leaf else None
        left = ", left" if f"header.signer.{field}" in found.review else ""
        if read_value == value:
            verdicts[field] = f"right{left}"
        else:
            verdicts[field] = f"wrong{left}" if leaf else "not read"
    return verdicts


def main() -> int:
    """Draw, read and count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, help="where to keep the pages that were read wrongly")
    given = parser.parse_args()
    engine = InProcessEngine()
    counts: dict[str, Counter[str]] = {}
    for index in range(given.pages):
        ink = list(SHADES)[index % len(SHADES)]
        pixels, wanted = draw_closing(np.random.default_rng([given.seed, index]), ink)
        verdicts = judge(wanted, read(pixels, engine))
        for field, verdict in verdicts.items():
            for group in ("all", ink):
                counts.setdefault(f"{field}, {group}", Counter())[verdict] += 1
        if given.out and set(verdicts.values()) != {"right"}:
            given.out.mkdir(parents=True, exist_ok=True)
            Image.fromarray(pixels).save(given.out / f"{index}.png")
            print(index, ink, wanted, verdicts)
    for name, count in sorted(counts.items()):
        right = count["right"] + count["right, left"]
        print(f"{name:18} {right:3} of {count.total():3} right  {dict(count)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
