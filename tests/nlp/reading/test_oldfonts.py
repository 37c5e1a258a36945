import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.reading.letters import clean_letters
from nlp.reading.oldfonts import decode_text, is_of_today, old_font


@pytest.mark.parametrize(
    ("name", "font"),
    [
        ("ABCDEF+.VnTime", "tcvn3"),
        (".VnTimeH", "tcvn3_capitals"),
        (".VnArialH,Bold", "tcvn3_capitals"),
        ("VNI-Helve", "vni"),
        ("VnTimesNewRoman", None),
        ("TimesNewRomanPS-BoldMT", None),
    ],
)
def test_old_fonts_are_known_by_their_names(name, font):
    assert old_font(name) == font


@given(st.text(alphabet=st.characters(max_codepoint=126, min_codepoint=32)))
def test_letters_without_marks_are_the_same_in_all_fonts(text):
    assert decode_text(text, "vni") == decode_text(text, "tcvn3") == text


def test_text_in_unicode_is_known_as_such():
    assert is_of_today("Trường")
    assert not is_of_today("Tr­êng häc")


@given(st.text())
def test_letters_that_were_cleaned_stay(text):
    assert clean_letters(clean_letters(text)) == clean_letters(text)
