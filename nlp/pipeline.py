"""The main path: bytes → pages → reading → regions → spans → statements → tasks → directive."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from nlp.directive import Directive, Source, TextOrigin
from nlp.pages.load import FileFacts, inspect_file
from nlp.reading.page import PageReading
from nlp.reading.repeated import agree_on_words
from nlp.regions.region import Letterhead, Parts
from nlp.regions.split import split_directives
from nlp.review import list_review
from nlp.spans.load import load_marker
from nlp.statements.read import read_statements
from nlp.tasks.plan import plan_tasks

_NOTHING = Parts(1, 1, Letterhead())


def read_document(
    data: bytes, file_name: str, read: Callable[[bytes, int], Iterable[PageReading]]
) -> Directive:
    """The directive in a file; `read` gives its pages, of which it is told the count.

    Raises:
        UnreadableInput: the bytes are not a document that can be read.
    """
    file = inspect_file(data)
    return understand(tuple(read(data, file.pages)), file, file_name)


def understand(pages: Sequence[PageReading], file: FileFacts, file_name: str) -> Directive:
    """What the pages of one file say: its first directive, further ones in `enclosed`."""
    pages = agree_on_words(pages)
    found = split_directives(pages) or (_NOTHING,)
    first, *further = (_understand_parts(parts, pages, file, file_name) for parts in found)
    if first.secrecy is not None:
        return first
    return replace(first, enclosed=tuple(further))


def _understand_parts(
    parts: Parts, pages: Sequence[PageReading], file: FileFacts, file_name: str
) -> Directive:
    own = [page for page in pages if parts.pages_from <= page.number <= parts.pages_to]
    source = Source(
        file_name=file_name,
        sha256=file.sha256,
        media_type=file.media_type,
        pages=file.pages,
        pages_from=parts.pages_from,
        pages_to=parts.pages_to,
        text_origin=_text_origin(own),
    )
    secrecy = next((mark.value.value for mark in parts.marks if mark.kind == "secrecy"), None)
    if secrecy is not None:  # nothing else of a secret document may be kept
        return Directive(source, secrecy, None, (), ())
    statements = read_statements(parts, load_marker())
    tasks = plan_tasks(statements)
    notices = tuple(dict.fromkeys(notice for page in own for notice in page.notices))
    return Directive(
        source, None, statements, tasks, list_review(statements, tasks), notices=notices
    )


def _text_origin(pages: Sequence[PageReading]) -> TextOrigin:
    origins: set[TextOrigin] = {page.origin for page in pages}
    if len(origins) > 1:
        return "mixed"
    return "text" if "text" in origins else "ocr"
