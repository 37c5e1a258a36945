"""Find documents: by number first, then in heads, then in texts, newest first in each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Engine,
    Select,
    Text,
    cast,
    exists,
    extract,
    func,
    literal,
    select,
    text,
    union_all,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session, sessionmaker

from api.store.cursors import read_cursor, write_cursor
from api.store.graph.graph import find_endings
from api.store.lexemes import fold, syllables
from api.store.search.found import MOST, Facet, Found, Hit, Wish
from api.store.search.language import Filters, Question, parse_question
from api.store.search.paging import Position
from api.store.search.queries import Tier, add_variants, all_of, by_date, lexeme, make_plan
from api.store.search.snippets import (
    Match,
    Piece,
    Seeker,
    Stretch,
    count_kinds,
    cut_snippet,
    find_matches,
)
from api.store.search.tables import SearchEntry
from api.store.search.vocabulary import Vocabulary
from api.store.search.widening import widen
from api.store.tables import Document, Page, Task

MOST_FACETS: Final = 12
ERAS: Final = {"before": lexeme("e:0"), "after": lexeme("e:1"), "any": ""}
# Only bitmaps of the GIN indexes: other plans read whole vectors, which are long.
PLANS: Final = "SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off"


class Finder:
    """Searches one store."""

    def __init__(self, engine: Engine) -> None:
        """Search the database of `engine`."""
        self._session = sessionmaker(engine, expire_on_commit=False)
        self._vocabulary = Vocabulary()

    def find(self, query: str, wish: Wish | None = None) -> Found:
        """What a query in the language of `api.store.search.language` finds.

        Raises:
            Problem: invalid_request where `wish.after` is no cursor.
        """
        question, wish = parse_question(query), wish or Wish()
        if question.is_empty:
            return Found(unclear=question.unclear)
        after = read_cursor(wish.after, 3)
        with self._session() as session:
            session.execute(text(PLANS))
            near = self._neighbours(session, question)
            widenings, variants = widen(question)
            plan = make_plan(question, lambda word: near.get(word, ()))
            if wish.is_widened:
                plans = [(ERAS[one.era], make_plan(one.question, _nothing)) for one in variants]
                plan = add_variants(plan, plans)
            batches = plan.batches if wish.sort == "relevance" else by_date(plan)
            most = wish.limit + 1 if after is None else MOST
            ranked = _rank(session, batches, question.filters, most)
            later = (hit for hit in ranked if after is None or hit[:3] > after)
            part = list(islice(later, wish.limit + 1))
            shown = part[: wish.limit]
            total, facets = _count(session, plan.widest, question.filters)
            hits = _show(session, shown, _wanted(question, near))
        return Found(
            hits=hits,
            total=min(total, MOST),
            is_capped=total > MOST,
            next=write_cursor(*shown[-1][:3]) if len(part) > wish.limit else None,
            facets=facets,
            near={word: others for word, others in near.items() if others},
            unclear=question.unclear,
            widenings=widenings,
            is_widened=wish.is_widened and bool(widenings),
        )

    def matches(self, document_id: int, query: str) -> tuple[Match, ...]:
        """The words of a document that a query asks for, by page, with their boxes."""
        question = parse_question(query)
        rows = select(Page.number, Page.reading).where(Page.document_id == document_id)
        with self._session() as session:
            near = self._neighbours(session, question)
            readings = {row.number: row.reading for row in session.execute(rows)}
        wanted = _wanted(question, near)
        return find_matches(readings, wanted) if wanted else ()

    def _neighbours(self, session: Session, question: Question) -> dict[str, tuple[str, ...]]:
        if not question.words:
            return {}
        self._vocabulary.refresh(session)
        return {
            word: self._vocabulary.neighbours(word, is_loose=word in question.loose)
            for word in question.words
        }


def _nothing(_word: str) -> tuple[str, ...]:
    return ()


def _rank(
    session: Session, batches: Iterable[Sequence[Tier]], filters: Filters, most: int
) -> Iterator[Position]:
    """The first `most` hits in their order, each once, looked for as they are wanted."""
    seen: set[int] = set()
    rank = 0
    for batch in batches:
        for tier, candidates in zip(batch, _run(session, batch, filters, most), strict=True):
            fresh = [hit for hit in candidates if hit[1] not in seen]
            for day, document_id in fresh[: most - len(seen)]:
                seen.add(document_id)
                yield Position(rank, -day.toordinal(), -document_id, tier.place)
            rank += 1
            if len(seen) >= most:
                return


def _run(
    session: Session, batch: Sequence[Tier], filters: Filters, most: int
) -> Iterator[list[tuple[date, int]]]:
    """The newest hits of each tier of a batch: enough that `most` are new beside those before."""
    limits = [most * (index + 1) for index in range(len(batch))]
    branches = (
        _candidates(tier, index, filters, limits[index]) for index, tier in enumerate(batch)
    )
    rows: dict[int, list[tuple[date, int]]] = defaultdict(list)
    totals: dict[int, int] = {}
    for index, document_id, day, total in map(tuple, session.execute(union_all(*branches))):
        rows[index].append((day, document_id))
        totals[index] = total
    for index, tier in enumerate(batch):
        is_whole = totals.get(index, 0) <= MOST
        found = rows[index] if is_whole else _newest(session, tier, filters, limits[index])
        yield sorted(found, reverse=True)


def _newest(session: Session, tier: Tier, filters: Filters, most: int) -> list[tuple[date, int]]:
    """The newest `most` hits of a tier that has very many, looked for year by year."""
    first, last = session.execute(
        select(func.min(SearchEntry.day), func.max(SearchEntry.day))
    ).one()
    found: list[tuple[date, int]] = []
    for year in range(last.year, first.year - 1, -1):
        of_year = Tier(tier.place, tier.vector, all_of([lexeme(f"d:{year}"), tier.query]))
        entry = SearchEntry
        query = select(entry.day, entry.document_id).where(*_conditions(of_year, filters))
        newest = query.order_by(entry.day.desc(), entry.document_id.desc()).limit(most)
        found += [(row.day, row.document_id) for row in session.execute(newest)]
        if len(found) >= most:
            break
    return found[:most]


def _candidates(tier: Tier, index: int, filters: Filters, most: int) -> Select[Any]:
    """The newest of the hits of a tier, and how many these are, MOST + 1 for more than MOST."""
    columns = (SearchEntry.document_id, SearchEntry.day)
    found = select(*columns).where(*_conditions(tier, filters)).limit(MOST + 1).subquery()
    newest = select(literal(index), found, func.count().over())
    limited = newest.order_by(found.c.day.desc(), found.c.document_id.desc()).limit(most)
    return select(limited.subquery())


def _conditions(tier: Tier, filters: Filters) -> list[ColumnElement[bool]]:
    vector: Any = getattr(SearchEntry, tier.vector)
    conditions: list[ColumnElement[bool]] = [vector.op("@@")(cast(tier.query, TSQUERY))]
    if filters.since is not None:
        conditions.append(SearchEntry.day >= filters.since)
    if filters.until is not None:
        conditions.append(SearchEntry.day <= filters.until)
    if filters.has_open_tasks is not None:
        conditions.append(_has_open_tasks() == filters.has_open_tasks)
    return conditions


def _has_open_tasks() -> ColumnElement[bool]:
    """Whether a task of the document is neither done nor given back."""
    is_open = Task.state.not_in(("done", "returned"))
    return exists().where(Task.document_id == SearchEntry.document_id, is_open)


def _count(
    session: Session, widest: str, filters: Filters
) -> tuple[int, dict[Facet, tuple[tuple[str, int], ...]]]:
    year = extract("year", SearchEntry.day).label("year")
    conditions = _conditions(Tier("body", "body", widest), filters)
    columns = (SearchEntry.type, SearchEntry.issuer, year, SearchEntry.keywords)
    limited = select(*columns).where(*conditions)
    found = limited.limit(MOST + 1).cte("found").prefix_with("MATERIALIZED")
    values: dict[Facet, ColumnElement[Any]] = {
        "type": found.c.type,
        "issuer": found.c.issuer,
        "year": found.c.year,
        "keyword": func.unnest(found.c.keywords),
    }
    branches = [_count_by(name, value) for name, value in values.items()]
    rows: Sequence[Any] = session.execute(
        union_all(
            select(literal("total"), cast(None, Text), func.count()).select_from(found),
            *branches,
        )
    ).all()
    total = sum(count for name, _, count in rows if name == "total")
    return total, {
        facet: tuple((str(value), count) for name, value, count in rows if name == facet and value)
        for facet in values
    }


def _count_by(facet: Facet, value: ColumnElement[Any]) -> Select[Any]:
    """The most frequent values of a facet, and how often each comes."""
    rows = select(cast(value, Text).label("value")).subquery()
    counted = select(literal(facet), rows.c.value, func.count()).group_by(rows.c.value)
    most = counted.order_by(func.count().desc(), rows.c.value).limit(MOST_FACETS)
    return select(most.subquery())


def _wanted(question: Question, near: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The folded syllables to be shown in texts."""
    numbers = (part for key in question.numbers for part in syllables(key))
    near_words = (other for others in near.values() for other in others)
    return {fold(word) for word in (*question.spoken, *numbers)} | set(near_words)


