"""What people corrected in a record, and new readings that must not lose it."""

import copy
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Engine, delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session, sessionmaker

from api.errors import Conflict, Problem
from api.record import Record, bare, bare_all
from api.store.arrivals import align
from api.store.audit import Deed, note
from api.store.duplicates import link_duplicates
from api.store.filing import file_record
from api.store.lives import Policy, begin_tasks
from api.store.offices import judge_tasks
from api.store.pages import save_page
from api.store.settling import confirm, confirm_again, review_paths, settle, without_review
from api.store.tables import Correction, Document, Page, Proposal

_HEADER: Final = ("issuer", "parent", "number", "type", "place", "subject", "urgency")
_SIGNER: Final = ("authority", "title", "name")
_INCOMING: Final = ("organisation", "number", "forwarded_to", "file_number")
DAYS: Final = frozenset({"header.date", "incoming.date"})
CORRECTABLE: Final = frozenset(
    {
        *(f"header.{name}" for name in _HEADER),
        *(f"header.signer.{name}" for name in _SIGNER),
        *(f"incoming.{name}" for name in _INCOMING),
        *DAYS,
    }
)
LISTS: Final = ("references", "purposes", "aims", "requirements", "dates", "tasks", "keywords")
_YEAR: Final = re.compile(r"\d{4}-\d\d-\d\d")
NOT_WAITING: Final = "Mục này không còn chờ kiểm tra; hãy tải lại trang để xem bản hiện có."
Values = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Change:
    """What a new reading would change at a path; `is_kept` where a person's value stays.

    Of a list `before` holds what only the old reading has, `after` what only the new one has.
    """

    path: str
    before: Any
    after: Any
    is_kept: bool = False


def apply_corrections(record: Record, values: Values) -> Record:
    """The record with these values at these paths, sure and no longer left to the clerk."""
    corrected = copy.deepcopy(record)
    for path, value in values.items():
        *parts, name = path.split(".")
        home = corrected
        for part in parts:
            home[part] = home.get(part) or {}
            home = home[part]
        old = home.get(name)
        evidence = old.get("evidence") if isinstance(old, dict) else None
        home[name] = {
            "value": value,
            "confidence": 1.0,
            "evidence": evidence,
            "corrected": True,
        }
    return without_review(corrected, values)


def find_changes(old: Record, new: Record, kept: Iterable[str] = ()) -> list[Change]:
    """What differs between two records of a document; `kept` are the paths a person corrected."""
    hands = set(kept)
    changes = []
    for path in sorted(CORRECTABLE):
        before, after = _at(old, path), _at(new, path)
        if before != after:
            changes.append(Change(path, before, after, path in hands))
    for name in LISTS:
        gone, come = _differences(old.get(name) or [], new.get(name) or [])
        if gone or come:
            changes.append(Change(name, gone, come))
    return changes


