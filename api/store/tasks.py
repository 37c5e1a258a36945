"""The repository of tasks."""

from datetime import date

from sqlalchemy import ColumnElement, Engine, Select, func, literal, select, tuple_
from sqlalchemy.orm import sessionmaker

from api.store.lexemes import fold
from api.store.tables import Task


class Tasks:
    """Tasks of one store."""

    def __init__(self, engine: Engine) -> None:
        """Work on the database of `engine`."""
        self._session = sessionmaker(engine, expire_on_commit=False)

    def of(self, document_id: int) -> list[Task]:
        """The tasks of a document, in the order of its record."""
        query = select(Task).where(Task.document_id == document_id)
        with self._session() as session:
            return list(session.scalars(query.order_by(Task.directive, Task.position)))

    def due(
        self,
        limit: int = 100,
        after: int | None = None,
        lead: str | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> list[Task]:
        """Tasks by deadline, those without one last, from after the task `after` on.

        `lead` keeps those that a unit leads or supports whose name has these letters, whatever
        their diacritics. `since` and `until` keep those with a deadline in between, both included.
        """
        query = _by_deadline(limit, after).where(*_within(since, until))
        if lead is not None:
            query = query.where(Task.units.contains(fold(lead.strip()), autoescape=True))
        with self._session() as session:
            return list(session.scalars(query))

    def count(self, since: date | None = None, until: date | None = None) -> int:
        """How many tasks have their deadline from `since` to `until`, both included."""
        query = select(func.count()).select_from(Task).where(*_within(since, until))
        with self._session() as session:
            return session.scalar(query) or 0

    def units(self, limit: int = 200) -> list[str]:
        """The names of units that lead or support, the most frequent first."""
        names = select(func.unnest(Task.lead + Task.support).label("name")).subquery()
        query = select(names.c.name).group_by(names.c.name).limit(limit)
        with self._session() as session:
            return list(session.scalars(query.order_by(func.count().desc(), names.c.name)))


def _within(since: date | None, until: date | None) -> list[ColumnElement[bool]]:
    bounds = []
    if since is not None:
        bounds.append(Task.deadline >= since)
    if until is not None:
        bounds.append(Task.deadline <= until)
    return bounds


def _by_deadline(limit: int, after: int | None) -> Select[Task]:
    place = (func.coalesce(Task.deadline, literal(date.max)), Task.id)
    query = select(Task).order_by(*place).limit(limit)
    if after is None:
        return query
    last = select(*place).where(Task.id == after).subquery()
    return query.where(tuple_(*place) > tuple_(*last.c))