def _show(session: Session, shown: Sequence[Position], wanted: set[str]) -> tuple[Hit, ...]:
    numbers = [position.document_id for position in shown]
    query = select(Document).where(Document.id.in_(numbers))
    documents = {document.id: document for document in session.scalars(query)}
    snippets = _snippets(session, numbers, wanted)
    endings = find_endings(session, numbers)
    hits = []
    for number, position in zip(numbers, shown, strict=True):
        if number in documents:
            page, snippet = snippets.get(number, (None, ()))
            ended = endings.get(number, ())
            hits.append(Hit(documents[number], position.place, page, snippet, ended))
    return tuple(hits)


def _snippets(
    session: Session, documents: Iterable[int], wanted: set[str]
) -> dict[int, tuple[int, tuple[Piece, ...]]]:
    if not wanted:
        return {}
    seeker = Seeker.of(wanted)
    best: dict[int, tuple[int, int, str, list[Stretch]]] = {}
    query = select(Page.document_id, Page.number, Page.text).where(Page.document_id.in_(documents))
    for document_id, number, page in session.execute(query.order_by(Page.number)):
        found = seeker.find(page)
        score = count_kinds(found)
        if score > best.get(document_id, (0,))[0]:
            best[document_id] = (score, number, page, found)
    return {
        document: (number, cut_snippet(page, found))
        for document, (_, number, page, found) in best.items()
    }
