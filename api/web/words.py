"""How the pages say things in Vietnamese: dates, times left, recurrences, codes."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final

from nlp.lexicon.schema import load_lexicon

RELATIONS: Final = {
    "basis": "Căn cứ",
    "implements": "Thực hiện",
    "amends": "Sửa đổi, bổ sung",
    "replaces": "Thay thế",
    "attached_to": "Kèm theo",
    "replies_to": "Trả lời",
    "mentions": "Nhắc đến",
}

ORIGINS: Final = {
    "text": "đọc từ lớp chữ của tệp",
    "ocr": "nhận dạng từ bản quét",
    "mixed": "một phần có lớp chữ, một phần nhận dạng từ bản quét",
}

NOTICES: Final = {
    "low_resolution": "Bản quét có độ phân giải thấp (nên quét từ 200 dpi trở lên), "
    "kết quả có thể kém chính xác.",
    "blank_page": "Có trang trắng trong tệp.",
}

STATES: Final = {
    "proposed": "Chờ duyệt",
    "accepted": "Đã giao",
    "in_progress": "Đang làm",
    "done": "Đã xong",
    "returned": "Đã trả lại",
}

# The words of a button, in the order of the buttons.
MOVE_WORDS: Final = {
    "accepted": "Giao việc",
    "in_progress": "Bắt đầu",
    "done": "Xong",
    "returned": "Trả lại",
}

ARRIVAL_WARNINGS: Final = {
    "repeat": "số đến này đã dùng cho văn bản khác trong năm",
    "gap": "số đến bỏ quãng so với số trước đó trong năm",
    "before_issue": "ngày đến sớm hơn ngày ban hành",
}

WEEKDAYS: Final = {
    "MO": "thứ Hai",
    "TU": "thứ Ba",
    "WE": "thứ Tư",
    "TH": "thứ Năm",
    "FR": "thứ Sáu",
    "SA": "thứ Bảy",
    "SU": "Chủ nhật",
}

_FREQUENCIES: Final = {
    ("DAILY", 1): "hằng ngày",
    ("WEEKLY", 1): "hằng tuần",
    ("WEEKLY", 2): "hai tuần một lần",
    ("MONTHLY", 1): "hằng tháng",
    ("MONTHLY", 3): "hằng quý",
    ("MONTHLY", 6): "sáu tháng một lần",
    ("YEARLY", 1): "hằng năm",
}

_UNITS: Final = {"DAILY": "ngày", "WEEKLY": "tuần", "MONTHLY": "tháng", "YEARLY": "năm"}


@cache
def type_names() -> Mapping[str, str]:
    """The name of each code of a document type, as a title begins with it."""
    return {row.code: row.names[0][:1].upper() + row.names[0][1:] for row in load_lexicon().type}


# What has become of a document.
ENDED: Final = {"replaces": "đã bị thay thế", "amends": "đã được sửa đổi"}


def day_words(day: date | None) -> str:
    """The day as Vietnamese write it, empty where there is none.

    >>> day_words(date(2018, 11, 8))
    '08/11/2018'
    """
    return "" if day is None else day.strftime("%d/%m/%Y")


def parse_day(text: object) -> date | None:
    """The day of an ISO 8601 date, None where `text` is none."""
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def span_words(start: date | None, end: date | None) -> str:
    """A day or a period in words.

    >>> span_words(date(2018, 11, 15), date(2018, 12, 15))
    '15/11/2018 – 15/12/2018'
    """
    days = dict.fromkeys(day_words(day) for day in (start, end) if day is not None)
    return " – ".join(days)


def deadline_words(deadline: date | None, operator: object) -> str:
    """A deadline with its operator where that excludes the day itself.

    >>> deadline_words(date(2018, 12, 20), "before")
    'trước 20/12/2018'
    """
    return (
        f"trước {day_words(deadline)}"
        if deadline and operator == "before"
        else day_words(deadline)
    )


def time_left_words(deadline: date, today: date) -> str:
    """How far the deadline is from today.

    >>> time_left_words(date(2018, 11, 10), date(2018, 11, 8))
    'còn 2 ngày'
    """
    days = (deadline - today).days
    if days == 0:
        return "hạn hôm nay"
    return f"còn {days} ngày" if days > 0 else f"quá hạn {-days} ngày"


def recurrence_words(rule: str | None) -> str:
    """An RRULE of the contract in words; the rule itself where it says more than these words can.

    >>> recurrence_words("FREQ=MONTHLY;BYMONTHDAY=25")
    'hằng tháng, ngày 25'
    """
    if not rule:
        return ""
    parts = dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
    if not parts.keys() <= {"FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY"}:
        return rule
    often = _often_words(parts.get("FREQ", ""), parts.get("INTERVAL", "1"))
    return ", ".join(filter(None, (often, _on_words(parts)))) if often else rule


def _often_words(frequency: str, interval: str) -> str:
    every = int(interval) if interval.isdigit() else 0
    if frequency not in _UNITS or every < 1:
        return ""
    return _FREQUENCIES.get((frequency, every), f"{every} {_UNITS[frequency]} một lần")


def _on_words(parts: dict[str, str]) -> str:
    months = parts.get("BYMONTH", "").replace(",", ", ")
    days = " và ".join(
        _month_day_words(day) for day in parts.get("BYMONTHDAY", "").split(",") if day
    )
    weekdays = " và ".join(
        WEEKDAYS.get(day, day) for day in parts.get("BYDAY", "").split(",") if day
    )
    return " ".join(filter(None, (weekdays, days, months and f"tháng {months}")))


def _month_day_words(day: str) -> str:
    return "ngày cuối tháng" if day == "-1" else f"ngày {day}"


def percent_words(confidence: float | None) -> str:
    """A confidence as a whole percentage, never rounded up to certainty.

    >>> percent_words(0.997)
    '99 %'
    """
    return "" if confidence is None else f"{int(confidence * 100)} %"
