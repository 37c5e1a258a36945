"""Reads strings of digits, by hand, numbering machine or print, out of small crops of a page."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

import cv2
import numpy as np
import onnxruntime
from numpy.typing import NDArray

from nlp.errors import ModelMissing

SIGNS: Final = "0123456789/.-"
HEIGHT: Final = 40
MODEL: Final = Path(__file__).parents[2] / "models" / "digits" / "digits.onnx"
Grey = NDArray[np.uint8]
Ink = NDArray[np.float32]
Scores = NDArray[np.float64]  # log-probabilities (time, signs + 1), CTC's blank last

_BEAM: Final = 12
_SEEN: Final = -9.0  # a sign less probable than this at some moment is not followed up
_HOPELESS: Final = -12.0  # a string so much less probable than the best one is given up
_IMPOSSIBLE: Final = -1e9
_NEGLIGIBLE: Final = 0.002
_CLEAR: Final = 0.9  # of probability: what is read so surely is not asked after again
_LIKELY: Final = 0.4  # of its probability is left to what was asked for and not found
_DOUBT: Final = 0.1  # how much strings that the slot forbids count against those it allows
_MARKS: Final = SIGNS.index("/")  # the first sign that is no digit
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH: Final = r"(?:0?[1-9]|1[0-2])"
_FORMS: Final = {
    "number": re.compile(r"(?=\d{1,5}$)0*[1-9]\d*"),
    "day": re.compile(_DAY),
    "month": re.compile(_MONTH),
    "date": re.compile(rf"{_DAY}[/.-]{_MONTH}[/.-](?:19|20)?\d{{2}}"),
}
Form = Literal["number", "day", "month", "date"]


def fits(text: str, form: Form) -> bool:
    """
    Whether a text can stand in a slot of this form; an empty one fits every slot.

    >>> fits("210", "number"), fits("9/11/2018", "date"), fits("32", "day")
    (True, True, False)
    """
    return not text or _FORMS[form].fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Guess:
    """A reading with its probability, and other readings with theirs, best first."""

    text: str
    probability: float
    alternatives: tuple[tuple[str, float], ...] = ()


class DigitReader:
    """The network of models/digits, loaded once."""

    def __init__(self, model: Path = MODEL) -> None:
        if not model.is_file():
            raise ModelMissing(model.name)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(model), options, providers=["CPUExecutionProvider"]
        )

    def read(self, views: Sequence[Grey], form: Form, likely: Sequence[str] = ()) -> Guess:
        """
        What several views of one slot say together.

        Args:
            views: Grey crops of the same slot, cut or thresholded a little differently.
            form: What may stand in the slot at all.
            likely: Texts to try as well where nothing is read surely; they are never sure.
        """
        scores = [self._scores(view, only_digits=form != "date") for view in views]
        texts = {text for one in scores for text in follow(one) if fits(text, form)} | {""}
        guess = _weigh(texts, scores)
        if guess.probability >= _CLEAR:
            return guess
        return _weigh(texts, scores, sorted(set(likely) - texts))

    def _scores(self, view: Grey, *, only_digits: bool) -> Scores:
        ink = prepare(view)
        ink = np.pad(ink, ((0, 0), (0, -ink.shape[1] % 4)))
        scores: Scores = np.asarray(self._session.run(None, {"ink": ink[None]})[0], np.float64)[0]
        if only_digits:  # a stroke beside the digits is no sign here
            scores[:, -1] = np.logaddexp.reduce(scores[:, _MARKS:], axis=1)
            scores[:, _MARKS:-1] = _IMPOSSIBLE
        return scores


def _weigh(found: Iterable[str], scores: Sequence[Scores], likely: Sequence[str] = ()) -> Guess:
    """The likeliest of some texts by all views, what the slot forbids counting against them.

    Those that are only likely, and were not found, count less.
    """
    ordered = [*sorted(found), *likely]
    shares = np.mean([np.exp(scores_of(ordered, one)) for one in scores], 0)
    shares[len(ordered) - len(likely) :] *= _LIKELY
    possible = float(shares.sum())
    shares /= possible + _DOUBT * (1 - possible)
    return rank(zip(ordered, shares.tolist(), strict=True))


def value_of(text: str) -> tuple[int, ...]:
    """What a text says, however it is written: 09 and 9, 4/5/18 and 04.05.2018 are the same.

    >>> value_of("04.05.2018") == value_of("4/5/18")
    True
    """
    parts = [int(part) for part in re.findall(r"\d+", text)]
    return tuple(part % 100 for part in parts) if len(parts) > 1 else tuple(parts)


def rank(readings: Iterable[tuple[str, float]]) -> Guess:
    """The likeliest value, written in its likeliest way, and the others."""
    shares: dict[tuple[int, ...], float] = {}
    forms: dict[tuple[int, ...], str] = {}
    for text, share in sorted(readings, key=lambda reading: -reading[1]):
        value = value_of(text)
        shares[value] = shares.get(value, 0.0) + share
        forms.setdefault(value, text)
    best = sorted(shares, key=lambda value: -shares[value])
    ranked = tuple((forms[value], round(shares[value], 6)) for value in best)
    least = _NEGLIGIBLE * ranked[0][1]
    return Guess(*ranked[0], tuple(other for other in ranked[1:6] if other[1] > least))


@lru_cache(maxsize=1)
def load_digit_reader() -> DigitReader:
    """The reader, loaded at the first call."""
    return DigitReader()


def prepare(crop: Grey) -> Ink:
    """The crop as the network sees it: HEIGHT rows, 0 for paper and 1 for the darkest ink."""
    width = max(16, round(crop.shape[1] * HEIGHT / crop.shape[0]))
    way = cv2.INTER_AREA if crop.shape[0] > HEIGHT else cv2.INTER_LINEAR
    small = cv2.resize(crop, (width, HEIGHT), interpolation=way).astype(np.float32)
    paper = float(np.percentile(small, 80))
    darkest = float(np.percentile(small, 1))
    span = max(paper - darkest, 40.0)
    ink: Ink = np.clip((paper - small) / span, 0, 1).astype(np.float32)
    return ink


def follow(scores: Scores) -> tuple[str, ...]:
    """The most probable strings by a beam search over CTC's paths."""
    beam: dict[str, tuple[float, float]] = {"": (0.0, _IMPOSSIBLE)}  # ending in blank, in a sign
    for moment in scores.tolist():
        signs = [index for index, score in enumerate(moment[:-1]) if score > _SEEN]
        if not signs:
            beam = {text: _unmoved(text, ends, moment) for text, ends in beam.items()}
            continue
        grown: dict[str, tuple[float, float]] = {}
        for text, ends in beam.items():
            total = _either(*ends)
            last = SIGNS.find(text[-1:]) if text else -1
            _add(grown, text, *_unmoved(text, ends, moment))
            for index in signs:
                before = ends[0] if index == last else total
                _add(grown, text + SIGNS[index], _IMPOSSIBLE, before + moment[index])
        best = sorted(grown, key=lambda text: -max(grown[text]))[:_BEAM]
        least = max(grown[best[0]]) + _HOPELESS
        beam = {text: grown[text] for text in best if max(grown[text]) > least}
    return tuple(beam)


