from datetime import datetime

from api.clock import VIETNAM, read_today


def test_today_is_that_of_vietnam():
    assert abs((datetime.now(VIETNAM).date() - read_today()).days) <= 1  # noqa: TID251
