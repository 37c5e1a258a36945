"""Consoles, and the bar that counts pages."""

from pathlib import Path
from types import TracebackType
from typing import Final, Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

# Where the output is no terminal, nobody tells how wide it is.
PIPE_WIDTH: Final = 140


def output(*, is_error: bool = False) -> Console:
    """A console without markup, since what is shown comes from files."""
    console = Console(stderr=is_error, highlight=False, markup=False)
    if not console.is_terminal:
        console.width = PIPE_WIDTH
    return console


class PageBar:
    """Counts the pages of several files on one bar. Use it from as many threads as you like."""

    def __init__(self, console: Console, files: int) -> None:
        """Show nothing yet."""
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("trang"),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._files, self._ended = files, set[Path]()
        self._pages: dict[Path, tuple[int, int]] = {}
        self._all = self._bar.add_task("", total=None)

    def __enter__(self) -> Self:
        """Show the bar."""
        self._show()
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away."""
        self._bar.stop()

    def set(self, path: Path, done: int, pages: int) -> None:
        """Note that `done` of the `pages` pages of a file are read."""
        self._pages[path] = (done, pages)
        self._show()

    def end_file(self, path: Path) -> None:
        """Note that nothing more will be read of a file."""
        self._ended.add(path)
        self._show()

    def refresh(self) -> None:
        """Show how it stands, now."""
        self._bar.refresh()

    def _show(self) -> None:
        known = list(self._pages.values())
        self._bar.update(
            self._all,
            description=f"Đọc tệp {len(self._ended)}/{self._files}",
            completed=sum(done for done, _ in known),
            total=sum(pages for _, pages in known) or None,
        )
