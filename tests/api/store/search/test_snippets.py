from api.store.search import snippets
from api.store.search.snippets import (
    LONGEST_WORD,
    Piece,
    Seeker,
    Spellings,
    cut_snippet,
    find_matches,
)


def cut(page, *wanted):
    words = page.split()
    return cut_snippet(words, Seeker(wanted, Spellings()).find(words))


def test_a_snippet_shows_the_densest_part_of_a_long_page():
    page = "giới " + "x " * 200 + "bình đẳng giới " + "y " * 200
    assert Piece("bình đẳng giới", is_match=True) in cut(page, "binh", "dang", "gioi")


def test_a_word_alone_is_not_marked_where_others_stand_together():
    pieces = cut("giới trẻ và bình đẳng giới", "binh", "dang", "gioi")
    assert [piece.text for piece in pieces if piece.is_match] == ["bình đẳng giới"]


def test_a_word_alone_is_marked_where_none_stand_together():
    assert cut("giới trẻ", "binh", "gioi")[0] == Piece("giới", is_match=True)


def test_a_page_without_the_words_has_no_snippet():
    assert cut("Xe ô tô 7 chỗ", "binh") == ()


def test_only_whole_syllables_count():
    assert cut("bìnhđẳng", "binh") == ()


def test_a_row_of_dots_does_not_fill_a_snippet():
    [_, dots, _] = cut(f"giới {'.' * 300} giới", "gioi")
    assert len(dots.text) == LONGEST_WORD


def test_numbers_and_symbols_are_marked_whole():
    assert cut("theo Kế hoạch số 2873/KH-UBND ngày", "2873")[1].text == "2873/KH-UBND"


def word(text, x):
    return {"text": text, "box": {"x0": x, "top": 2.0, "x1": x + 1, "bottom": 4.0}}


def test_matches_are_found_from_line_to_line_and_in_stamps():
    reading = {
        "lines": [
            {"words": [word("về", 1.0), word("bình", 2.0)]},
            {"words": [word("đẳng,", 3.0)]},
        ],
        "frames": [{"lines": [{"words": [word("Bình", 9.0)]}]}],
    }
    found = find_matches({2: reading}, Seeker(("binh", "dang"), Spellings()))
    assert [(match.page, match.text, match.box[0]) for match in found] == [
        (2, "bình", 2.0),
        (2, "đẳng,", 3.0),
        (2, "Bình", 9.0),
    ]


def test_words_learned_on_an_earlier_page_are_found_again():
    spellings = Spellings()
    assert Seeker(("gioi",), spellings).find(["Giới,", "xe"]) == [(0, "gioi")]
    later = Seeker(("gioi", "xe"), spellings)
    assert later.find(["xe", "Giới,"]) == [(0, "xe"), (1, "gioi")]
    assert later.find(["GIỚI"]) == [(0, "gioi")]


def test_spellings_tell_when_they_are_too_many(monkeypatch):
    monkeypatch.setattr(snippets, "MOST_WORDS", 2)
    spellings = Spellings()
    spellings.learn(["một", "hai", "một"])
    assert not spellings.is_full
    spellings.learn(["ba"])
    assert spellings.is_full