class Corrections:
    """Corrections and new readings of one store."""

    def __init__(self, engine: Engine, policy: Policy) -> None:
        """Work on the database of `engine` by what an office has settled."""
        self._session = sessionmaker(engine, expire_on_commit=False)
        self._policy = policy

    def correct(
        self, document_id: int, values: Values, version: int | None, actor: str | None = None
    ) -> Document:
        """The document with these values; `version` is the one they were made on.

        Raises:
            Problem: not_found, not_ready, version_conflict, or invalid_request for a value that
                cannot stand at its path.
        """
        _check_values(values)
        with self._session.begin() as session:
            document, record = _open_record(session, document_id)
            before = {path: _at(record, path) for path in values}
            if version is not None and document.version != version:
                raise Conflict(document.version, before, dict(values))
            for path, value in values.items():
                _keep(session, document_id, path, value)
            _file(session, document, apply_corrections(record, values), self._policy)
            detail = {"before": before, "after": dict(values)}
            note(session, Deed("corrected", document_id, actor=actor), detail)
            session.flush()
            session.refresh(document)
            return document

    def confirm(
        self,
        document_id: int,
        paths: Collection[str],
        version: int | None,
        actor: str | None = None,
    ) -> Document:
        """The document with these paths of its review found right as they are.

        Raises:
            Problem: not_found, not_ready, version_conflict; invalid_request for a path that does
                not wait for anyone.
        """
        with self._session.begin() as session:
            document, record = _open_record(session, document_id)
            if version is not None and document.version != version:
                current = {"review": review_paths(record)}
                raise Conflict(document.version, current, {"paths": list(paths)})
            if not set(paths) <= set(review_paths(record)):
                raise Problem(code="invalid_request", detail=NOT_WAITING)
            document.record = confirm(record, paths)
            document.version += 1
            note(session, Deed("confirmed", document_id, actor=actor), {"paths": list(paths)})
            session.flush()
            session.refresh(document)
            return document

    def propose(self, document_id: int, record: Record, readings: list[Record]) -> list[Change]:
        """Keep a new reading until someone accepts it; gives what it would change."""
        values = {"record": record, "readings": readings, "made_at": func.now()}
        with self._session.begin() as session:
            statement = insert(Proposal).values(document_id=document_id, **values)
            session.execute(
                statement.on_conflict_do_update(index_elements=["document_id"], set_=values)
            )
        return self.proposed(document_id)

    def proposed(self, document_id: int) -> list[Change]:
        """What the new reading of a document would change.

        Raises:
            Problem: not_found or not_ready; no_proposal where there is none.
        """
        with self._session() as session:
            _, old = _open_record(session, document_id)
            new = _require_proposal(session, document_id).record
            return find_changes(old, new, _kept(session, document_id))

    def accept(self, document_id: int, actor: str | None = None) -> Document:
        """Take the new reading; what people corrected stays as they left it.

        Raises:
            Problem: not_found, not_ready, no_proposal.
        """
        with self._session.begin() as session:
            document, old = _open_record(session, document_id)
            proposal = _require_proposal(session, document_id)
            session.execute(delete(Page).where(Page.document_id == document_id))
            document.pages_done = 0
            session.flush()
            for reading in proposal.readings:
                save_page(session, document_id, reading)
            record = apply_corrections(proposal.record, _kept(session, document_id))
            _file(session, document, confirm_again(old, record), self._policy)
            note(session, Deed("read_anew", document_id, actor=actor))
            session.delete(proposal)
            session.flush()
            session.refresh(document)
            return document

    def drop(self, document_id: int) -> None:
        """Forget the new reading of a document.

        Raises:
            Problem: no_proposal.
        """
        with self._session.begin() as session:
            session.delete(_require_proposal(session, document_id))


def file_reading(session: Session, document: Document, record: Record, policy: Policy) -> None:
    """File the first record of a document."""
    _file(session, document, record, policy)
    note(session, Deed("read", document.id))


def _file(session: Session, document: Document, record: Record, policy: Policy) -> None:
    query = select(Page.text).where(Page.document_id == document.id).order_by(Page.number)
    text = "\n".join(session.scalars(query))
    file_record(session, document, record, text)
    link_duplicates(session, document, text)
    align(session, document)
    begin_tasks(session, document, policy)
    judge_tasks(session, document)
    settle(session, document)
    document.version += 1


def _open_record(session: Session, document_id: int) -> tuple[Document, Record]:
    document = session.get(Document, document_id, with_for_update=True)
    if document is None:
        raise Problem(code="not_found", detail=f"Không có văn bản mã {document_id}.")
    if document.record is None:
        raise Problem(code="not_ready")
    return document, document.record


def _require_proposal(session: Session, document_id: int) -> Proposal:
    proposal = session.get(Proposal, document_id)
    if proposal is None:
        raise Problem(code="no_proposal")
    return proposal


def _kept(session: Session, document_id: int) -> dict[str, str | None]:
    query = select(Correction.path, Correction.value)
    rows = session.execute(query.where(Correction.document_id == document_id))
    return {row.path: row.value for row in rows}


def _keep(session: Session, document_id: int, path: str, value: str | None) -> None:
    statement = insert(Correction).values(document_id=document_id, path=path, value=value)
    session.execute(
        statement.on_conflict_do_update(
            index_elements=["document_id", "path"], set_={"value": statement.excluded.value}
        )
    )


def _check_values(values: Values) -> None:
    for path, value in values.items():
        if path not in CORRECTABLE:
            raise Problem(code="invalid_request", detail=f"Không sửa được giá trị {path}.")
        if value is not None and path in DAYS and not _is_day(value):
            detail = f"Ngày {path} không hợp lệ; hãy ghi theo dạng 2026-03-05."
            raise Problem(code="invalid_request", detail=detail)


def _is_day(text: str) -> bool:
    try:
        return bool(_YEAR.fullmatch(text)) and date.fromisoformat(text) is not None
    except ValueError:
        return False


def _at(record: Record, path: str) -> Any:  # noqa: ANN401 - a leaf holds any value
    *parts, name = path.split(".")
    for part in parts:
        record = record.get(part) or {}
    return bare(record.get(name))


def _differences(old: list[Any], new: list[Any]) -> tuple[list[Any], list[Any]]:
    before, after = [bare_all(item) for item in old], [bare_all(item) for item in new]
    gone = [item for item in before if item not in after]
    return gone, [item for item in after if item not in before]
