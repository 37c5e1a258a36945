import pytest

from nlp.geometry import Box
from nlp.reading.page import Word
from nlp.reading.symbols import mend_symbols


def mend(text, confidence=0.7):
    words = [Word(word, Box(0, 0, 1, 1), confidence, word) for word in text.split()]
    return mend_symbols(words)


@pytest.mark.parametrize(
    ("seen", "right"),
    [
        ("Chỉ thị số 31-CO/TU", "31-CT/TU"),
        ("Kế hoạch số 52/KG-UBND", "52/KH-UBND"),
        ("Công điện số 61/CD-TTg", "61/CĐ-TTg"),
        ("(Kèm theo Kế hoạch số 77/KH-QBND", "77/KH-UBND"),
        ("Quyết định 15/2021/QB-UBND,", "15/2021/QĐ-UBND,"),
    ],
)
def test_letters_are_told_by_the_type_and_by_the_organs(seen, right):
    word = mend(seen)[-1]
    assert (word.text, word.confidence) == (right, 0.5)
    assert word.raw == seen.split()[-1]


@pytest.mark.parametrize(
    "text",
    [
        "Công văn số 31/SNN-CCTL",
        "Kế hoạch số 52/XY-UBND",
        "Kế hoạch số 5Z/KH-UBND",
        "số 08/ABCD-EF",
        "ngày 12/8/2024",
        "Thông tư số 15/2015/TT-BKHCN",
    ],
)
def test_what_cannot_be_told_stays(text):
    assert [word.text for word in mend(text)] == text.split()


def test_what_recognition_was_sure_of_stays():
    assert mend("Chỉ thị số 31-CO/TU", 0.97)[-1].text == "31-CO/TU"
