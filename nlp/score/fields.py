"""Precision and recall of every field of a record against one typed from the paper."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from nlp.score.compare import fold, number_key, similarity, topic

Record: TypeAlias = Mapping[str, Any]

_ALIKE = 0.9
_NAMED_ALIKE = 0.95
_SAME_DUTY = 0.8
_LEAF = {"value", "evidence", "confidence"}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many values of a field were found rightly, how many there are, how many were given."""

    right: int = 0
    golden: int = 0
    given: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.right + other.right, self.golden + other.golden, self.given + other.given
        )

    @property
    def precision(self) -> float:
        """The share of given values that are right, 1 where none is given."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """The share of golden values that are found, 1 where there are none."""
        return self.right / self.golden if self.golden else 1.0

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both, None where there is nothing to find and nothing given."""
        total = self.golden + self.given
        return 2 * self.right / total if total else None


Scores: TypeAlias = dict[str, Tally]
Compare: TypeAlias = Callable[[Any, Any], float]


def score_record(golden: Record, predicted: Record) -> Scores:
    """The tallies of one document by the name of the field."""
    golden, predicted = bare(golden), bare(predicted)
    scores: Scores = {}
    for name, tally in _score(golden, predicted):
        scores[name] = scores.get(name, Tally()) + tally
    return scores


def add_scores(documents: Sequence[Scores]) -> Scores:
    """The tallies of all documents together."""
    total: Scores = {}
    for scores in documents:
        for name, tally in scores.items():
            total[name] = total.get(name, Tally()) + tally
    return dict(sorted(total.items()))


