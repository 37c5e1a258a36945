"""The type of the document, by its printed name or by its symbol."""

import re
from functools import lru_cache

from nlp.evidence import Leaf
from nlp.lexicon.schema import load_lexicon
from nlp.regions.region import Letterhead
from nlp.statements.folding import fold
from nlp.statements.marked import whole_leaf

_URGENT = re.compile(r"\s+(?:thượng\s+)?khẩn$|\s+h(?:ỏa|oả)\s+tốc$", re.IGNORECASE)
"""What may stand behind the name of a kind: `CÔNG ĐIỆN KHẨN`."""


def find_type(letterhead: Letterhead, symbol: str | None) -> Leaf[str] | None:
    """The code of the kind: by its name, else by its symbol, CV where there is neither."""
    if letterhead.type_name is not None:
        named = parse_type_name(letterhead.type_name.text)
        if named is not None:
            return whole_leaf(letterhead.type_name, named, "type.name")
    code = _code_of(symbol) if symbol else None
    place = letterhead.number or letterhead.type_name
    if place is None:
        return None
    if letterhead.type_name is not None:
        shown = code or _shown_code(symbol)
        return whole_leaf(letterhead.type_name, shown, "type.symbol") if shown else None
    if code is not None:
        return whole_leaf(place, code, "type.symbol")
    return whole_leaf(place, "CV", "type.letter") if symbol else None


def parse_type_name(text: str) -> str | None:
    """The code of a printed name of a type.

    >>> parse_type_name("KẾ HOẠCH"), parse_type_name("QUYET ĐỊNH")
    ('KH', 'QĐ')
    >>> parse_type_name("CÔNG ĐIỆN KHẨN")
    'CĐ'
    """
    name = _URGENT.sub("", " ".join(text.split()).strip(" :.*"))
    exact, bare = _type_names()
    return exact.get(name.casefold()) or bare.get(fold(name))


@lru_cache(maxsize=1)
def _type_names() -> tuple[dict[str, str], dict[str, str]]:
    exact = {name.casefold(): row.code for row in load_lexicon().type for name in row.names}
    bare: dict[str, str] = {}
    for name, code in exact.items():
        bare.setdefault(fold(name), code)
    return exact, bare


def _code_of(symbol: str) -> str | None:
    """The type whose letters open the symbol, None for a công văn."""
    first = re.split(r"[/-]", re.sub(r"^/(?:19|20)\d\d", "", symbol).lstrip("/-"))[0]
    for row in load_lexicon().type:
        if first in row.symbols and not (row.is_unit and first not in {"KH", "TC", "PC"}):
            return row.code
    return None


def _shown_code(symbol: str | None) -> str | None:
    """The letters of an unknown type as its symbol shows them."""
    if symbol is None:
        return None
    first = re.split(r"[/-]", symbol.lstrip("/-"))[0]
    return first if re.fullmatch(r"[A-ZĐ][A-Za-zĐđ]{0,5}", first) else None
