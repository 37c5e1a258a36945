import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from nlp.geometry import Box
from nlp.reading.digits import Guess, value_of
from nlp.reading.forms.views import Place
from nlp.reading.page import Frame, Line, Word
from nlp.reading.slots import read_slots, weigh, with_every_stroke

DPI = 200
SCALE = DPI / 72
PEN = {
    "1": [[(0.0, 0.35), (0.3, 0.0), (0.3, 1.0)]],
    "2": [[(0.0, 0.25), (0.15, 0.03), (0.4, 0.05), (0.47, 0.3), (0.0, 1.0), (0.55, 1.0)]],
    "4": [[(0.28, 0.0), (0.0, 0.62), (0.55, 0.6)], [(0.42, 0.35), (0.4, 1.0)]],
    "7": [[(0.0, 0.02), (0.5, 0.0), (0.2, 1.0)], [(0.1, 0.5), (0.55, 0.47)]],
    "/": [[(0.4, -0.1), (0.0, 1.1)]],
}


class Sheet:
    """A white page to print and to write on, that remembers its printed words."""

    def __init__(self):
        self.image = Image.new("RGB", (round(595 * SCALE), round(842 * SCALE)), "white")
        self.words = []

    def print(self, text, start, *, size=12.5, ink="black", heard=None):
        """Print a word from `start` (x, baseline) in points; OCR is to have `heard` it."""
        font = ImageFont.load_default(size * SCALE)
        draw = ImageDraw.Draw(self.image)
        start = (start[0] * SCALE, start[1] * SCALE)
        draw.text(start, text, font=font, fill=ink, anchor="ls")
        box = Box(*draw.textbbox(start, text, font=font, anchor="ls")).scaled(1 / SCALE)
        word = Word(heard or text, box, 0.4 if heard else 0.96, heard or text)
        self.words.append(word)
        return box.x1

    def write(self, text, x, foot, *, size=11.0, ink=(30, 40, 150)):
        """Write digits by pen, `size` points high; returns where they end."""
        pixels = np.array(self.image)
        for sign in text:
            for stroke in PEN[sign]:
                points = [(x + a * size, foot - size + b * size) for a, b in stroke]
                bent = np.round(np.array(points) * SCALE * 8).astype(np.int32)
                cv2.polylines(pixels, [bent], 0, ink, 3, cv2.LINE_AA, 3)
            x += 0.75 * size
        self.image = Image.fromarray(pixels)
        return x

    def line(self):
        """The words since the last line."""
        words, self.words = tuple(self.words), []
        return Line(words)

    def read(self, lines, frames=()):
        slots = read_slots(np.array(self.image), DPI, tuple(lines), tuple(frames))
        return {slot.kind: slot for slot in slots}


def letterhead(number="", day="", *, heard_label="Số:", heard_day="ngày"):
    """A page with number and day written by hand, and its lines."""
    sheet = Sheet()
    x = sheet.write(number, sheet.print("Số:", (90, 110), heard=heard_label) + 3, 110)
    sheet.print("/KH-SYT", (max(x, 135), 110))
    left = sheet.line()
    x = sheet.print("Bình", (300, 110))
    x = sheet.print("An,", (x + 3, 110))
    x = sheet.print("ngày", (x + 3, 110), heard=heard_day)
    x = sheet.write(day, x + 3, 110)
    x = sheet.print("tháng", (max(x, 398), 110))
    x = sheet.print("4", (x + 4, 110))
    x = sheet.print("năm", (x + 4, 110))
    sheet.print("2017", (x + 3, 110))
    return sheet, [left, sheet.line()]


def test_number_and_day_written_by_hand_are_read():
    sheet, lines = letterhead("1427", "12")
    slots = sheet.read(lines)
    assert slots["number"].text == "1427"
    assert slots["day"].text == "12"
    assert slots["number"].is_handwritten
    assert slots["number"].confidence > 0.5
    assert slots["number"].box.x0 > 95
    assert slots["number"].box.x1 < 150


class _Doubtful:
    """Reads a slot doubtfully amid its print, and its strokes from near as given."""

    def __init__(self, near):
        self.near = near

    def read(self, views, form, *_):
        assert form in {"number", "day", "month"}
        is_near = min(view[:, 0].min() for view in views) > 200
        return self.near if is_near and len(views) == 6 else Guess("1427", 0.6)


@pytest.mark.parametrize(
    ("near", "sure"), [(Guess("1427", 0.97), 0.97), (Guess("142", 0.99), 0.6)]
)
def test_a_number_is_surer_where_its_strokes_say_the_same_seen_from_near(monkeypatch, near, sure):
    sheet, lines = letterhead("1427")
    monkeypatch.setattr("nlp.reading.slots.load_digit_reader", lambda: _Doubtful(near))
    number = sheet.read(lines)["number"]
    assert (number.text, number.confidence) == ("1427", sure)


def test_a_number_of_fewer_digits_than_strokes_is_no_surer_from_near(monkeypatch):
    sheet, lines = letterhead("14274")
    reader = _Doubtful(Guess("1427", 0.97))
    monkeypatch.setattr("nlp.reading.slots.load_digit_reader", lambda: reader)
    assert sheet.read(lines)["number"].confidence == pytest.approx(0.6)


def test_a_typed_month_is_taken_from_ocr_and_is_not_handwriting():
    sheet, lines = letterhead("1427", "12")
    month = sheet.read(lines)["month"]
    assert month.text == "4"
    assert month.confidence > 0.9
    assert not month.is_handwritten


