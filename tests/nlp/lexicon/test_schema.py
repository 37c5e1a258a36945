from collections import Counter

import pytest
from pydantic import ValidationError

from nlp.lexicon.schema import Lexicon, load_lexicon


def test_the_lexicon_is_loaded_once_and_frozen():
    lexicon = load_lexicon()
    assert load_lexicon() is lexicon
    with pytest.raises(ValidationError):
        lexicon.type[0].code = "XX"


def test_a_row_without_its_source_is_refused():
    table = load_lexicon().model_dump()
    table["type"][0].pop("source")
    with pytest.raises(ValidationError):
        Lexicon.model_validate(table)


def test_no_code_and_no_symbol_stands_for_two_types():
    types = load_lexicon().type
    codes = Counter(row.code for row in types)
    symbols = Counter(symbol for row in types for symbol in row.symbols)
    names = Counter(name for row in types for name in row.names)
    assert [key for counts in (codes, symbols, names) for key, n in counts.items() if n > 1] == []


def test_the_thirty_four_provinces_of_today_are_there():
    today = [
        name
        for row in load_lexicon().place
        if row.since and row.until is None
        for name in row.names
    ]
    assert len(today) == len(set(today)) == 34
