"""Find documents: by number first, then in heads, then in texts, newest first in each."""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Final

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session, sessionmaker

from api.store.cursors import read_cursor, write_cursor
from api.store.lexemes import fold, syllables
from api.store.search.connections import connect_search
from api.store.search.counting import Counted, count
from api.store.search.found import MOST, Found, Wish
from api.store.search.language import Question, parse_question
from api.store.search.paging import Position
from api.store.search.queries import Plan, add_variants, lexeme, make_plan
from api.store.search.ranking import Ranker
from api.store.search.scope import Opening, Scope
from api.store.search.showing import show
from api.store.search.snippets import Match, Seeker, Spellings, find_matches
from api.store.search.vocabulary import Vocabulary
from api.store.search.widening import widen
from api.store.tables import Page

ERAS: Final = {"before": lexeme("e:0"), "after": lexeme("e:1"), "any": ""}


class Finder:
    """Searches one store."""

    def __init__(self, engine: Engine) -> None:
        """Search the database of `engine`."""
        self.engine = connect_search(engine)
        self._session = sessionmaker(self.engine, expire_on_commit=False)
        self._vocabulary = Vocabulary()
        self._spellings = Spellings()

    def close(self) -> None:
        """Give its connections back."""
        self.engine.dispose()

    def find(self, query: str, wish: Wish | None = None) -> Found:
        """What a query in the language of `api.store.search.language` finds.

        Raises:
            Problem: invalid_request where `wish.after` is no cursor.
        """
        question, wish = parse_question(query), wish or Wish()
        if question.is_empty:
            return Found(unclear=question.unclear)
        with self._session() as session:
            opening = Opening(session)
            scope = Scope(question.filters, lambda: opening.days)
            near = self._neighbours(session, question, opening)
            widenings, variants = widen(question)
            plan = make_plan(question, lambda word: near.get(word, ()))
            if wish.is_widened:
                plans = [(ERAS[one.era], make_plan(one.question, _nothing)) for one in variants]
                plan = add_variants(plan, plans)
            part, counted = _find_part(session, plan, scope, wish)
            shown = part[: wish.limit]
            hits, all_shown = show(session, shown, self._seek(question, near))
            total, facets = counted or all_shown
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
            near = self._neighbours(session, question, Opening(session))
            readings = {row.number: row.reading for row in session.execute(rows)}
        seeker = self._seek(question, near)
        return find_matches(readings, seeker) if seeker.wanted else ()

    def _seek(self, question: Question, near: Mapping[str, tuple[str, ...]]) -> Seeker:
        """What finds in texts the syllables that are to be shown."""
        if self._spellings.is_full:
            self._spellings = Spellings()
        numbers = (part for key in question.numbers for part in syllables(key))
        near_words = (other for others in near.values() for other in others)
        spoken = {fold(word) for word in (*question.spoken, *numbers)}
        return Seeker(spoken.union(near_words), self._spellings)

    def _neighbours(
        self, session: Session, question: Question, opening: Opening
    ) -> dict[str, tuple[str, ...]]:
        if not question.words:
            return {}
        self._vocabulary.refresh(session, opening.word)
        is_loose = bool(question.loose)
        return {
            word: self._vocabulary.neighbours(word, is_loose=is_loose)
            for word in question.loose or question.words
        }


def _find_part(
    session: Session, plan: Plan, scope: Scope, wish: Wish
) -> tuple[list[Position], Counted | None]:
    """The part of the hits that is wanted, one more where more follow, and how many there are.

    These are not counted where they are all in the part.
    """
    after = read_cursor(wish.after, 3)
    ranker = Ranker(session, scope, wish.limit + 1 if after is None else MOST)
    ranked = ranker.by_date(plan) if wish.sort == "date" else ranker.rank(plan.batches)
    part = _take(ranked, after, wish.limit)
    if after is None and len(part) <= wish.limit:
        return part, None
    return part, count(session, plan, scope, ranker)


def _take(ranked: Iterable[Position], after: tuple[int, ...] | None, limit: int) -> list[Position]:
    later = (hit for hit in ranked if after is None or hit[:3] > after)
    return list(islice(later, limit + 1))


def _nothing(_word: str) -> tuple[str, ...]:
    return ()