def test_empty_slots_are_found_and_hold_nothing():
    sheet, lines = letterhead()
    slots = sheet.read(lines)
    assert slots["number"].text == ""
    assert slots["day"].text == ""


def test_handwriting_that_ocr_glued_to_the_print_is_read_all_the_same():
    sheet = Sheet()
    sheet.print("Số:", (90, 110))
    x = sheet.write("214", sheet.words[0].box.x1 + 1, 110)
    sheet.print("/KH-SYT", (x + 1, 110))
    first, last = sheet.words
    glued = Box(first.box.x0, first.box.top, last.box.x1, first.box.bottom)
    line = Line((Word("Số:JÁ9Á/KH-SYT", glued, 0.3, ""),))
    assert sheet.read([line])["number"].text == "214"


def test_a_damaged_label_still_marks_the_slot():
    sheet, lines = letterhead("1427", "12", heard_label="S6:", heard_day="ngà")
    slots = sheet.read(lines)
    assert (slots["number"].text, slots["day"].text) == ("1427", "12")


def test_dates_and_numbers_of_the_body_are_no_slots():
    sheet = Sheet()
    for text, x in (("số", 90), ("12/KH-SYT", 110), ("ngày", 180), ("4", 212), ("tháng", 222)):
        sheet.print(text, (x, 500))
    for text, x in (("7", 260), ("năm", 270), ("2017", 300)):
        sheet.print(text, (x, 500))
    assert sheet.read([sheet.line()]) == {}


def stamp(number, date, *, labels=True):
    """A page with an arrival stamp in red that is filled in by a blue pen."""
    sheet, red, box = Sheet(), (215, 60, 60), Box(60, 150, 200, 250)
    draw = ImageDraw.Draw(sheet.image)
    edges = [round(edge * SCALE) for edge in (box.x0, box.top, box.x1, box.bottom)]
    draw.rectangle(edges, outline=red, width=4)
    draw.line((edges[0], edges[1] + 60, edges[2], edges[1] + 60), fill=red, width=2)
    sheet.print("ĐẾN", (68, 206), size=14, ink=red)
    sheet.print("Số:", (112, 188), size=9, ink=red)
    sheet.print("Ngày:", (112, 209), size=9, ink=red)
    sheet.write(number, 140, 187, size=12)
    sheet.write(date, 140, 208, size=10)
    lines = tuple(Line((word,)) for word in sheet.words) if labels else ()
    return sheet, Frame("stamp", box, "red", 0.0, 0.9, lines)


@pytest.mark.parametrize("labels", [True, False])
def test_number_and_date_of_an_arrival_stamp_are_read(labels):
    sheet, frame = stamp("241", "2/4/17", labels=labels)
    slots = sheet.read([], [frame])
    assert slots["arrival_number"].text == "241"
    assert value_of(slots["arrival_date"].text) == (2, 4, 17)


def test_other_frames_hold_no_slots():
    sheet, frame = stamp("241", "2/4/17")
    seal = Frame("seal", frame.box, "red", 0.0, 0.9)
    assert sheet.read([], [seal]) == {}


PLACE = Place("day", Box(0, 0, 10, 10), 12.0)


def test_what_ocr_is_sure_of_outweighs_a_doubtful_network():
    place = Place("day", PLACE.box, 12.0, typed="11", typed_confidence=0.96)
    guess, is_typed = weigh(Guess("1", 0.5, (("11", 0.4),)), place)
    assert guess.text == "11"
    assert is_typed


def test_what_ocr_is_unsure_of_does_not_outweigh_a_sure_network():
    place = Place("day", PLACE.box, 12.0, typed="22", typed_confidence=0.4)
    guess, is_typed = weigh(Guess("23", 0.97, (("22", 0.01),)), place)
    assert guess.text == "23"
    assert not is_typed


def test_what_ocr_reads_and_the_form_forbids_is_not_heard():
    place = Place("day", PLACE.box, 12.0, typed="42", typed_confidence=0.96)
    guess = Guess("12", 0.8, ())
    assert weigh(guess, place) == (guess, False)


def test_a_number_with_fewer_digits_than_strokes_is_not_promised():
    guess = with_every_stroke(Guess("62", 0.96, (("621", 0.03),)), 3)
    assert guess.text == "621"
    assert guess.probability < 0.1
    assert guess.alternatives == (("62", 0.96),)


def test_a_reading_that_is_out_of_the_question_is_not_taken_for_its_strokes():
    guess = with_every_stroke(Guess("329", 0.98, (("3291", 0.004),)), 4)
    assert (guess.text, guess.probability) == ("329", 0.49)


def test_a_plain_stroke_is_rather_a_one_than_another_digit():
    guess = with_every_stroke(Guess("9", 0.6, (("79", 0.14), ("19", 0.12))), 2)
    assert guess.text == "19"
    assert guess.alternatives == (("9", 0.6), ("79", 0.14))


def test_a_number_with_a_stroke_that_no_reading_explains_is_left_to_the_clerk():
    assert with_every_stroke(Guess("62", 0.96), 4) == Guess("62", 0.48)


def test_digits_that_touch_are_fewer_strokes_and_that_is_no_doubt():
    assert with_every_stroke(Guess("621", 0.96), 2) == Guess("621", 0.96)
