"""Times of day."""

from datetime import time

from nlp.spans.numerals import parse_numeral
from nlp.spans.tokens import Tokens, low_at

HOURS = 24
MINUTES = 60


def parse_time(tokens: Tokens, index: int) -> tuple[int, time] | None:
    """End and time of `16 giờ 00`, `16 giờ 30 phút`, `8h00`, `16h`."""
    hour = parse_numeral(tokens, index)
    if hour is None or hour.value >= HOURS:
        return None
    mark = low_at(tokens, hour.end)
    if mark in {"giờ", "h"}:
        minute = parse_numeral(tokens, hour.end + 1)
        if (
            minute is None
            or len(minute.digits) != len("00")
            or minute.value >= MINUTES
            or low_at(tokens, minute.end) in {"/", "tháng"}
        ):
            return hour.end + 1, time(hour.value)
        return minute.end + (low_at(tokens, minute.end) == "phút"), time(hour.value, minute.value)
    if (
        len(mark) == len("h00")
        and mark[0] == "h"
        and mark[1:].isascii()
        and mark[1:].isdigit()
        and int(mark[1:]) < MINUTES
    ):
        return hour.end + 1, time(hour.value, int(mark[1:]))
    return None
