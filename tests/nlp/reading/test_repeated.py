import pytest

from nlp.geometry import Box
from nlp.reading.page import Line, PageReading, Word
from nlp.reading.repeated import agree_on_words


def page(*lines, number=1, origin="ocr", confidence=0.9):
    return PageReading(
        number=number,
        width=595.0,
        height=842.0,
        origin=origin,
        lines=tuple(
            Line(tuple(Word(word, Box(0, 0, 1, 1), confidence, word) for word in line.split()))
            for line in lines
        ),
    )


def lines(pages):
    return [line.text for one in pages for line in one.lines]


RIGHT = "kho thóc Lạng, vụ mùa", "sửa kho thóc lạng vụ đông", "trả kho thóc lạng vụ hè"


def test_a_word_is_read_as_its_repetitions_are_on_all_pages():
    read = page("mở kho thọc lạng vụ này", number=2)
    assert lines(agree_on_words([page(*RIGHT), read]))[-1] == "mở kho thóc lạng vụ này"


def test_the_case_of_the_word_and_its_raw_reading_are_kept():
    (*_, word) = agree_on_words([page(*RIGHT, "KHO THỌC, lạng")])[0].lines[-1].words[:2]
    assert (word.text, word.raw) == ("THÓC,", "THỌC,")


@pytest.mark.parametrize(
    "read",
    [
        "nhà thọc lạnh đông",  # other neighbours
        "vựa thọc lạng vụ đông",  # one neighbour differs, and no compound bears the other word
        "kho 12 lạng vụ",
        "Kho Thọc Lạng",  # a name
        "kho thòi lạng",  # other letters
    ],
)
def test_what_is_no_repetition_stays(read):
    assert lines(agree_on_words([page(*RIGHT, read)]))[-1] == read


def test_where_the_readings_are_split_each_stays():
    read = [*RIGHT, "mở kho thọc lạng", "gần kho thọc lạng"]
    assert lines(agree_on_words([page(*read)])) == read


def test_a_word_that_makes_a_compound_stays():
    read = ["báo cáo tháng", "nộp báo cào tháng", "gửi báo cào tháng", "xem báo cào tháng"]
    assert lines(agree_on_words([page(*read)]))[0] == "báo cáo tháng"


def test_a_sure_word_and_a_text_layer_stay():
    sure = page("mở kho thọc lạng", confidence=0.99)
    layer = page("mở kho thọc lạng", origin="text")
    for read in (sure, layer):
        assert lines(agree_on_words([page(*RIGHT), read]))[-1] == "mở kho thọc lạng"


def test_no_page_is_no_page():
    assert agree_on_words([]) == ()
