"""A document as its page shows it: pages with the boxes of values, and what is to be checked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from api.record import bare
from api.web.checking import ToCheck, review_values
from api.web.directive import DirectiveView, view_directive
from api.web.found import keyword_link
from api.web.leaf import Place, Value, items, part
from api.web.words import NOTICES, ORIGINS


@dataclass(frozen=True, slots=True)
class PageSize:
    """An upright page: its number from 1, and its size in points."""

    number: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A box on a page with the values that were read there, at least one."""

    place: Place
    values: tuple[Value, ...]

    @property
    def is_review(self) -> bool:
        """Whether one of its values is left to the clerk."""
        return any(value.is_review for value in self.values)

    @property
    def title(self) -> str:
        """What was read there, once each."""
        return "\n".join(dict.fromkeys(f"{value.label}: {value.text}" for value in self.values))


@dataclass(frozen=True, slots=True)
class PageView:
    """A page and the marks on it, the larger first so that the small lie on top."""

    size: PageSize
    marks: tuple[Mark, ...]

    @property
    def is_doubtful(self) -> bool:
        """Whether a value on it is left to the clerk."""
        return any(mark.is_review for mark in self.marks)


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document that has been read. `directives` are the first and those enclosed.

    `keywords` are what it is about, each with the address of all that is about it too.
    """

    pages: tuple[PageView, ...]
    directives: tuple[DirectiveView, ...]
    review: tuple[ToCheck, ...]
    origin: str
    notices: tuple[str, ...]
    keywords: tuple[tuple[str, str], ...]

    @property
    def first(self) -> DirectiveView:
        """The directive that the record is of."""
        return self.directives[0]


def view_document(
    record: Mapping[str, object], sizes: Sequence[PageSize], type_names: Mapping[str, str]
) -> DocumentView:
    """What the page shows of a document; `type_names` names the codes of document types."""
    records = tuple(_records(record))
    directives = tuple(view_directive(inner, type_names, prefix) for prefix, inner in records)
    review = tuple(
        waiting
        for directive, (prefix, inner) in zip(directives, records, strict=True)
        for waiting in review_values(directive, items(inner.get("review")), prefix)
    )
    marks = _marks(value for directive in directives for value in directive.values())
    return DocumentView(
        pages=tuple(PageView(size, marks.get(size.number, ())) for size in sizes),
        directives=directives,
        review=review,
        origin=ORIGINS.get(str(bare(part(record, "source").get("text_origin"))), ""),
        notices=tuple(
            NOTICES[str(code)] for code in items(record.get("notices")) if str(code) in NOTICES
        ),
        keywords=tuple(
            (str(word), keyword_link(str(word))) for word in items(record.get("keywords"))
        ),
    )


def _records(record: Mapping[str, object]) -> Iterator[tuple[str, Mapping[str, object]]]:
    yield "", record
    for index, enclosed in enumerate(items(record.get("enclosed"))):
        if isinstance(enclosed, Mapping):
            yield f"enclosed[{index}].", enclosed


def _marks(values: Iterable[Value]) -> dict[int, tuple[Mark, ...]]:
    """The marks of every page, larger first."""
    places: dict[Place, list[Value]] = {}
    for value in values:
        if value.place is not None and value.text:
            places.setdefault(value.place, []).append(value)
    pages: dict[int, list[Mark]] = {}
    for place in sorted(places, key=_area, reverse=True):
        pages.setdefault(place.page, []).append(Mark(place, tuple(places[place])))
    return {page: tuple(marks) for page, marks in pages.items()}


def _area(place: Place) -> float:
    return place.width * place.height
