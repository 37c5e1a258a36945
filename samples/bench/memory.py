"""Memory and cores that a long file takes: `python -m samples.bench.memory [--pages N] [ID]`."""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2

SAMPLES = Path(__file__).resolve().parents[1]
MOST_MIB = 500


def main() -> int:
    """Print what reading a file of many pages took; 1 where the main process took too much."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sample", nargs="?", default="ke-hoach-chua-chay-rung")
    parser.add_argument("--pages", type=int, default=300)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.pdf"
        write_long(SAMPLES / chosen.sample / f"{chosen.sample}.pdf", chosen.pages, path)
        command = [sys.executable, "-m", "samples.bench.whole", str(path)]
        done = subprocess.run(  # noqa: S603 - our own code
            command, check=True, stdout=subprocess.PIPE, text=True, cwd=SAMPLES.parent
        )
    took = json.loads(done.stdout)
    print(f"{took['pages']} pages in {took['seconds']:.0f} s")
    print(f"main process   {took['main_mib']:6.0f} MiB at most (bound {MOST_MIB})")
    print(f"largest child  {took['child_mib']:6.0f} MiB at most")
    print(f"cores in use   {took['cores']:6.1f} of {took['of_cores']}")
    return int(took["main_mib"] > MOST_MIB)


def write_long(source: Path, pages: int, path: Path) -> None:
    """Write a PDF of so many pages, the pages of `source` again and again."""
    given = pypdfium2.PdfDocument(source)
    long = pypdfium2.PdfDocument.new()
    long.import_pages(given, [number % len(given) for number in range(pages)])
    long.save(path)
    given.close()


if __name__ == "__main__":
    sys.exit(main())
