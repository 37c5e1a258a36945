"""The repository of saved searches."""

from sqlalchemy import Engine, delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import sessionmaker

from api.errors import Problem
from api.store.cursors import read_cursor
from api.store.search.tables import SavedSearch


class SavedSearches:
    """Questions that are kept under a name."""

    def __init__(self, engine: Engine) -> None:
        """Work on the database of `engine`."""
        self._session = sessionmaker(engine, expire_on_commit=False)

    def save(self, name: str, query: str, sort: str) -> SavedSearch:
        """Keep a question under a name; one of the same name is replaced."""
        values = {"query": query, "sort": sort}
        statement = insert(SavedSearch).values(name=name.strip(), **values)
        kept = statement.on_conflict_do_update(index_elements=["name"], set_=values)
        with self._session.begin() as session:
            return session.scalars(kept.returning(SavedSearch)).one()

    def list(self, limit: int = 50, after: str | None = None) -> list[SavedSearch]:
        """Saved searches, oldest first, from behind a cursor (of the id) on.

        Raises:
            Problem: invalid_request where `after` is no cursor.
        """
        [last] = read_cursor(after, 1) or (0,)
        query = select(SavedSearch).order_by(SavedSearch.id).limit(limit)
        with self._session() as session:
            return list(session.scalars(query.where(SavedSearch.id > last)))

    def require(self, search_id: int) -> SavedSearch:
        """One saved search.

        Raises:
            Problem: not_found.
        """
        with self._session() as session:
            found = session.get(SavedSearch, search_id)
        if found is None:
            raise Problem(code="not_found", detail=f"Không có câu tìm đã lưu mã {search_id}.")
        return found

    def remove(self, search_id: int) -> None:
        """Forget a saved search; one that is gone stays gone."""
        with self._session.begin() as session:
            session.execute(delete(SavedSearch).where(SavedSearch.id == search_id))
