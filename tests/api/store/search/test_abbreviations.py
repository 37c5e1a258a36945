import pytest

from api.store.lexemes import syllables
from api.store.search.abbreviations import group_words, load_rows

EXAMPLES = [(row.full, example) for row in load_rows() for example in row.examples]


@pytest.mark.parametrize(("full", "example"), EXAMPLES)
def test_each_form_of_an_example_leads_to_the_other(full, example):
    short, _, long = example.partition(" = ")
    assert long == full
    assert syllables(long) in group_words(syllables(short))[0]
    assert syllables(short) in group_words(syllables(long))[0]


def test_the_longest_form_is_taken():
    groups = group_words(("ủy", "ban", "nhân", "dân", "huyện"))
    assert [forms[0] for forms in groups] == [("ủy", "ban", "nhân", "dân"), ("huyện",)]


def test_words_that_are_no_form_stand_alone():
    assert group_words(("trẻ", "em")) == ((("trẻ",),), (("em",),))
