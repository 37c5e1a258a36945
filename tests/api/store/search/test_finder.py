import unicodedata

import pytest

from api.errors import Problem
from api.store.search.found import MOST, Wish
from api.store.search.snippets import Piece


@pytest.mark.parametrize(
    "query",
    [
        "bình đẳng giới",
        "binh dang gioi",
        "BÌNH ĐẲNG",
        unicodedata.normalize("NFD", "bình đẳng giới"),
    ],
)
def test_words_are_found_with_and_without_diacritics_in_the_subject_first(find, query):
    assert find(query) == ["2873/KH-UBND", "28730/CV-STC"]


@pytest.mark.parametrize("query", ["đường lối", "duong loi"])
def test_the_letter_with_a_stroke_is_found_by_d(find, query):
    assert find(query) == ["2873/KH-UBND"]


@pytest.mark.parametrize("query", ["2873", "2873/kh ubnd", "2873/KH–UBND", "2873-KH-UBND"])
def test_a_number_finds_its_document_first(find, query):
    assert find(query)[0] == "2873/KH-UBND"


def test_a_bare_number_goes_on_with_longer_numbers_and_then_text(find):
    assert find("2873") == ["2873/KH-UBND", "28730/CV-STC", "9/BC-SYT"]


def test_a_cited_number_finds_what_cites_it_after_the_document_itself(find):
    assert find("8271/KH-UBND") == ["8271/KH-UBND", "2873/KH-UBND"]


def test_a_symbol_never_finds_one_that_differs_by_a_stroke(find):
    assert find("05/HD-SNV") == []
    assert find("05/HĐ-SNV") == ["05/HĐ-SNV"]


def test_an_arrival_number_is_found(find):
    assert find("210") == ["9/BC-SYT"]


def test_a_number_and_a_word_must_both_be_there(find):
    assert find("phụ nữ 8271/KH-UBND") == ["8271/KH-UBND", "2873/KH-UBND"]
    assert find("đường 8271/KH-UBND") == ["2873/KH-UBND"]


def test_all_words_must_be_there(find):
    assert find("trẻ em đường lối") == ["2873/KH-UBND"]


def test_the_newest_comes_first_within_a_tier(find):
    assert find("trẻ em") == ["9/BC-SYT", "2873/KH-UBND"]


@pytest.mark.parametrize("query", ["", "   ", "?!", "'); DROP TABLE", "\\ & | ! <->", "\0", "%"])
def test_any_query_is_answered(find, query):
    assert find(query) == []


def test_hits_come_in_parts_with_their_total(finder):
    first = finder.find("trẻ em", Wish(limit=1))
    rest = finder.find("trẻ em", Wish(limit=1, after=first.next))
    assert (first.total, first.is_capped) == (2, False)
    assert [hit.document.number for hit in (*first.hits, *rest.hits)] == [
        "9/BC-SYT",
        "2873/KH-UBND",
    ]
    assert rest.next is None


def test_a_cursor_that_is_none_is_told(finder):
    with pytest.raises(Problem) as caught:
        finder.find("trẻ em", Wish(after="là gì"))
    assert caught.value.code == "invalid_request"


def test_a_hit_shows_the_page_and_the_words(finder):
    hit = finder.find("duong loi").hits[0]
    assert (hit.page, hit.matched_in) == (1, "body")
    assert hit.snippet == (
        Piece("Thực hiện", is_match=False),
        Piece("đường lối", is_match=True),
        Piece("Phụ nữ và trẻ em", is_match=False),
    )


def test_typed_diacritics_come_first(find, keep):
    keep({"number": "1/KH-A", "date": "2024-01-01"}, "Hội chợ phu nữ")
    assert find("phụ nữ") == ["2873/KH-UBND", "8271/KH-UBND", "1/KH-A"]
    assert find("phu nu")[0] == "1/KH-A"


@pytest.mark.parametrize("query", ["BĐG", "bđg", "bdg"])
def test_a_short_form_finds_the_full_one(find, query):
    assert find(query)[0] == "2873/KH-UBND"


