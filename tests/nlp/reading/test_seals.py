"""Readings of a closing whose seal lies over titles and name."""

import numpy as np

from nlp.geometry import Box
from nlp.pages.frames import InkFrame
from nlp.reading.engine import OcrWord
from nlp.reading.seals import look_under_seals

DPI = 100.0
SEAL = InkFrame("seal", Box(300, 300, 400, 400), "red", 0.0, 1.0)


class Reader:
    """Says the given words wherever it looks, in the middle of the image, at its resolution."""

    def __init__(self, *texts):
        self.texts = texts

    def words(self, image, dpi, layout):
        assert dpi > DPI
        assert layout in {"line", "block"}
        middle = image.shape[0] // 2
        return tuple(
            OcrWord(text, 200 + 150 * at, middle - 20, 320 + 150 * at, middle + 20, 0.95, 1)
            for at, text in enumerate(self.texts)
        )


def paper():
    return np.full((1100, 800), 255, np.uint8)


def word(text, left, *, confidence=0.9, top=545):
    return OcrWord(text, left, top, left + 60, top + 14, confidence, 1)


def texts(words):
    return [one.text for one in sorted(words, key=lambda one: (one.top, one.left))]


def test_what_the_page_did_not_show_is_read_over_the_seal_and_at_its_foot():
    found = look_under_seals([], paper(), DPI, [SEAL], Reader("Bùi", "Lan"))
    assert texts(found) == ["Bùi", "Lan", "Bùi", "Lan"]
    over, under = min(one.top for one in found), max(one.bottom for one in found)
    assert over < SEAL.box.center[1] * DPI / 72 < under
    assert {one.confidence for one in found} == {0.58}


def test_strokes_that_say_no_title_and_no_name_are_left_out():
    assert look_under_seals([], paper(), DPI, [SEAL], Reader("xH", "ăá")) == ()


def test_a_seal_at_the_left_edge_is_not_that_of_a_closing():
    seal = InkFrame("seal", Box(20, 300, 120, 400), "red", 0.0, 1.0)
    assert look_under_seals([], paper(), DPI, [seal], Reader("Bùi", "Lan")) == ()


def test_a_line_of_the_text_above_the_closing_stays_as_it_is():
    line = [word(text, 290 + 65 * at, top=400) for at, text in enumerate(("các", "đơn", "vị"))]
    found = look_under_seals(line, paper(), DPI, [SEAL], Reader())
    assert list(found) == line


def test_a_name_that_the_ring_encloses_is_read_where_ink_tells_of_a_row():
    page = paper()
    top = 490
    page[top : top + 14, 480:640:2] = 0
    found = look_under_seals([], page, DPI, [SEAL], Reader("Bùi", "Lan"))
    assert texts(one for one in found if one.top == top) == ["Bùi", "Lan"]


class HalfReader:
    """Says a name without its family name; of the piece before it what the seal left of that."""

    def __init__(self, *remains, at=600):
        self.remains = remains
        self.at = at
        self.looks = 0

    def words(self, image, dpi, layout):
        assert dpi > DPI
        middle = image.shape[0] // 2
        if image.shape[1] < 600 and layout == "line":
            text = self.remains[self.looks % len(self.remains)]
            self.looks += 1
            return (OcrWord(text, 20, middle - 20, 120, middle + 20, 0.4, 1),)
        return tuple(
            OcrWord(text, left, middle - 20, left + 120, middle + 20, 0.95, 1)
            for text, left in (("Thị", self.at), ("Lan", self.at + 150))
        )


def test_a_family_name_under_the_ring_is_told_by_what_is_left_of_it_and_never_sure():
    name = [word("Thị", 530), word("Lan", 592)]
    found = look_under_seals(name, paper(), DPI, [SEAL], HalfReader("s*6ễn", "ven", "f"))
    assert texts(one for one in found if one.top > 500) == ["Nguyễn", "Thị", "Lan"]
    assert {one.confidence for one in found} == {0.58}


def test_remains_that_say_no_family_name_are_left_out():
    name = [word("Thị", 530), word("Lan", 592)]
    found = look_under_seals(name, paper(), DPI, [SEAL], HalfReader("xit", "*#", "ob"))
    assert texts(one for one in found if one.top > 500) == ["Thị", "Lan"]


def test_a_name_that_the_ring_does_not_reach_is_taken_as_it_stands():
    name = [word("Thị", 640), word("Lan", 702)]
    reader = HalfReader("ven", at=960)
    found = look_under_seals(name, paper(), DPI, [SEAL], reader)
    assert texts(one for one in found if one.top > 500) == ["Thị", "Lan"]
    assert reader.looks == 0
