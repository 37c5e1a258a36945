import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.errors import Problem
from api.store.cursors import LARGEST, read_cursor, write_cursor

NUMBERS = st.integers(-LARGEST, LARGEST)


@given(st.lists(NUMBERS, min_size=1, max_size=3))
def test_a_cursor_gives_back_its_place(place):
    cursor = write_cursor(*place)
    assert read_cursor(cursor, len(place)) == tuple(place)
    assert cursor.replace("-", "").replace("_", "").isalnum()


@given(st.text())
def test_any_text_is_a_cursor_or_a_problem(text):
    with contextlib.suppress(Problem):
        assert read_cursor(text, 1) is None or len(read_cursor(text, 1)) == 1


@pytest.mark.parametrize("place", [(1,), (1, 2, 3), (2**63, 1)])
def test_a_place_of_another_length_or_beyond_any_list_is_refused(place):
    with pytest.raises(Problem):
        read_cursor(write_cursor(*place), 2)


def test_no_cursor_is_no_place():
    assert read_cursor(None, 1) is None
    assert read_cursor("", 1) is None
