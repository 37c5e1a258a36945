"""Parts of directives made of plain sentences, marked by the real pipeline."""

from datetime import date

import pytest

from nlp.evidence import Leaf
from nlp.geometry import Box
from nlp.reading.page import Line, Passage, Word, passage_of
from nlp.regions.region import Item, Letterhead, Parts
from nlp.spans.load import load_marker
from nlp.statements.read import mark_parts
from nlp.statements.statement import Header

ISSUED = date(2021, 3, 8)


def make_passage(text, confidence=1.0):
    words = [
        Word(word, Box(10 * place, 0, 10 * place + 8, 10), confidence, word)
        for place, word in enumerate(text.split())
    ]
    return passage_of(((1, Line(tuple(words))),)) if words else Passage("", ())


def make_items(rows):
    """Items from (level, marker, text); each stands under the last one of a lower level."""
    items, above = [], []
    for level, marker, text in rows:
        del above[level:]
        parent = above[-1] if above else -1
        is_heading = len(text) < 60 and not text.endswith((".", ":", ";"))
        items.append(Item(marker, level, parent, make_passage(text), is_heading=is_heading))
        above.append(len(items) - 1)
    return tuple(items)


def make_header(kind, issuer, addressees):
    def leaf(value):
        return Leaf(value, 1.0, None)

    return Header(
        type=leaf(kind) if kind else None,
        issuer=leaf(issuer),
        addressees=tuple(leaf(each) for each in addressees),
    )


@pytest.fixture(scope="session")
def marker():
    return load_marker()


@pytest.fixture(name="passage")
def passage_fixture():
    return make_passage


@pytest.fixture(name="parts")
def parts_fixture():
    def make(rows, **values):
        return Parts(1, 1, values.pop("letterhead", Letterhead()), body=make_items(rows), **values)

    return make


@pytest.fixture
def mark(marker, parts):
    def make(rows, **values):
        return mark_parts(parts(rows, **values), marker, ISSUED)

    return make


@pytest.fixture
def header():
    def make(kind="KH", issuer="UBND huyện Yên Lạc", addressees=()):
        return make_header(kind, issuer, addressees)

    return make
