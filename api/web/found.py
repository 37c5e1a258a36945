"""What was found, as the pages and the terminal say it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from api.store.search.found import Facet, Found, Hit
from api.store.search.widening import Widening

FACET_LABELS: Final[dict[Facet, str]] = {
    "type": "Loại",
    "issuer": "Cơ quan ban hành",
    "year": "Năm",
    "keyword": "Từ khóa",
}


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A value that hits may be narrowed to: its name, how many they are, and where that leads."""

    name: str
    count: int
    link: str


def found_words(found: Found) -> tuple[str, ...]:
    """How many were found, and what was understood otherwise than typed, a sentence each."""
    many = f"Hơn {found.total} văn bản" if found.is_capped else f"{found.total} văn bản"
    near = (
        f"Tìm cả cách viết gần với “{word}”: {', '.join(others)}."
        for word, others in found.near.items()
    )
    unclear = (f"Không hiểu bộ lọc “{text}” nên đã bỏ qua." for text in found.unclear)
    widened = map(widening_words, found.widenings if found.is_widened else ())
    return (many if found.total else "Không tìm thấy văn bản nào", *widened, *near, *unclear)


def can_widen(found: Found) -> bool:
    """Whether organs may be looked for under other names, and were not yet."""
    return bool(found.widenings) and not found.is_widened


def widening_words(widening: Widening) -> str:
    """That an organ was looked for under other names, and of what time."""
    others = ", ".join(widening.others)
    match widening.era:
        case "before":
            return f"Đã tìm cả {others} (trước 01/7/2025, nay là {widening.name})."
        case "after":
            return f"Đã tìm cả {others} (từ 01/7/2025, trước là {widening.name})."
        case _:
            return f"Đã tìm cả {others} (tên trước hoặc sau của {widening.name})."


def search_link(
    query: str, sort: str, after: str | None = None, *, is_widened: bool = False
) -> str:
    """The address of a page of hits."""
    values = {
        "q": query,
        "xep": "ngay" if sort == "date" else None,
        "sau": after,
        "rong": "1" if is_widened else None,
    }
    return "/tim?" + urlencode({key: value for key, value in values.items() if value})


def keyword_link(keyword: str) -> str:
    """The address of all documents with a keyword."""
    return search_link(f'từ khóa:"{keyword}"', "relevance")


def hit_link(hit: Hit, query: str) -> str:
    """The address of the page of a document on which a hit stands, its words to be marked."""
    place = f"#trang-{hit.page}" if hit.page is not None else ""
    return f"/van-ban/{hit.document.id}?{urlencode({'tim': query})}{place}"


def narrowings(
    found: Found, query: str, sort: str, type_names: Mapping[str, str]
) -> dict[str, tuple[Narrowing, ...]]:
    """What the hits may be narrowed to, by the label of each facet with more than one value."""
    return {
        FACET_LABELS[facet]: tuple(_narrow(facet, values, query, sort, type_names))
        for facet, values in found.facets.items()
        if len(values) > 1
    }


def _narrow(
    facet: Facet,
    values: Iterable[tuple[str, int]],
    query: str,
    sort: str,
    type_names: Mapping[str, str],
) -> Iterable[Narrowing]:
    for value, count in values:
        term = {
            "type": f"loại:{value}",
            "issuer": f'cơ quan:"{value}"',
            "year": f"từ:{value} đến:{value}",
            "keyword": f'từ khóa:"{value}"',
        }[facet]
        name = type_names.get(value, value) if facet == "type" else value
        yield Narrowing(name, count, search_link(f"{query} {term}", sort))
