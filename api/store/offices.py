"""The office of the store: what it is called, learned from its stamps too, and what is its own."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session, sessionmaker

from api.errors import Conflict
from api.record import Record, bare, directives
from api.store.audit import Deed, note
from api.store.tables import Document, OfficeProfile, Task
from nlp.tasks.office import Office, Origin, expand, is_ours, name_key

Share = Literal["lead", "support"]

OFFICE_ID: Final = 1
BATCH: Final = 50
# Documents judged at once when the office changes; the worker judges the others.
AT_ONCE: Final = 200
# A name that the stamps of so many documents bear, and of so many of the last ones, is ours.
LEAST_SEEN: Final = 3
LEAST_SHARE: Final = 0.2
LAST_STAMPS: Final = 200
# Any number of our own: whoever holds it judges, others go on.
JUDGING_LOCK: Final = 2_873_212


@dataclass(frozen=True, slots=True)
class Seen:
    """A name on the stamps of the last documents, which is not known to be ours."""

    name: str
    documents: int


@dataclass(frozen=True, slots=True)
class Members:
    """The organs that one assignee stands for, with those of them that are ours."""

    assignee: str
    organs: tuple[str, ...]


class Offices:
    """The office of one store."""

    def __init__(self, engine: Engine) -> None:
        """Work on the database of `engine`."""
        self._session = sessionmaker(engine, expire_on_commit=False)

    def get(self) -> OfficeProfile:
        """The office as it stands."""
        with self._session() as session:
            return session.get_one(OfficeProfile, OFFICE_ID)

    def seen(self) -> list[Seen]:
        """Names on the last stamps that are neither ours nor refused, the most frequent first."""
        with self._session() as session:
            profile = session.get_one(OfficeProfile, OFFICE_ID)
            told = _keys(profile)
            names = _count_stamps(session)
        return [Seen(name, count) for key, (name, count) in names.items() if key not in told]

    def change(
        self, changes: Mapping[str, Any], version: int | None = None, actor: str | None = None
    ) -> OfficeProfile:
        """The office with these of `names`, `parent` and `members`; what is ours is judged anew.

        A learned name that is taken off is not learned again. `version` is the one that the
        changes were made on; None takes any.

        Raises:
            Conflict: the office was changed since.
        """
        with self._session.begin() as session:
            profile = session.get_one(OfficeProfile, OFFICE_ID, with_for_update=True)
            before = {name: getattr(profile, name) for name in changes}
            if version is not None and profile.version != version:
                raise Conflict(profile.version, before, dict(changes))
            _set(profile, changes)
            detail = {
                "before": before,
                "after": {name: getattr(profile, name) for name in changes},
            }
            note(session, Deed("office_changed", None, actor=actor), detail)
        self.judge(AT_ONCE)
        return self.get()

    def judge(self, most: int | None = None) -> int:
        """Learn the names on the stamps, and tell which tasks are ours; of how many documents.

        Only documents are looked at that were not judged by the office as it is now, at most
        `most` of them. A batch is one transaction.
        """
        done = 0
        while most is None or done < most:
            with self._session.begin() as session:
                if not session.scalar(text(f"SELECT pg_try_advisory_xact_lock({JUDGING_LOCK})")):
                    return done
                profile = _learn(session)
                stale = _stale(session, profile.version)
                for document in stale:
                    judge_tasks(session, document, profile)
            if not stale:
                return done
            done += len(stale)
        return done

    def members(self, task: Task) -> list[Members]:
        """Whom the groups among those that lead or support a task stand for."""
        with self._session() as session:
            office = _as_office(session.get_one(OfficeProfile, OFFICE_ID))
            document = session.get_one(Document, task.document_id)
            origin = _origin(document.record or {}, task)
        found = ((name, expand(name, office, origin)) for name in (*task.lead, *task.support))
        return [Members(name, organs) for name, organs in found if organs]


def judge_tasks(
    session: Session, document: Document, profile: OfficeProfile | None = None
) -> None:
    """Tell which tasks of a document are ours."""
    profile = profile or session.get_one(OfficeProfile, OFFICE_ID)
    office = _as_office(profile)
    for task in session.scalars(select(Task).where(Task.document_id == document.id)):
        task.ours = _share(task, office, _origin(document.record or {}, task))
    document.judged = profile.version


def judge_task(session: Session, document: Document, task: Task) -> None:
    """Tell whether a task is ours, after a person has changed it."""
    office = _as_office(session.get_one(OfficeProfile, OFFICE_ID))
    task.ours = _share(task, office, _origin(document.record or {}, task))


def _share(task: Task, office: Office, origin: Origin) -> Share | None:
    if not office.names:
        return None
    if any(is_ours(name, office, origin) for name in task.lead):
        return "lead"
    return "support" if any(is_ours(name, office, origin) for name in task.support) else None


def _as_office(profile: OfficeProfile) -> Office:
    return Office(tuple(profile.names), profile.parent, tuple(profile.members))


def _origin(record: Record, task: Task) -> Origin:
    """Where the directive of a task comes from."""
    parts = list(directives(record))
    header = parts[task.directive].get("header", {}) if task.directive < len(parts) else {}
    day = bare(header.get("date"))
    return Origin(
        bare(header.get("issuer")),
        bare(header.get("parent")),
        date.fromisoformat(day) if day else None,
    )


def _set(profile: OfficeProfile, changes: Mapping[str, Any]) -> None:
    names = changes.get("names", profile.names)
    kept = set(map(name_key, names))
    gone = [name for name in profile.learned if name_key(name) not in kept]
    refused = (name for name in (*profile.refused, *gone) if name_key(name) not in kept)
    profile.refused = _distinct(refused)
    profile.learned = [name for name in profile.learned if name not in gone]
    profile.names = _distinct(names)
    profile.members = _distinct(changes.get("members", profile.members))
    profile.parent = changes.get("parent", profile.parent)
    profile.version += 1


def _distinct(names: Iterable[str]) -> list[str]:
    """The names, of each organ the spelling that comes first."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(name_key(name), name)
    return list(found.values())