def bare(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """A value without the evidence and confidence of its leaves."""
    if isinstance(value, Mapping):
        if "value" in value and value.keys() <= _LEAF:
            return bare(value["value"])
        return {key: bare(item) for key, item in value.items()}
    return [bare(item) for item in value] if isinstance(value, list) else value


def _score(golden: Record, predicted: Record) -> Iterator[tuple[str, Tally]]:
    yield from _score_header(golden.get("header") or {}, predicted.get("header") or {})
    if "incoming" in golden:
        yield from _score_arrival(golden["incoming"], predicted.get("incoming"))
    if "references" in golden:
        yield from _score_references(golden["references"], predicted.get("references") or [])
    for name in ("purposes", "requirements"):
        if name in golden:
            yield name, _match_lists(golden[name], predicted.get(name) or [])
    if "dates" in golden:
        yield "dates", _match_lists(golden["dates"], predicted.get("dates") or [], _same_time)
    if "tasks" in golden:
        yield from _score_tasks(golden["tasks"], predicted.get("tasks") or [])


def _one(golden: object, given: object, compare: Compare) -> Tally:
    """The tally of a single value."""
    given = None if given in ("", []) else given
    is_right = golden is not None and given is not None and bool(compare(golden, given))
    return Tally(int(is_right), int(golden is not None), int(given is not None))


_HEADER_COMPARE: Mapping[str, Compare] = {
    "number": lambda a, b: number_key(a) == number_key(b),
    **dict.fromkeys(
        ("type", "date", "place", "urgency", "secrecy"), lambda a, b: fold(a) == fold(b)
    ),
    **dict.fromkeys(("issuer", "parent"), lambda a, b: similarity(a, b) >= _NAMED_ALIKE),
    "subject": lambda a, b: similarity(topic(a), topic(b)) >= _NAMED_ALIKE,
}


def _score_header(golden: Record, given: Record) -> Iterator[tuple[str, Tally]]:
    for name, compare in _HEADER_COMPARE.items():
        if name in golden:
            yield f"header.{name}", _one(golden[name], given.get(name), compare)
    signer, read = golden.get("signer") or {}, given.get("signer") or {}
    for name in ("name", "title", "authority"):
        if name in signer:
            tally = _one(signer[name], read.get(name), _HEADER_COMPARE["issuer"])
            yield f"header.signer.{name}", tally
    for name in ("addressees", "recipients"):
        if golden.get(name) is not None:
            yield f"header.{name}", _match_lists(golden[name], given.get(name) or [])


def _score_arrival(golden: Record | None, given: Record | None) -> Iterator[tuple[str, Tally]]:
    read = given if given and any(given.values()) else None
    if golden is None:
        yield "incoming.absent", Tally(int(read is None), 1, 1)
        return
    for name in ("number", "date", "organisation"):
        if name in golden:
            compare = _HEADER_COMPARE["issuer" if name == "organisation" else "date"]
            yield f"incoming.{name}", _one(golden[name], (read or {}).get(name), compare)


def _score_references(
    golden: Sequence[Record], given: Sequence[Record]
) -> Iterator[tuple[str, Tally]]:
    pairs = _pair(golden, given, _same_document, _ALIKE)
    yield "references.number", Tally(len(pairs), len(golden), len(given))
    by_golden = dict(pairs)
    for index, reference in enumerate(golden):
        found = given[by_golden[index]] if index in by_golden else {}
        for name in ("date", "issuer", "type", "relation"):
            if name in reference:
                compare = _HEADER_COMPARE["issuer" if name == "issuer" else "date"]
                yield f"references.{name}", _one(reference[name], found.get(name), compare)


def _score_tasks(golden: Sequence[Record], given: Sequence[Record]) -> Iterator[tuple[str, Tally]]:
    pairs = match_tasks(golden, given)
    yield "tasks.action", Tally(len(pairs), len(golden), len(given))
    by_golden = dict(pairs)
    strict = 0
    for index, task in enumerate(golden):
        found = given[by_golden[index]] if index in by_golden else {}
        scores = dict(_score_task(task, found))
        yield from scores.items()
        strict += bool(found) and _is_strict(task, found, scores)
    for index in set(range(len(given))) - set(by_golden.values()):
        yield from _score_task({"lead": [], "support": [], **_NO_TIME}, given[index])
    yield "tasks.strict", Tally(strict, len(golden), len(given))


def match_tasks(golden: Sequence[Record], given: Sequence[Record]) -> list[tuple[int, int]]:
    """Pairs of indices of golden and given tasks with the same duty."""
    return _pair(golden, given, lambda a, b: similarity(a["action"], b.get("action")), _SAME_DUTY)


def match_lists(golden: Sequence[Any], given: Sequence[Any]) -> list[tuple[int, int]]:
    """Pairs of indices of golden and given values that are alike."""
    return _pair(golden, given, similarity, _ALIKE)


_NO_TIME = {"deadline": None, "recurrence": None, "report_to": None}


def _score_task(golden: Record, given: Record) -> Iterator[tuple[str, Tally]]:
    for name in ("lead", "support"):
        if name in golden:
            yield f"tasks.{name}", _match_lists(golden[name], given.get(name) or [])
    for name in ("deadline", "recurrence"):
        if name in golden:
            yield f"tasks.{name}", _one(golden[name], given.get(name), lambda a, b: a == b)
    if "report_to" in golden:
        compare: Compare = lambda a, b: similarity(a, b) >= _ALIKE  # noqa: E731 - a parameter
        yield "tasks.report_to", _one(golden["report_to"], given.get("report_to"), compare)


def _is_strict(golden: Record, given: Record, scores: Mapping[str, Tally]) -> bool:
    """Whether action, lead and deadline are all right."""
    tallies = [scores.get(name, Tally()) for name in ("tasks.lead", "tasks.deadline")]
    if any(not tally.right == tally.golden == tally.given for tally in tallies):
        return False
    return similarity(golden["action"], given.get("action")) >= _ALIKE


def _match_lists(
    golden: Sequence[Any], given: Sequence[Any], compare: Compare | None = None
) -> Tally:
    pairs = _pair(golden, given, compare or similarity, _ALIKE)
    return Tally(len(pairs), len(golden), len(given))


def _pair(
    golden: Sequence[Any], given: Sequence[Any], compare: Compare, least: float
) -> list[tuple[int, int]]:
    """Pairs of indices at or above the least similarity, the most similar first."""
    candidates = sorted(
        (-compare(one, other), i, j)
        for i, one in enumerate(golden)
        for j, other in enumerate(given)
    )
    pairs: dict[int, int] = {}
    for distance, i, j in candidates:
        if -distance >= least and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return list(pairs.items())


def _same_time(golden: Record, given: Record) -> float:
    return float(all((golden.get(k) or None) == (given.get(k) or None) for k in _TIME_KEYS))


_TIME_KEYS = ("start", "end", "recurrence")


def _same_document(golden: Record, given: Record) -> float:
    if golden.get("number") or given.get("number"):
        return float(number_key(golden.get("number")) == number_key(given.get("number")))
    names = [f"{each.get('type')} {each.get('subject')}" for each in (golden, given)]
    return similarity(*names)
