"""Pages of a plain text file."""

from typing import Final

from nlp.errors import BrokenFile

LINES_PER_PAGE: Final = 60
COLUMNS: Final = 92


def split_text_pages(data: bytes) -> tuple[tuple[str, ...], ...]:
    """The lines of a UTF-8 text, sixty to a page; a form feed begins a new page.

    Long lines are wrapped at a blank, as a typist would, so that they fit on the sheet. There is
    at least one page with at least one word.

    Raises:
        BrokenFile: no_pages, where the text has no word; unreadable_file, where it is not UTF-8.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BrokenFile from error
    if not text.strip():
        raise BrokenFile(code="no_pages")
    pages: list[tuple[str, ...]] = []
    for sheet in text.split("\f"):
        lines = [part for line in sheet.splitlines() for part in _wrap(line)]
        pages += [
            tuple(lines[start : start + LINES_PER_PAGE])
            for start in range(0, max(len(lines), 1), LINES_PER_PAGE)
        ]
    return tuple(pages)


def _wrap(line: str) -> list[str]:
    parts = []
    line = line.expandtabs(4).rstrip()
    while len(line) > COLUMNS:
        cut = line.rfind(" ", 1, COLUMNS + 1)
        cut = cut if line[: max(cut, 0)].strip() else COLUMNS
        parts.append(line[:cut])
        line = line[cut:].lstrip()
    return [*parts, line]