@pytest.mark.parametrize("query", ["bình đẳng giới", "binh dang gioi"])
def test_a_full_form_finds_the_short_one(find, keep, query):
    keep({"number": "1/KH-A", "date": "2024-01-01"}, "công tác BĐG")
    assert "1/KH-A" in find(query)


def test_a_phrase_wants_its_words_together(find):
    assert find('"trẻ em"') == ["9/BC-SYT", "2873/KH-UBND"]
    assert find('"phụ trẻ"') == []


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("loại:KH", ["2873/KH-UBND", "8271/KH-UBND"]),
        ("loai:ke hoach tu:11/2018", ["2873/KH-UBND"]),
        ("trẻ em đến:2019", ["2873/KH-UBND"]),
        ("từ:08/11/2018 đến:2018-11-08", ["2873/KH-UBND"]),
        ("cơ quan:Ủy ban nhân dân huyện Vĩnh Tường", ["2873/KH-UBND"]),
        ("nơi:vinh tuong", ["2873/KH-UBND"]),
        ("người ký:Sự", ["2873/KH-UBND"]),
        ("giao:Phòng Nội vụ", ["28730/CV-STC"]),
        ("còn việc:", ["9/BC-SYT"]),
        ("còn việc:không loại:CV", ["28730/CV-STC"]),
        ("viện dẫn:8271", ["2873/KH-UBND"]),
        ("viện dẫn:827", []),
        ("loại:HD", []),
        ("loại:HĐ", ["05/HĐ-SNV"]),
    ],
)
def test_filters_keep_what_they_name(find, query, numbers):
    assert find(query) == numbers


def test_a_filter_that_means_nothing_is_told(finder):
    found = finder.find("trẻ em từ:hôm qua")
    assert found.unclear == ("từ:hôm qua",)
    assert found.total == 2


def test_a_slip_of_recognition_is_found_last(finder):
    found = finder.find("kế hoạch")
    assert [hit.document.number for hit in found.hits] == [
        "2873/KH-UBND",
        "8271/KH-UBND",
        "9/BC-SYT",
    ]
    assert [hit.matched_in for hit in found.hits] == ["head", "head", "near"]
    assert found.near == {"hoạch": ("hoacb",)}


def test_a_word_that_no_text_holds_is_taken_for_its_neighbours(find):
    assert find("quyêt toám") == ["28730/CV-STC"]


def test_a_tilde_asks_for_near_words(find):
    assert find("lối") == ["2873/KH-UBND"]
    assert find("~lối") == ["2873/KH-UBND", "9/BC-SYT"]


def test_by_date_the_newest_comes_first_wherever_it_matched(find):
    assert find("bình đẳng giới", sort="date") == ["28730/CV-STC", "2873/KH-UBND"]


def test_facets_count_the_hits(finder):
    facets = finder.find("tháng hành động").facets
    assert facets["type"] == (("KH", 2),)
    assert facets["year"] == (("2018", 2),)
    assert set(facets["issuer"]) == {("UBND huyện Vĩnh Tường", 1), ("UBND tỉnh Vĩnh Phúc", 1)}
    assert facets["keyword"] == (("bình đẳng", 2), ("trẻ em", 1))


@pytest.mark.parametrize("query", ['từ khóa:"trẻ em"', "tu khoa:tre em"])
def test_a_keyword_finds_what_is_about_it_and_not_all_that_says_it(find, query):
    assert find("trẻ em") == ["9/BC-SYT", "2873/KH-UBND"]
    assert find(query) == ["2873/KH-UBND"]


def test_many_hits_are_counted_no_further_and_the_newest_come_first(finder, many):
    found = finder.find("thông báo tuyển quân")
    assert (found.total, found.is_capped) == (MOST, True)
    newest = [hit.document.issued_on for hit in found.hits]
    assert newest == sorted(newest, reverse=True)
    assert newest[0] == many


def test_a_document_says_where_its_matches_are(finder):
    hit = finder.find("duong loi").hits[0]
    matches = finder.matches(hit.document.id, "duong loi")
    assert [(match.page, match.text) for match in matches] == [(1, "đường"), (1, "lối")]
    assert matches[0].box == (1.0, 2.0, 3.0, 4.0)
