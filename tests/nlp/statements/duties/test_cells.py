"""The units of a cell, by its printed lines."""

import pytest

from nlp.geometry import Box
from nlp.reading.page import Line, Word, passage_of
from nlp.statements.duties.cells import split_units
from nlp.statements.marked import MarkedPassage


def cell(marker, *lines):
    printed = []
    for number, text in enumerate(lines):
        x, words = 0.0, []
        for word in text.split():
            words.append(
                Word(word, Box(x, 14 * number, x + 6 * len(word), 14 * number + 11), 1.0, word)
            )
            x += 6 * len(word) + 3
        printed.append((1, Line(tuple(words))))
    passage = passage_of(tuple(printed))
    (text,) = marker.mark([passage.text])
    return MarkedPassage(passage, text.spans)


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (
            ("Thanh tra Sở", "Hiệp hội Vận tải tỉnh"),
            ["Thanh tra Sở", "Hiệp hội Vận tải tỉnh"],
        ),
        (("Phòng Tài chính -", "Kế hoạch huyện"), ["Phòng Tài chính - Kế hoạch huyện"]),
        (("Văn phòng", "UBND huyện Ba Vì"), ["Văn phòng UBND huyện Ba Vì"]),
        (
            ("Bệnh viện Đa khoa", "Trung tâm tỉnh"),
            ["Bệnh viện Đa khoa Trung tâm tỉnh"],
        ),
        (("Sở Y tế;", "Công an tỉnh"), ["Sở Y tế", "Công an tỉnh"]),
    ],
)
def test_a_unit_begins_on_a_line_of_its_own_where_the_line_above_had_room(marker, lines, names):
    assert [unit.value for unit in split_units(cell(marker, *lines), "rule")] == names
