from pathlib import Path

from rich.console import Console

from api.terminal.progress import PIPE_WIDTH, PageBar, output


def test_a_pipe_is_wide_and_shows_what_files_say_as_it_is(capsys):
    console = output()
    console.print("[bold]x[/bold]")
    assert capsys.readouterr().out == "[bold]x[/bold]\n"
    assert console.width == PIPE_WIDTH


def test_the_bar_counts_pages_of_all_files():
    console = Console(force_terminal=True, width=100)
    with console.capture() as capture, PageBar(console, 2) as bar:
        bar.set(Path("a"), 1, 3)
        bar.set(Path("b"), 2, 2)
        bar.end_file(Path("b"))
        bar.refresh()
    assert "Đọc tệp 1/2" in capture.get()
    assert "3/5" in capture.get()


def test_without_a_terminal_there_is_no_bar():
    console = Console(force_terminal=False)
    with console.capture() as capture, PageBar(console, 1) as bar:
        bar.set(Path("a"), 1, 1)
    assert capture.get() == ""
