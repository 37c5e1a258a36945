from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import count

import pytest

from api.store.arrivals import Arrivals, Entry, line_cursor
from api.store.documents import Arrived, Documents

READING = {"number": 1, "width": 1.0, "height": 1.0, "origin": "text", "lines": []}
DAY = date(2024, 4, 25)
NUMBERS = count()


@pytest.fixture
def add(engine):
    documents = Documents(engine)

    def add_one(stamp=None, day="2024-04-25", issued="2024-04-20"):
        arrived = Arrived(f"{next(NUMBERS):064d}", "a.pdf", "application/pdf", 1, 1)
        document, _ = documents.add(arrived, READING, lambda *_: None)
        incoming = {"number": stamp, "date": day} if stamp else None
        documents.finish(document.id, {"header": {"date": issued}, "incoming": incoming})
        return document.id

    return add_one


@pytest.fixture
def arrivals(engine):
    return Arrivals(engine)


def numbers(arrivals, year=2024):
    return [line.number for line in arrivals.book(year)]


def test_numbers_follow_one_another_in_each_year(add, arrivals):
    for day in (DAY, DAY, date(2025, 1, 2), DAY):
        arrivals.enter(add(), Entry(day))
    assert numbers(arrivals) == [1, 2, 3]
    assert numbers(arrivals, 2025) == [1]


def test_a_document_keeps_its_number_when_it_is_entered_again(add, arrivals):
    document_id = add()
    assert arrivals.enter(document_id, Entry(DAY)).number == 1
    assert arrivals.enter(document_id, Entry(DAY)).number == 1
    assert arrivals.enter(add(), Entry(DAY)).number == 2


def test_many_at_once_leave_no_gap(add, arrivals):
    documents = [add() for _ in range(12)]
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda document_id: arrivals.enter(document_id, Entry(DAY)), documents))
    assert numbers(arrivals) == list(range(1, 13))


def test_the_stamp_enters_a_document_by_itself(add, arrivals, engine):
    document_id = add("0210")
    line = arrivals.of(document_id)
    assert (line.number, line.year, line.source, line.warnings) == (210, 2024, "stamp", [])
    assert Documents(engine).get(document_id).arrival_number == "0210"
    assert arrivals.enter(add(), Entry(DAY)).number == 211


@pytest.mark.parametrize("stamp", ["", "21a", "0", "1234567"])
def test_what_is_no_number_enters_nothing(add, arrivals, stamp):
    add(stamp)
    assert numbers(arrivals) == []


def test_what_is_odd_is_told_and_kept(add, arrivals):
    add("5")
    assert arrivals.of(add("5")).warnings == ["repeat"]
    assert arrivals.of(add("9")).warnings == ["gap"]
    assert arrivals.of(add("6", issued="2024-05-01")).warnings == ["before_issue"]
    # 9 may be misread: the next number is the one after 6
    assert arrivals.enter(add(), Entry(DAY)).number == 7


def test_a_number_may_be_set_by_hand(add, arrivals, engine):
    document_id = add()
    arrivals.enter(document_id, Entry(DAY))
    line = arrivals.enter(document_id, Entry(DAY, 40, "hand"))
    assert (line.number, line.source) == (40, "hand")
    assert Documents(engine).get(document_id).arrival_number == "40"


def test_a_book_leads_on_after_its_last_line(add, arrivals):
    for _ in range(3):
        arrivals.enter(add(), Entry(DAY))
    first = arrivals.book(2024, limit=2)
    assert [line.number for line in arrivals.book(2024, after=line_cursor(first[-1]))] == [3]


def test_lines_that_come_meanwhile_are_neither_repeated_nor_do_they_hide_one(add, arrivals):
    for number in (10, 20, 30):
        arrivals.enter(add(), Entry(DAY, number, "hand"))
    first = arrivals.book(2024, limit=2)
    for number in (5, 25):
        arrivals.enter(add(), Entry(DAY, number, "hand"))
    rest = arrivals.book(2024, after=line_cursor(first[-1]))
    assert [line.number for line in rest] == [25, 30]
