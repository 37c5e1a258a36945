import unicodedata

import pytest

from api.store.documents import Arrived, Documents
from api.store.search import Finder, Piece, cut_snippet

DOCUMENTS = [
    {
        "number": "2873/KH-UBND",
        "type": "KH",
        "date": "2018-11-08",
        "subject": "Tháng hành động vì bình đẳng giới",
        "cites": "8271/KH-UBND",
    },
    {"number": "8271/KH-UBND", "type": "KH", "date": "2018-10-24", "subject": "Tháng hành động"},
    {"number": "05/HĐ-SNV", "type": "HĐ", "date": "2020-01-02", "subject": "Hợp đồng thuê xe"},
    {"number": "28730/CV-STC", "type": "CV", "date": "2021-01-02", "subject": "Quyết toán"},
    {
        "number": "9/BC-SYT",
        "type": "BC",
        "date": "2022-05-05",
        "subject": "Số liệu",
        "arrival": "210",
    },
]
BODIES = [
    "Thực hiện đường lối\nPhụ nữ và trẻ em",
    "Phụ nữ",
    "Xe ô tô 7 chỗ",
    "Binh dang gioi viết không dấu",
    "Mã hồ sơ 2873 và trẻ em",
]


def reading(body):
    lines = [{"words": [{"text": word} for word in line.split()]} for line in body.split("\n")]
    return {"number": 1, "width": 1.0, "height": 1.0, "origin": "text", "lines": lines}


@pytest.fixture
def find(engine):
    documents = Documents(engine)
    for index, (stated, body) in enumerate(zip(DOCUMENTS, BODIES, strict=True)):
        arrived = Arrived(f"{index:064}", f"{index}.txt", "text/plain", 1, 1)
        document, _ = documents.add(arrived, reading(body), lambda _connection, _id: None)
        header = {key: value for key, value in stated.items() if key not in ("cites", "arrival")}
        record = {
            "header": header,
            "incoming": {"number": stated["arrival"]} if "arrival" in stated else None,
            "references": [{"number": stated["cites"]}] if "cites" in stated else [],
        }
        documents.finish(document.id, record)
    finder = Finder(engine)
    return lambda query, **options: [
        hit.document.number for hit in finder.find(query, **options).hits
    ]


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


@pytest.mark.usefixtures("find")
def test_hits_come_in_pages_with_their_total(engine):
    found = Finder(engine).find("trẻ em", limit=1, offset=1)
    assert (found.total, [hit.document.number for hit in found.hits]) == (2, ["2873/KH-UBND"])


@pytest.mark.usefixtures("find")
def test_a_hit_shows_the_page_and_the_words(engine):
    hit = Finder(engine).find("duong loi").hits[0]
    assert (hit.page, hit.matched_in) == (1, "body")
    assert hit.snippet == (
        Piece("Thực hiện", is_match=False),
        Piece("đường lối", is_match=True),
        Piece("Phụ nữ và trẻ em", is_match=False),
    )


def test_a_snippet_shows_the_densest_part_of_a_long_page():
    page = "giới " + "x " * 200 + "bình đẳng giới " + "y " * 200
    pieces = cut_snippet(page, {"binh", "dang", "gioi"})
    assert Piece("bình đẳng giới", is_match=True) in pieces
