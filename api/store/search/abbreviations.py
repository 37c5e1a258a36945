"""Short forms and what they stand for, both ways."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from api.store.lexemes import fold, syllables
from nlp.lexicon.schema import Abbreviation, load_lexicon

Form = tuple[str, ...]
FILE = "abbreviations.toml"


def load_rows() -> tuple[Abbreviation, ...]:
    """The rows of the lexicon and of our own table; one that breaks its form is an error."""
    table = tomllib.loads((files("api.store.search") / FILE).read_text("utf-8"))
    ours = tuple(Abbreviation.model_validate(row) for row in table["abbreviation"])
    return (*load_lexicon().abbreviation, *ours)


def group_words(words: Sequence[str]) -> tuple[tuple[Form, ...], ...]:
    """The words in groups: a short or full form with all its other forms, or a word alone.

    What is typed without diacritics is read as any form that folds to it.

    >>> group_words(("kh", "bđg"))
    ((('kh',),), (('bđg',), ('bình', 'đẳng', 'giới')))
    """
    groups, start = [], 0
    while start < len(words):
        length, forms = _longest(words, start)
        groups.append(forms)
        start += length
    return tuple(groups)


def _longest(words: Sequence[str], start: int) -> tuple[int, tuple[Form, ...]]:
    forms_of, most = _tables()
    for length in range(min(most, len(words) - start), 0, -1):
        typed = tuple(words[start : start + length])
        others = forms_of.get(typed, ())
        if others:
            return length, tuple(dict.fromkeys((typed, *others)))
    return 1, ((words[start],),)


@cache
def _tables() -> tuple[Mapping[Form, tuple[Form, ...]], int]:
    forms_of: dict[Form, list[Form]] = defaultdict(list)
    for forms in _families(load_rows()):
        for form in forms:
            folded = tuple(map(fold, form))
            for typed in {form, folded}:
                forms_of[typed] += [other for other in forms if other not in (form, typed)]
                if typed != form:
                    forms_of[typed].append(form)
    return {key: tuple(forms) for key, forms in forms_of.items()}, max(map(len, forms_of))


def _families(rows: Iterable[Abbreviation]) -> list[list[Form]]:
    families: dict[Form, list[Form]] = {}
    for row in rows:
        full = syllables(row.full)
        family = families.setdefault(full, [full])
        family += [form for short in row.short if (form := syllables(short)) not in family]
    return list(families.values())
