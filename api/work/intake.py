"""Takes files in, and reads what was taken in."""

import logging
from dataclasses import dataclass
from typing import BinaryIO

from api.errors import Problem
from api.record import find_secrecy
from api.settings import Settings
from api.store.documents import Arrived, Documents
from api.store.originals import Draft, Originals
from api.store.tables import Document
from api.work.pool import URGENT
from api.work.queue import Queue
from api.work.reader import Facts, Reader, Reading

log = logging.getLogger(__name__)


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
            first_page = self._check_first_page(draft)
            self.originals.keep(draft)
        arrived = Arrived(
            facts.sha256, _tidy_name(file_name), facts.media_type, draft.size, facts.pages
        )
        return self.documents.add(arrived, first_page, self.queue.put)

    def read(self, document_id: int) -> None:
        """Read a document that was taken in; pages that were read before are not read again."""
        document = self.documents.start(document_id)
        if document is None:
            return
        try:
            self._read(document)
        except Problem as problem:
            if problem.code == "internal_error":
                raise
            if problem.code == "secret_document":
                self.originals.remove(document.sha256)
                self.documents.refuse(document.sha256, problem.level)
            else:
                self.documents.fail(document_id, problem)

    def give_up(self, document_id: int) -> None:
        """Tell that a document cannot be read although nothing is known to be wrong with it."""
        self.documents.fail(document_id, Problem(code="internal_error"))

    def _check_first_page(self, draft: Draft) -> Reading:
        first_page = self.reader.read_page(draft.path, 1, URGENT)
        level = self.reader.find_secrecy(first_page)
        if level is not None:
            self.documents.refuse(draft.sha256, level)
            raise Problem(code="secret_document", level=level)
        return first_page

    def _read(self, document: Document) -> None:
        path = self.originals.path(document.sha256)
        readings = self.documents.readings(document.id)
        missing = [number for number in range(1, document.pages + 1) if number not in readings]
        for reading in self.reader.read_pages(path, missing):
            self.documents.save_page(document.id, reading)
            readings[reading["number"]] = reading
        facts = Facts(document.sha256, document.media_type, document.pages)
        record = self.reader.understand(facts, document.file_name, readings.values())
        level = find_secrecy(record)
        if level is not None:
            raise Problem(code="secret_document", level=level)
        self.documents.finish(document.id, record)


def _tidy_name(file_name: str) -> str:
    name = file_name.replace("\\", "/").rsplit("/", 1)[-1]
    tidy = "".join(character for character in name if character.isprintable()).strip()
    return tidy[:255] or "van-ban"
