"""The readers that are compared: each gives the text of a one-page PDF and its CPU seconds."""

import os
import resource
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from nlp.pages.pdf import render_pdf_page
from nlp.reading.inprocess import InProcessEngine
from nlp.reading.read import read_page

Read = Callable[[bytes], tuple[str, float]]


def read_with_tesseract(pdf: bytes) -> tuple[str, float]:
    """Return what the program `tesseract` reads on the picture of the page, as it comes."""
    page = render_pdf_page(pdf, 1)
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "page.png"
        Image.fromarray(page.pixels).save(picture, compress_level=1)
        return _run(["tesseract", str(picture), "-", "-l", "vie", "--dpi", str(round(page.dpi))])


def read_with_ocrmypdf(pdf: bytes) -> tuple[str, float]:
    """Return the text that `ocrmypdf -l vie` lays under the page."""
    with tempfile.TemporaryDirectory() as folder:
        page, text = Path(folder) / "page.pdf", Path(folder) / "page.txt"
        page.write_bytes(pdf)
        out = str(Path(folder) / "out.pdf")
        told = ["ocrmypdf", "-q", "-l", "vie", "--sidecar", str(text), str(page), out]
        _, seconds = _run(told)
        return text.read_text("utf-8"), seconds


class Ours:
    """Our own reading, in a process that runs already, as the service reads."""

    def __init__(self) -> None:
        self._engine = InProcessEngine()

    def __call__(self, pdf: bytes) -> tuple[str, float]:
        """Return the lines of the page in reading order."""
        before = time.process_time()
        reading = read_page(pdf, 1, self._engine)
        seconds = time.process_time() - before
        return "\n".join(line.text for line in reading.lines), seconds


def _run(command: list[str]) -> tuple[str, float]:
    """Return what a command prints, and the CPU seconds of it and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(  # noqa: S603 - three programs that are named above
        command, check=True, capture_output=True, text=True, env=os.environ
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.stdout, seconds
