"""How much the record loses when recognition damages 2 % of the characters of its text.

`bench_noise.py [FOLDER]` takes documents of text beside `gold/STEM.json`, or the samples.
Every document is read as it is, then once for each seed with every character of a word damaged
with a chance of RATE. The figures of the fields are means over the seeds, so a run repeats itself.
"""

import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from nlp.pages.load import inspect_file
from nlp.pipeline import understand
from nlp.reading.inprocess import InProcessEngine
from nlp.reading.page import Line, PageReading, Word
from nlp.reading.read import read_page
from nlp.reading.spelling import mend_lines
from nlp.record import Record, to_record
from nlp.score.fields import Scores, add_scores, score_record
from samples.bench.noise import damage

ROOT = Path(__file__).resolve().parent.parent
RATE = 0.02
SEEDS = (1, 2, 3)
SURE, UNSURE = 0.95, 0.6  # of a whole and a damaged word, as Tesseract gives them
MOST_FALL = 0.05
SHOWN_FALL = 0.02


def with_noise(pages: Sequence[PageReading], seed: int) -> tuple[PageReading, ...]:
    """The same pages as if scanned and read badly: damaged words are less sure, none is lost."""
    dice = random.Random(seed)  # noqa: S311 - noise, no secret

    def word(one: Word) -> Word:
        text = damage(one.text, RATE, dice) or one.text
        sure = SURE if text == one.text else UNSURE
        return replace(one, text=text, raw=text, confidence=sure)

    def line(one: Line) -> Line:
        return replace(one, words=tuple(word(each) for each in one.words))

    return tuple(
        replace(page, lines=mend_lines([line(each) for each in page.lines]), origin="ocr")
        for page in pages
    )


def find_documents(folder: Path | None) -> Iterator[tuple[Path, Record]]:
    """The documents with their golden records."""
    if folder is None:
        golden = [(path, path.parent) for path in sorted(ROOT.glob("samples/*/golden.json"))]
    else:
        golden = [(path, folder) for path in sorted(folder.glob("gold/*.json"))]
    for path, beside in golden:
        stem = beside.name if folder is None else path.stem
        for file in sorted(beside.glob(f"{stem}.*")):
            if file.suffix in {".pdf", ".txt"}:
                yield file, json.loads(path.read_text("utf-8"))


def score_file(file: Path, golden: Record) -> tuple[Scores, list[Scores]] | None:
    """The score as it is and the scores with noise, None where the pages are no text."""
    data = file.read_bytes()
    facts = inspect_file(data)
    engine = InProcessEngine()
    pages = []
    for number in range(1, facts.pages + 1):
        pages.append(read_page(data, number, engine))
        if pages[-1].origin != "text":
            return None

    def score(read: Sequence[PageReading]) -> Scores:
        record = json.loads(json.dumps(to_record(understand(read, facts, file.name))))
        return score_record(golden, record)

    return score(pages), [score(with_noise(pages, seed)) for seed in SEEDS]


def main() -> int:
    """Print what each field loses; 1 when the mean of all loses more than it may."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    done = [one for file, golden in find_documents(folder) if (one := score_file(file, golden))]
    plain = _figures([clean for clean, _ in done])
    noisy = [_figures([noise[k] for _, noise in done]) for k in range(len(SEEDS))]
    falls = {}
    for name, figure in sorted(plain.items()):
        mean = sum(one.get(name, 0.0) for one in noisy) / len(SEEDS)
        falls[name] = figure - mean
        mark = " <" if falls[name] > SHOWN_FALL else ""
        print(f"{name:26} {figure:.3f} → {mean:.3f}{mark}")
    before = sum(plain.values()) / len(plain)
    fall = sum(falls.values()) / len(falls)
    print(f"{'macro':26} {before:.3f} → {before - fall:.3f}: {fall:.3f} lost, {len(done)} files")
    return int(fall > MOST_FALL)


def _figures(scores: list[Scores]) -> dict[str, float]:
    return {name: t.f1 for name, t in add_scores(scores).items() if t.f1 is not None}


if __name__ == "__main__":
    sys.exit(main())