def _keys(profile: OfficeProfile) -> set[str]:
    return set(map(name_key, (*profile.names, *profile.refused)))


def _learn(session: Session) -> OfficeProfile:
    """The office, with the names that its stamps show; nobody needs to type them."""
    profile = session.get_one(OfficeProfile, OFFICE_ID, with_for_update=True)
    names = _count_stamps(session)
    total, told = sum(count for _, count in names.values()), _keys(profile)
    for key, (name, count) in names.items():
        if key not in told and count >= max(LEAST_SEEN, LEAST_SHARE * total):
            profile.names, profile.learned = [*profile.names, name], [*profile.learned, name]
            profile.version += 1
            note(session, Deed("office_learned", None), {"name": name, "documents": count})
    return profile


def _count_stamps(session: Session) -> dict[str, tuple[str, int]]:
    """By the key of a name: how the last stamps mostly spell it, and how many bear it."""
    query = select(Document.stamp_organ).where(Document.stamp_organ.is_not(None))
    last = query.order_by(Document.id.desc()).limit(LAST_STAMPS)
    spellings: dict[str, Counter[str]] = {}
    for name in session.scalars(last):
        spellings.setdefault(name_key(name or ""), Counter())[name or ""] += 1
    found = {key: (names.most_common(1)[0][0], names.total()) for key, names in spellings.items()}
    return dict(sorted(found.items(), key=lambda item: -item[1][1]))


def _stale(session: Session, version: int) -> Sequence[Document]:
    is_stale = Document.record.is_not(None), Document.judged < version
    query = select(Document).where(*is_stale).order_by(Document.id).limit(BATCH)
    return session.scalars(query.with_for_update(skip_locked=True, of=Document)).all()
