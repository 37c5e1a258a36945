from dataclasses import replace

import pytest

from nlp.geometry import Box
from nlp.regions.footnotes import find_footnotes
from nlp.regions.printed.sheet import sheet_of
from nlp.regions.split import split_directives

BODY = """
p|Thực hiện Đề án nạo vét kênh Bà Bèo, Ủy ban nhân dân huyện yêu cầu
n|các xã ven kênh hoàn thành việc giải phóng mặt bằng theo tiến độ.
n|
"""
NOTES = """
n s|1 Quyết định số 415/QĐ-UBND ngày 12/4/2021 của Ủy ban nhân dân
n s|huyện Cai Lậy về việc phê duyệt Đề án.
n s|2 Gồm các xã Mỹ Thành Nam và Phú Cường.
"""
RULE = Box(85, 640, 230, 640.7)


@pytest.fixture
def page(draw):
    """A page with two notes in small type below a rule at its foot."""
    body, notes = draw(BODY), draw(NOTES)
    low = [replace(line, words=tuple(_small(word) for word in line.words)) for line in notes.lines]
    return replace(body, lines=(*body.lines, *low), rulings=(RULE,))


def _small(word):
    box = word.box
    return replace(word, box=Box(box.x0, box.top + 600, box.x1, box.top + 610), size=10.0)


def test_notes_below_a_short_rule_are_taken_from_the_text(page):
    notes, left = find_footnotes(sheet_of(page))
    first = "Quyết định số 415/QĐ-UBND ngày 12/4/2021 của Ủy ban nhân dân huyện Cai Lậy về việc"
    texts = [f"{first} phê duyệt Đề án.", "Gồm các xã Mỹ Thành Nam và Phú Cường."]
    assert [note.text for note in notes] == texts
    assert len(left.rows) == 2


def test_without_a_rule_all_stays(page):
    notes, left = find_footnotes(sheet_of(replace(page, rulings=())))
    assert (notes, len(left.rows)) == ((), 5)


def test_text_of_the_usual_size_below_a_rule_is_no_note(page):
    large = [
        replace(line, words=tuple(replace(word, size=13.0) for word in line.words))
        for line in page.lines
    ]
    notes, _ = find_footnotes(sheet_of(replace(page, lines=tuple(large))))
    assert notes == ()


def test_the_rule_of_a_table_divides_no_notes(page):
    grid = (RULE, Box(85, 600, 85.7, 640))
    assert find_footnotes(sheet_of(replace(page, rulings=grid)))[0] == ()


def test_a_paragraph_goes_on_over_the_notes(page, draw):
    first = replace(page, lines=(*page.lines[:1], *page.lines[-3:]))
    second = draw("n|các xã ven kênh hoàn thành việc giải phóng mặt bằng.", number=2)
    (parts,) = split_directives([first, second])
    (item,) = parts.body
    assert item.passage.text.endswith(
        "yêu cầu các xã ven kênh hoàn thành việc giải phóng mặt bằng."
    )
    assert len(parts.footnotes) == 2
