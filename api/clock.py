"""The clock of the rim."""

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

VIETNAM: Final = ZoneInfo("Asia/Ho_Chi_Minh")


def read_today() -> date:
    """Today in Vietnam."""
    return datetime.now(VIETNAM).date()  # noqa: TID251 -- the rim reads the clock
