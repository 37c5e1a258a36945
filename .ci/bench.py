"""CPU seconds of reading one clean page of 300 dpi: ours against `ocrmypdf -l vie`, in turns.

Ours is counted twice: one `vanthu extract` from start to end, and one page in a process that
already runs, as the service reads. Ratios count; seconds are of this machine at this moment.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "ke-hoach-chua-chay-rung" / "ke-hoach-chua-chay-rung.pdf"
TURNS = 3
MOST = 0.55
WARM = """
import resource, sys
from pathlib import Path
from nlp.pipeline import read_document
from nlp.reading.inprocess import InProcessEngine
from nlp.reading.read import read_page

def used():
    both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(sum(resource.getrusage(who)[:2]) for who in both)

data, engine = Path(sys.argv[1]).read_bytes(), InProcessEngine()
read = lambda file, pages: [read_page(file, n + 1, engine) for n in range(pages)]
read_document(data, "page.pdf", read)
before = used()
read_document(data, "page.pdf", read)
print(used() - before)
"""


def main() -> int:
    """Print the three figures and the ratios; 1 when the page costs more than it may."""
    if not shutil.which("ocrmypdf"):
        print("ocrmypdf is not installed: `.ci/packages bench` brings it. Nothing was measured.")
        return 1
    vanthu = str(Path(sys.executable).parent / "vanthu")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.pdf"
        page.write_bytes(first_page(SAMPLE.read_bytes()))
        theirs, whole, warm = [], [], []
        for _ in range(TURNS):
            theirs.append(cpu(["ocrmypdf", "-q", "-l", "vie", page, Path(folder) / "out.pdf"]))
            whole.append(cpu([vanthu, "extract", page, "--out", folder]))
            warm.append(warm_cpu(page))
    base = statistics.median(theirs)
    print(f"ocrmypdf -l vie                    {base:6.2f} CPU s")
    for name, turns in (
        ("vanthu extract, from its start", whole),
        ("one more page, running", warm),
    ):
        figure = statistics.median(turns)
        print(f"{name:34} {figure:6.2f} CPU s   ratio {figure / base:.2f}")
    ratio = statistics.median(warm) / base
    print(f"{'ok' if ratio <= MOST else 'OVER'}: one page costs {ratio:.2f} (at most {MOST})")
    return int(ratio > MOST)


def first_page(data: bytes) -> bytes:
    """Return a PDF of the first page of `data`."""
    one = pypdfium2.PdfDocument.new()
    one.import_pages(pypdfium2.PdfDocument(data), [0])
    path = Path(tempfile.mkstemp(suffix=".pdf")[1])
    one.save(path)
    page = path.read_bytes()
    path.unlink()
    return page


def cpu(command: list[str | Path]) -> float:
    """Return the CPU seconds of a command and all its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment())  # noqa: S603
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def warm_cpu(page: Path) -> float:
    """Return the CPU seconds of one more page in a process that has read one."""
    command = [sys.executable, "-c", WARM, str(page)]
    done = subprocess.run(  # noqa: S603 - our own code
        command, check=True, capture_output=True, text=True, env=environment()
    )
    return float(done.stdout)


def environment() -> dict[str, str]:
    """Return this process's environment with one thread for Tesseract and the like."""
    return os.environ | {"OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1"}


if __name__ == "__main__":
    sys.exit(main())
