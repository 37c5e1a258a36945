"""Find documents: by number first, then in heads, then in texts, newest first in each."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Final

from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session, sessionmaker

from api.store.cursors import read_cursor, write_cursor
from api.store.graph.graph import find_endings
from api.store.lexemes import fold, syllables
from api.store.search.counting import Counted, count, divide
from api.store.search.found import MOST, Found, Hit, Wish
from api.store.search.language import Question, parse_question
from api.store.search.paging import Position
from api.store.search.queries import Plan, add_variants, by_date, lexeme, make_plan
from api.store.search.ranking import rank
from api.store.search.scope import ANY_DAY, Scope, find_scope
from api.store.search.snippets import (
    Match,
    Piece,
    Seeker,
    Stretch,
    count_kinds,
    cut_snippet,
    find_matches,
)
from api.store.search.vocabulary import Vocabulary
from api.store.search.widening import widen
from api.store.tables import Document, Page

ERAS: Final = {"before": lexeme("e:0"), "after": lexeme("e:1"), "any": ""}
# Only bitmaps of the GIN indexes: other plans read whole vectors, which are long.
PLANS: Final = text("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
# A text, since to build it of parts takes longer than to run it.
PAGES: Final = text(
    "SELECT document_id, number, text FROM pages WHERE document_id = ANY(:ids) ORDER BY number"
)


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
        with self._session() as session:
            scope = ANY_DAY if question.is_number else find_scope(session, question.filters)
            session.execute(PLANS)
            near = self._neighbours(session, question)
            widenings, variants = widen(question)
            plan = make_plan(question, lambda word: near.get(word, ()))
            if wish.is_widened:
                plans = [(ERAS[one.era], make_plan(one.question, _nothing)) for one in variants]
                plan = add_variants(plan, plans)
            part, (total, facets) = _find_part(session, plan, scope, wish)
            shown = part[: wish.limit]
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


def _find_part(
    session: Session, plan: Plan, scope: Scope, wish: Wish
) -> tuple[list[Position], Counted]:
    """The part of the hits that is wanted, one more where more follow, and how many there are."""
    after = read_cursor(wish.after, 3)
    most = wish.limit + 1 if after is None else MOST
    if wish.sort == "date":
        counted = count(session, plan, scope)
        batches = by_date(plan.plain if counted.total > MOST else plan.widest)
        return _take(rank(session, batches, scope, most), after, wish.limit), counted
    part = _take(rank(session, plan.batches, scope, most), after, wish.limit)
    if after is None and len(part) <= wish.limit:  # these are all
        return part, divide(session, [hit.document_id for hit in part])
    return part, count(session, plan, scope)


def _take(ranked: Iterable[Position], after: tuple[int, ...] | None, limit: int) -> list[Position]:
    later = (hit for hit in ranked if after is None or hit[:3] > after)
    return list(islice(later, limit + 1))


def _nothing(_word: str) -> tuple[str, ...]:
    return ()


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
    for document_id, number, page in session.execute(PAGES, {"ids": list(documents)}):
        found = seeker.find(page)
        score = count_kinds(found)
        if score > best.get(document_id, (0,))[0]:
            best[document_id] = (score, number, page, found)
    return {
        document: (number, cut_snippet(page, found))
        for document, (_, number, page, found) in best.items()
    }