def _unmoved(text: str, ends: tuple[float, float], moment: Sequence[float]) -> tuple[float, float]:
    """A string's two probabilities after a moment in which no sign was added to it."""
    held = ends[1] + moment[SIGNS.index(text[-1])] if text else _IMPOSSIBLE
    return _either(*ends) + moment[-1], held


def _add(beam: dict[str, tuple[float, float]], text: str, blank: float, sign: float) -> None:
    old = beam.get(text)
    beam[text] = (_either(old[0], blank), _either(old[1], sign)) if old else (blank, sign)


def _either(one: float, other: float) -> float:
    """The logarithm of the sum of two probabilities that are given by theirs."""
    less, more = (one, other) if one < other else (other, one)
    return more + math.log1p(math.exp(less - more))


def scores_of(texts: Sequence[str], scores: Scores) -> NDArray[np.float64]:
    """The log-probability of exactly each of these strings: CTC's sum over all paths of each."""
    blank = scores.shape[1] - 1
    paths = np.full((len(texts), 2 * max(1, *map(len, texts)) + 1), blank)
    for path, text in zip(paths, texts, strict=True):
        path[1 : 2 * len(text) : 2] = [SIGNS.index(sign) for sign in text]
    skips = np.full((len(texts), paths.shape[1] - 2), _IMPOSSIBLE)
    skips[(paths[:, 2:] != blank) & (paths[:, 2:] != paths[:, :-2])] = 0
    state = np.full(paths.shape, _IMPOSSIBLE)
    state[:, :2] = scores[0][paths[:, :2]]
    for moment in scores[1:]:
        grown = state.copy()
        grown[:, 1:] = np.logaddexp(grown[:, 1:], state[:, :-1])
        grown[:, 2:] = np.logaddexp(grown[:, 2:], state[:, :-2] + skips)
        state = grown + moment[paths]
    ends = np.array([2 * len(text) for text in texts])
    rows = np.arange(len(texts))
    before = np.where(ends > 0, state[rows, ends - 1], _IMPOSSIBLE)
    return np.asarray(np.logaddexp(state[rows, ends], before), np.float64)
