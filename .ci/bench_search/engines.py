"""Two engines that hold the same documents: our store, and tantivy as the reference."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import tantivy
from sqlalchemy import Engine, text

from api.store.lexemes import fold, number_key, syllables
from api.store.search.entries import entry_values, make_entry
from api.store.search.finder import Finder
from api.store.search.found import Wish
from api.store.search.vocabulary import pick_words
from bench_search.corpus import Sheet
from bench_search.questions import Asked

SHOWN = 20
INDEXES = ("search_entries_head", "search_entries_body")
CREATE = "CREATE INDEX {0} ON search_entries USING gin ({1}) WITH (fastupdate = off)"


class Ours:
    """The store, filled by COPY, and the finder as the pages and the API call it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._words: set[str] = set()
        self._finder = Finder(engine)
        self.held = 0

    def add(self, sheets: Iterable[Sheet]) -> None:
        """Store more documents, then build the indexes anew."""
        with self._engine.begin() as connection:
            for name in INDEXES:
                connection.execute(text(f"DROP INDEX IF EXISTS {name}"))
            raw: Any = connection.connection.driver_connection
            for batch in _batches(sheets, 2000):
                self._copy(raw, batch)
            connection.execute(text("SET LOCAL maintenance_work_mem = '512MB'"))
            for name in INDEXES:
                connection.execute(text(CREATE.format(name, name.rpartition("_")[2])))
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
            connection.execute(text("CHECKPOINT"))  # else what was filled is written while we ask

    def close(self) -> None:
        """Give the connections of the finder back."""
        self._finder.close()

    def _copy(self, raw: Any, batch: list[Sheet]) -> None:  # noqa: ANN401 - psycopg's
        documents, pages, entries = [], [], []
        fresh: set[str] = set()
        for sheet in batch:
            self.held += 1
            entry = make_entry(sheet.record, sheet.text, date(2026, 1, 1))
            values = entry_values(self.held, entry)
            header = sheet.header
            names = ("number", "type", "issuer", "place", "date", "subject")
            told = [header[name] for name in names]
            record = json.dumps(sheet.record)
            documents.append((self.held, f"{self.held}", "a", "b", 1, 1, "ready", record, *told))
            pages.append((self.held, 1, 1.0, 1.0, "text", sheet.text, "{}"))
            entries.append(tuple(values.values()))
            fresh.update(word for word in pick_words(entry.body) if word not in self._words)
        self._words |= fresh
        columns = "id,sha256,file_name,media_type,size,pages,state,record,number,type,issuer,place"
        _copy(raw, f"documents ({columns},issued_on,subject)", documents)
        _copy(raw, "pages (document_id,number,width,height,origin,text,reading)", pages)
        _copy(raw, f"search_entries ({','.join(values)})", entries)
        _copy(raw, "search_words (word)", [(word,) for word in sorted(fresh)])

    def ask(self, asked: Asked) -> int:
        """How many hits a question shows, with snippets, facets and a count of all."""
        sort = "date" if asked.kind == "by date" else "relevance"
        return len(self._finder.find(asked.query, Wish(SHOWN, None, sort)).hits)


class Reference:
    """tantivy: the same texts as written and folded, ranked by BM25, without snippets."""

    def __init__(self, folder: Path) -> None:
        builder = tantivy.SchemaBuilder()
        for name in ("exact", "folded"):
            builder.add_text_field(name, tokenizer_name="whitespace")
        for name in ("number", "type"):
            builder.add_text_field(name, tokenizer_name="raw")
        builder.add_unsigned_field("year", indexed=True, fast=True)
        builder.add_unsigned_field("day", fast=True)
        builder.add_unsigned_field("id", stored=True)
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema, path=str(folder))
        self._held = 0

    def add(self, sheets: Iterable[Sheet]) -> None:
        """Index more documents in one commit."""
        writer = self._index.writer(200_000_000, 1)
        for sheet in sheets:
            self._held += 1
            header = sheet.header
            words = syllables(f"{header['subject']} {sheet.text}")
            day = date.fromisoformat(header["date"])
            document = tantivy.Document(
                exact=[" ".join(words)],
                folded=[" ".join(map(fold, words))],
                number=[number_key(header["number"]) or ""],
                type=[header["type"]],
            )
            document.add_unsigned("year", day.year)
            document.add_unsigned("day", day.toordinal())
            document.add_unsigned("id", self._held)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def ask(self, asked: Asked) -> int:
        """How many hits a question shows."""
        searcher = self._index.searcher()
        order = {"order_by_field": "day"} if asked.kind == "by date" else {}
        found = searcher.search(self._query(asked), SHOWN, **order)
        return len([searcher.doc(address) for _, address in found.hits])

    def _query(self, asked: Asked) -> tantivy.Query:
        field = "folded" if asked.kind in {"folded words", "fuzzy"} else "exact"
        words = list(map(fold, asked.words)) if field == "folded" else list(asked.words)
        if asked.number:
            return self._term("number", number_key(asked.number) or "")
        if asked.kind == "phrase":
            return tantivy.Query.phrase_query(self._schema, field, words)
        parts = [self._term(field, word) for word in words]
        if asked.kind == "fuzzy":
            parts[0] = tantivy.Query.fuzzy_term_query(self._schema, field, words[0], 1)
        if asked.type:
            parts.append(self._term("type", asked.type))
            years = [self._term("year", year) for year in asked.years]
            parts.append(
                tantivy.Query.boolean_query([(tantivy.Occur.Should, year) for year in years])
            )
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in parts])

    def _term(self, field: str, value: object) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, value)


def _batches(sheets: Iterable[Sheet], size: int) -> Iterable[list[Sheet]]:
    batch: list[Sheet] = []
    for sheet in sheets:
        batch.append(sheet)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _copy(raw: Any, target: str, rows: list[tuple[object, ...]]) -> None:  # noqa: ANN401
    with raw.cursor() as cursor, cursor.copy(f"COPY {target} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
