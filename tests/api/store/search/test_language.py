from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.store.search.language import FILTERS, Filters, find_types, parse_question


def test_a_question_of_words_and_a_number_is_split():
    question = parse_question("kế hoạch 2873/KH-UBND bình đẳng")
    assert question.words == ("kế", "hoạch", "bình", "đẳng")
    assert question.numbers == ("2873/KHUBND",)
    assert not question.is_number


@pytest.mark.parametrize("text", ["2873", "2873/kh ubnd", "Số: 2873/KH-UBND"])
def test_a_number_alone_may_be_a_document(text):
    assert parse_question(text).is_number


def test_phrases_stand_in_quotes_of_any_form():
    question = parse_question('"trẻ em gái" tháng “hành động”')
    assert question.phrases == (("trẻ", "em", "gái"), ("hành", "động"))
    assert question.words == ("tháng",)


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("loại:KH", Filters(types=("KH",))),
        ("loại:kế hoạch", Filters(types=("KH",))),
        ("cơ quan:UBND huyện Vĩnh Tường", Filters(issuers=("UBND huyện Vĩnh Tường",))),
        ('co-quan:"Sở Y tế"', Filters(issuers=("Sở Y tế",))),
        ("nơi:Vĩnh Tường", Filters(places=("Vĩnh Tường",))),
        ("từ:2018 đến:2019", Filters(since=date(2018, 1, 1), until=date(2019, 12, 31))),
        ("từ ngày:8/11/2018", Filters(since=date(2018, 11, 8))),
        ("đến:02/2024", Filters(until=date(2024, 2, 29))),
        ("tu:2018-11-08", Filters(since=date(2018, 11, 8))),
        ("người ký:Nguyễn Văn A, ", Filters(signers=("Nguyễn Văn A",))),
        ("giao:Phòng Nội vụ", Filters(assignees=("Phòng Nội vụ",))),
        ("từ khóa:hộ tịch từ:2018", Filters(keywords=("hộ tịch",), since=date(2018, 1, 1))),
        ("còn việc:", Filters(has_open_tasks=True)),
        ("con viec:khong", Filters(has_open_tasks=False)),
        ("viện dẫn: 8271/KH-UBND", Filters(cites=("8271/KHUBND",))),
    ],
)
def test_filters_are_read(text, filters):
    question = parse_question(text)
    assert (question.filters, question.unclear, question.words) == (filters, (), ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("loại:KH bình đẳng giới", ("bình", "đẳng", "giới")),
        ("từ:2018 bình đẳng", ("bình", "đẳng")),
        ("nơi:Vĩnh Tường, bình đẳng", ("bình", "đẳng")),
        ('nơi:"Vĩnh Tường" bình đẳng', ("bình", "đẳng")),
        ("còn việc: bình đẳng", ("bình", "đẳng")),
        ("viện dẫn:8271/KH-UBND phụ nữ", ("phụ", "nữ")),
    ],
)
def test_words_behind_a_value_stay_words(text, words):
    assert parse_question(text).words == words


@pytest.mark.parametrize(
    "text", ["từ:hôm qua", "loại:xyz", "đến:31/02/2018", "giao:", "viện dẫn:a"]
)
def test_a_value_that_means_nothing_is_told(text):
    assert parse_question(text).unclear == (text,)


def test_types_that_differ_by_a_stroke_are_told_apart():
    assert find_types("HD") == ("HD",)
    assert find_types("HĐ") == ("HĐ",)
    assert set(find_types("hd")) == {"HD", "HĐ"}


@given(st.text())
def test_any_question_can_be_parsed(text):
    question = parse_question(text)
    assert all(question.spoken)
    assert all(question.numbers)


@given(st.sampled_from([name for names in FILTERS.values() for name in names]), st.text())
def test_any_value_of_a_filter_is_read_or_told(name, value):
    assert parse_question(f"{name}:{value}") is not None
