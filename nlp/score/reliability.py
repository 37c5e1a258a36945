"""How far confidences can be taken as probabilities, and how to make those of tasks such."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from nlp.score.compare import number_key, similarity
from nlp.score.fields import Record, bare, match_lists, match_tasks
from nlp.tasks.certainty import Points, read_line

HEADER = ("issuer", "number", "date", "place", "subject")
SIGNER = ("authority", "title", "name")
ARRIVAL = ("organisation", "number", "date")
AIMS = ("purposes", "requirements")
FIELDS = ("action", "lead", "support", "deadline", "report_to")
_ALIKE = 0.9
_BINS = 10
_PRIOR = 4.0
"""Values that the uncalibrated confidence itself counts for, where few were measured."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A value that was given with a confidence in [0, 1], and whether the paper says so."""

    field: str
    confidence: float
    is_right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The values of one tenth of the scale: how many, how sure on average, how many right."""

    count: int
    confidence: float
    right: float


Document: TypeAlias = tuple[Judged, ...]
"""The judged values of one document."""


def judge_record(golden: Record, predicted: Record) -> Document:
    """Every value of a record that was given with a confidence and that the golden one tells."""
    wanted = bare(golden)
    parts = (
        ("header", HEADER, wanted.get("header"), predicted.get("header")),
        (
            "header.signer",
            SIGNER,
            (wanted.get("header") or {}).get("signer"),
            (predicted.get("header") or {}).get("signer"),
        ),
        ("incoming", ARRIVAL, wanted.get("incoming"), predicted.get("incoming")),
    )
    single = (
        judged
        for name, fields, golden_part, part in parts
        for judged in _judge_part(name, fields, golden_part or {}, part or {})
    )
    return (
        *single,
        *_judge_references(wanted.get("references"), predicted.get("references") or []),
        *(
            judged
            for name in AIMS
            for judged in _judge_list(name, wanted.get(name), predicted.get(name) or [])
        ),
        *judge_tasks(golden, predicted),
    )


def _judge_part(
    part: str, fields: Sequence[str], golden: Record, predicted: Record
) -> Iterator[Judged]:
    """The single values of a part; numbers and days are right only as they are."""
    for field in fields:
        leaf = predicted.get(field)
        if leaf is None or field not in golden:
            continue
        want, given = golden[field], leaf["value"]
        exact = field in {"number", "date", "name"}
        is_right = want == given if exact else _is_same(want, given)
        yield Judged(f"{part}.{field}", leaf["confidence"], is_right)


def _judge_references(
    golden: Sequence[Record] | None, predicted: Sequence[Record]
) -> Iterator[Judged]:
    if golden is None:
        return
    wanted = {number_key(reference.get("number")) for reference in golden}
    for reference in predicted:
        leaf = reference.get("number")
        if leaf is not None:
            is_right = number_key(leaf["value"]) in wanted
            yield Judged("references.number", leaf["confidence"], is_right)


def _judge_list(name: str, golden: Sequence[str] | None, leaves: Sequence[Record]) -> Document:
    if golden is None:
        return ()
    right = {given for _, given in match_lists(golden, [leaf["value"] for leaf in leaves])}
    return tuple(Judged(name, leaf["confidence"], at in right) for at, leaf in enumerate(leaves))


def judge_tasks(golden: Record, predicted: Record) -> Document:
    """Every value of every given task, judged where the golden record tells its field."""
    wanted = bare(golden).get("tasks")
    if wanted is None:
        return ()
    tasks: Sequence[Record] = predicted.get("tasks") or []
    plain = [bare(task) for task in tasks]
    found = {given: index for index, given in match_tasks(wanted, plain)}
    return tuple(
        judged
        for index, task in enumerate(tasks)
        for judged in _judge(wanted[found[index]] if index in found else None, task, plain[index])
    )


def _judge(golden: Record | None, task: Record, plain: Record) -> Iterator[Judged]:
    for field in FIELDS:
        if golden is not None and field not in golden:
            continue
        want = golden[field] if golden is not None else None
        leaves = task.get(field) or []
        if isinstance(leaves, list):
            right = {given for _, given in match_lists(want or [], plain.get(field) or [])}
            for index, leaf in enumerate(leaves):
                yield Judged(f"tasks.{field}", leaf["confidence"], index in right)
        else:
            yield Judged(f"tasks.{field}", leaves["confidence"], _is_same(want, plain[field]))


def _is_same(want: Any, given: Any) -> bool:  # noqa: ANN401 - any JSON value
    return want is not None and (want == given or similarity(want, given) >= _ALIKE)


def list_bins(judged: Sequence[Judged]) -> tuple[Bin, ...]:
    """The reliability curve: the tenths of the scale that hold values, from the least sure up."""
    tenths: dict[int, list[Judged]] = {}
    for each in judged:
        tenths.setdefault(min(int(each.confidence * _BINS), _BINS - 1), []).append(each)
    return tuple(_bin(tenths[tenth]) for tenth in sorted(tenths))


def _bin(judged: Sequence[Judged]) -> Bin:
    count = len(judged)
    return Bin(
        count,
        sum(each.confidence for each in judged) / count,
        sum(each.is_right for each in judged) / count,
    )


def expected_error(judged: Sequence[Judged]) -> float:
    """The expected calibration error over tenths of the scale, 0 where nothing was given.

    Source: Naeini et al., Obtaining Well Calibrated Probabilities Using Bayesian Binning (2015).
    """
    total = len(judged)
    return sum(b.count * abs(b.confidence - b.right) for b in list_bins(judged)) / max(total, 1)


def fit_points(judged: Sequence[Judged]) -> Points:
    """A rising line through (confidence, share of right values), least sure first.

    Pools of neighbours that would fall are joined (isotonic regression by pooling adjacent
    violators), each drawn towards its own confidence where it is small.
    """
    pools: list[Bin] = []
    for each in list_bins(judged):
        pools.append(_drawn(each))
        while len(pools) > 1 and pools[-2].right >= pools[-1].right:
            pools[-2:] = [_joined(*pools[-2:])]
    return tuple((round(pool.confidence, 3), round(pool.right, 3)) for pool in pools)


def _drawn(each: Bin) -> Bin:
    right = (each.right * each.count + each.confidence * _PRIOR) / (each.count + _PRIOR)
    return Bin(each.count, each.confidence, right)


def _joined(one: Bin, other: Bin) -> Bin:
    count = one.count + other.count
    confidence = (one.confidence * one.count + other.confidence * other.count) / count
    right = (one.right * one.count + other.right * other.count) / count
    return Bin(count, confidence, right)


def calibrate(judged: Sequence[Judged], points: Mapping[str, Points]) -> Document:
    """The same values with the probabilities on the lines of their fields."""
    return tuple(
        Judged(each.field, read_line(points.get(each.field, ()), each.confidence), each.is_right)
        for each in judged
    )
