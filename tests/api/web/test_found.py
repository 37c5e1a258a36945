from api.store.search.found import Found
from api.store.search.widening import Widening
from api.web.found import can_widen, found_words, keyword_link, narrowings, search_link


def test_a_capped_count_is_told_as_such():
    assert found_words(Found(total=1000, is_capped=True)) == ("Hơn 1000 văn bản",)


def test_what_was_looked_for_too_is_told():
    widening = Widening("xã Thổ Tang", ("huyện Vĩnh Tường",), "before")
    found = Found(total=1, widenings=(widening,), is_widened=True)
    assert found_words(found)[1] == (
        "Đã tìm cả huyện Vĩnh Tường (trước 01/7/2025, nay là xã Thổ Tang)."
    )
    assert not can_widen(found)
    assert can_widen(Found(widenings=(widening,)))
    assert len(found_words(Found(widenings=(widening,)))) == 1


def test_a_link_holds_what_was_asked():
    assert search_link("a b", "date", "x", is_widened=True) == "/tim?q=a+b&xep=ngay&sau=x&rong=1"


def test_a_keyword_leads_to_all_that_is_about_it():
    found = Found(facets={"keyword": (("hộ tịch", 2), ("dữ liệu", 1))})
    [first, _] = narrowings(found, "kế hoạch", "relevance", {})["Từ khóa"]
    assert (first.name, first.count) == ("hộ tịch", 2)
    assert first.link == search_link('kế hoạch từ khóa:"hộ tịch"', "relevance")
    assert keyword_link("hộ tịch") == search_link('từ khóa:"hộ tịch"', "relevance")
