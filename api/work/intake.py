"""Takes files in, and reads what was taken in."""

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from sqlalchemy.exc import OperationalError

from api.errors import Problem
from api.record import Record, find_secrecy
from api.settings import Settings
from api.store.documents import MOST_ATTEMPTS, Arrived, Documents
from api.store.originals import Draft, Originals
from api.store.tables import Document
from api.work.pool import URGENT, Stopped
from api.work.queue import Queue
from api.work.reader import Facts, Reader, Reading


@dataclass(frozen=True, slots=True)
class Intake:
    """Takes files into the store and reads them there."""

    settings: Settings
    originals: Originals
    documents: Documents
    reader: Reader
    queue: Queue

    def receive(self, content: BinaryIO, file_name: str) -> tuple[Document, bool]:
        """The document of a file, and whether it is new; on return it is never lost.

        A file that is kept already gives its document. Page 1 is read first: a secret document is
        refused, and nothing but the time, the hash and the level of that is noted.

        Raises:
            Problem: the file cannot be read, is beyond a limit, or is refused.
        """
        with self.originals.draft(content, self.settings.max_upload_bytes) as draft:
            known = self.documents.by_hash(draft.sha256)
            if known is not None and known.state != "failed":
                return known, False
            facts = self.reader.inspect(draft.path)
            first_page, urgency = self._check_first_page(draft)
            self.originals.keep(draft)
        name = _tidy_name(file_name)
        arrived = Arrived(draft.sha256, name, facts.media_type, draft.size, facts.pages, urgency)
        return self.documents.add(arrived, first_page, self.queue.put)

    def read(self, document_id: int) -> None:
        """Read a document that was taken in; pages that were read before are not read again."""
        document = self.documents.start(document_id)
        if document is None:
            return
        try:
            self._read(document)
        except (Stopped, OperationalError):
            with contextlib.suppress(OperationalError):
                self.documents.release(document_id)
            raise
        except Problem as problem:
            self._settle(document, problem)

    def read_anew(self, document: Document) -> tuple[Record, list[Reading]]:
        """The record and the readings that this version of the program gives for a document.

        Raises:
            Problem: it cannot be read.
        """
        with self.originals.at_hand(document.sha256) as path:
            readings = list(self.reader.read_pages(path, range(1, document.pages + 1)))
        return self._understand(document, readings), readings

    def _settle(self, document: Document, problem: Problem) -> None:
        if problem.code == "secret_document":
            self.originals.remove(document.sha256)
            self.documents.refuse(document.sha256, problem.level)
        elif problem.code == "storage_unavailable":
            self.documents.release(document.id)
            raise problem
        elif problem.code == "internal_error" and document.attempts < MOST_ATTEMPTS:
            raise problem
        elif problem.code == "internal_error":
            self.documents.fail(document.id, Problem(code="quarantined"))
        else:
            self.documents.fail(document.id, problem)

    def _check_first_page(self, draft: Draft) -> tuple[Reading, str | None]:
        first_page = self.reader.read_page(draft.path, 1, URGENT)
        marks = self.reader.find_marks(first_page)
        if marks.secrecy is not None:
            self.documents.refuse(draft.sha256, marks.secrecy)
            raise Problem(code="secret_document", level=marks.secrecy)
        return first_page, marks.urgency

    def _read(self, document: Document) -> None:
        readings = self.documents.readings(document.id)
        missing = [number for number in range(1, document.pages + 1) if number not in readings]
        if missing:
            with self.originals.at_hand(document.sha256) as path:
                for reading in self.reader.read_pages(path, missing):
                    self.documents.save_page(document.id, reading)
                    readings[reading["number"]] = reading
        record = self._understand(document, readings.values())
        level = find_secrecy(record)
        if level is not None:
            raise Problem(code="secret_document", level=level)
        self.documents.finish(document.id, record)

    def _understand(self, document: Document, readings: Iterable[Reading]) -> Record:
        """The record of a document, with its keywords; none of a secret one."""
        facts = Facts(document.sha256, document.media_type, document.pages)
        record = self.reader.understand(facts, document.file_name, readings)
        if find_secrecy(record) is None:
            record["keywords"] = self.reader.find_keywords(record)
        return record


def _tidy_name(file_name: str) -> str:
    name = file_name.replace("\\", "/").rsplit("/", 1)[-1]
    tidy = "".join(character for character in name if character.isprintable()).strip()
    return tidy[:255] or "van-ban"
