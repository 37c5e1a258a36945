from datetime import date

import pytest

from nlp.geometry import Box
from nlp.reading.forms.arrivaldays import likely_arrivals, spellings
from nlp.reading.page import Line, Slot, Word

SIZE = (595.0, 842.0)
WORDS = (("Hà", 318), ("Nội,", 334), ("ngày", 360), ("tháng", 400), ("năm", 440), ("2018", 464))
DATED = Line(tuple(Word(text, Box(x, 100, x + 14, 112), 0.9, text) for text, x in WORDS))


def slot(kind, text, confidence=0.95):
    return Slot(kind, Box(0, 0, 1, 1), text, confidence, is_handwritten=True)


def test_documents_arrive_in_the_fortnight_from_their_issue():
    likely = likely_arrivals([DATED], SIZE, [slot("day", "25"), slot("month", "12")])
    assert {"25/12/18", "31.12.2018", "8/1/19", "08/01/2019"} <= set(likely)
    assert likely[0].startswith("25")
    assert not {"24/12/18", "9/1/19"} & set(likely)


@pytest.mark.parametrize(
    "slots",
    [
        [slot("day", "25")],
        [slot("day", "25", 0.4), slot("month", "12")],
        [slot("day", ""), slot("month", "12")],
        [slot("day", "31"), slot("month", "11")],
    ],
)
def test_nothing_is_likely_where_the_day_of_issue_is_not_sure(slots):
    assert likely_arrivals([DATED], SIZE, slots) == ()


def test_nothing_is_likely_without_the_year_of_issue():
    undated = Line(DATED.words[:-1])
    assert likely_arrivals([undated], SIZE, [slot("day", "25"), slot("month", "12")]) == ()


def test_a_day_is_written_with_and_without_zeros_and_century():
    written = set(spellings(date(2018, 3, 9)))
    assert {"9/3/18", "09/03/2018", "09.3.18", "9-3-2018"} <= written
    assert len(written) == 18
    assert len(list(spellings(date(2018, 11, 19)))) == 6
