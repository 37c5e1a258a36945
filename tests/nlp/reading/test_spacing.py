import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.geometry import Box
from nlp.reading.page import Line, Word
from nlp.reading.spacing import join_pieces


def line(text, gap=3.0):
    """Words of a line, six points a letter; two blanks make twice the gap."""
    words, x = [], 0.0
    for piece in text.split(" "):
        if piece:
            words.append(Word(piece, Box(x, 0, x + 6 * len(piece), 12), 0.9, piece))
        x += 6 * len(piece) + gap
    return Line(tuple(words))


@pytest.mark.parametrize(
    ("seen", "right"),
    [
        ("T H Ô N G  B Á O", "THÔNG BÁO"),
        ("C H Ỉ T H Ị", "CHỈ THỊ"),
        ("tổ ch ức thự c hi ện,", "tổ chức thực hiện,"),
        ("Ph ó Ch ủ t ịch", "Phó Chủ tịch"),
        ("a b c d", "a b c d"),
        ("lớp 1 A và B", "lớp 1 A và B"),
        ("xã Ia O", "xã Ia O"),
        ("ông Y Ban", "ông Y Ban"),
        ("QUYẾTĐỊNH", "QUYẾT ĐỊNH"),
        ("TRƯỞNG.PHÒNG Y", "TRƯỞNG PHÒNG Y"),
        ("Uỷ banHuyện", "Uỷ banHuyện"),
        ("TP. Huế", "TP. Huế"),
        ("www.vinhtuong.vn", "www.vinhtuong.vn"),
    ],
)
def test_pieces_are_joined_where_they_are_a_syllable_only_together(seen, right):
    (joined,) = join_pieces([line(seen)])
    assert joined.text == right


def test_a_joined_word_keeps_the_box_and_the_raw_words_of_its_pieces():
    (joined,) = join_pieces([line("th ực")])
    (word,) = joined.words
    assert (word.text, word.raw) == ("thực", "th ực")
    assert word.box.as_list() == [0, 0, 27, 12]


def test_parted_words_share_the_box():
    (parted,) = join_pieces([line("bổsung,")])
    assert [word.text for word in parted.words] == ["bổ", "sung,"]
    first, second = parted.words
    assert (first.box.x0, first.box.x1, second.box.x0, second.box.x1) == (0, 12, 12, 42)


@given(st.text(alphabet="abcưởtc A1.", min_size=1, max_size=30).filter(str.strip))
def test_no_letter_is_lost(text):
    (joined,) = join_pieces([line(text)])
    assert joined.text.replace(" ", "") == text.replace(" ", "")
