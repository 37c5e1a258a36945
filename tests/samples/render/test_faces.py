from io import BytesIO

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from samples.render import faces
from samples.render.faces import (
    HANDS,
    face_name,
    family_name,
    letters,
    print_face,
    typeface,
    with_quadratic_curves,
)


def test_the_print_face_has_the_letters_of_vietnamese():
    assert {ord(letter) for letter in "ỗẵữĐđẦ"} <= letters(print_face())


def test_every_hand_can_write_a_number_and_a_date():
    for path in HANDS:
        assert {ord(letter) for letter in "0123456789/"} <= letters(path)


def test_a_postscript_face_becomes_one_that_the_typesetter_takes():
    made = with_quadratic_curves(print_face("Regular", "termes"))
    assert {ord(letter) for letter in "ỗẵữĐđẦ"} <= set(
        TTFont("made", BytesIO(made)).face.charToGlyph
    )


def test_a_family_that_is_not_installed_is_told(monkeypatch, tmp_path):
    monkeypatch.setitem(faces.FAMILIES, "none", ((tmp_path, "none-{}.ttf"),))
    with pytest.raises(faces.MissingFontError):
        print_face("Bold", "none")


def test_inside_a_typeface_names_are_of_its_family():
    with typeface("arimo"):
        assert (family_name(), face_name(bold=True)) == ("arimo", "arimo-Bold")
    assert family_name() == "times"


def test_each_style_has_a_name_of_its_own():
    names = {face_name(bold=bold, italic=italic) for bold in (0, 1) for italic in (0, 1)}
    assert len(names) == 4


def test_some_hand_can_write_vietnamese():
    assert any({ord(letter) for letter in "Phòng Tổ đội"} <= letters(path) for path in HANDS)
