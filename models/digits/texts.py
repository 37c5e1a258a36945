"""What stands in slots and around them: random numbers and dates, labels, scraps of text."""

import numpy as np

Rng = np.random.Generator

SYMBOLS = (
    *("KH", "QĐ", "UBND", "SYT", "TB", "BC", "GM", "TTr", "CT"),
    *("NVY", "BGDĐT", "CP", "HĐND", "SNV", "TU", "VP", "HD"),
)
BODY = (
    "của Ủy ban nhân dân",
    "thực hiện kế hoạch",
    "và các đơn vị",
    "Căn cứ Nghị định số",
    "cải cách hành chính",
    "KẾ HOẠCH",
)
NOTES = ("Phong KT", "VP, Thanh tra", "b/c GD", "NVY", "D/c")
DIGITS = tuple("0123456789")


def happens(rng: Rng, share: float) -> bool:
    """True in this share of all calls."""
    return bool(rng.random() < share)


def random_text(kind: str, rng: Rng) -> str:
    """A plausible filling of a slot; empty now and then."""
    if happens(rng, 0.03):
        return ""
    if kind == "number":
        length = int(rng.choice([1, 2, 3, 4, 5], p=[0.06, 0.26, 0.3, 0.31, 0.07]))
        text = "".join(rng.choice(DIGITS, length))
        return "0" + text if length == 1 else text
    day, month = int(rng.integers(1, 32)), int(rng.integers(1, 13))
    if kind == "day":
        value = day if happens(rng, 0.8) else month
        return f"{value:02d}" if happens(rng, 0.7) else str(value)
    return _random_date(day, month, rng)


def _random_date(day: int, month: int, rng: Rng) -> str:
    year = int(rng.integers(1998, 2032))
    mark = str(rng.choice(["/", ".", "-"], p=[0.75, 0.13, 0.12]))
    shown_day = f"{day:02d}" if happens(rng, 0.6) else str(day)
    shown_month = f"{month:02d}" if happens(rng, 0.5) else str(month)
    shown_year = f"{year % 100:02d}" if happens(rng, 0.5) else str(year)
    return mark.join(
        [shown_day, shown_month, shown_year] if happens(rng, 0.93) else [shown_day, shown_month]
    )


def label_before(kind: str, rng: Rng) -> str:
    """The printed word at the left of a slot."""
    if kind == "number":
        return str(rng.choice(["Số:", "Số", "SỐ:", "Số :", ":", "số:"]))
    if kind == "day":
        return str(rng.choice(["ngày", "ngày", "tháng", "gày", "Ngày:"]))
    return str(rng.choice(["Ngày:", "Ngày", "NGÀY:", "ngày:", "Số:"]))


def label_after(kind: str, rng: Rng) -> str:
    """The printed word at the right of a slot."""
    if kind == "number":
        symbol = "-".join(rng.choice(SYMBOLS, 2))
        forms = (f"/{symbol}", "/", f"/ {symbol}", "......")
        return str(rng.choice(forms, p=[0.6, 0.1, 0.1, 0.2]))
    if kind == "day":
        return str(rng.choice(["tháng", "tháng", "năm", "thán"]))
    return str(rng.choice(["......", ".....", "", "|"]))
