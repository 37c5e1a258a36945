"""The record's leaves as values that a page can show: text, sureness, and the box on the paper."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from api.record import bare
from api.store.corrections import CORRECTABLE, DAYS
from api.web.words import percent_words

Kind = Literal["header", "incoming", "reference", "statement", "date", "task"]

Control = Literal["", "line", "text", "date", "type", "urgency"]

DOUBTFUL = 0.8
CONTROLS: Final[Mapping[str, Control]] = {
    "header.subject": "text",
    "header.type": "type",
    "header.urgency": "urgency",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A box in points from the top left of an upright page."""

    page: int
    left: float
    top: float
    width: float
    height: float

    @property
    def anchor(self) -> str:
        """An identifier of HTML that every value at this place shares."""
        edges = (self.left, self.top, self.width, self.height)
        return "-".join(str(round(edge)) for edge in (self.page, *edges))


@dataclass(frozen=True, slots=True)
class Value:
    """One value of the record.

    `path` is its path in the record, such as "tasks[3].deadline". `text` is empty where the
    document does not state it; `raw` is what the record holds. `read_as` is the text on the
    paper where the value says it otherwise. `rule` names what decided.
    """

    path: str
    label: str
    kind: Kind
    text: str
    place: Place | None = None
    read_as: str = ""
    rule: str = ""
    confidence: float | None = None
    is_review: bool = False
    raw: str = ""

    @property
    def control(self) -> Control:
        """What a clerk corrects it with on the page, empty where it cannot be corrected there."""
        if self.path not in CORRECTABLE:
            return ""
        return "date" if self.path in DAYS else CONTROLS.get(self.path, "line")

    @property
    def anchor(self) -> str:
        """The path as an identifier of HTML: tasks[3].deadline is tasks-3-deadline."""
        return self.path.replace("]", "").replace("[", "-").replace(".", "-")

    @property
    def percent(self) -> str:
        """The confidence in words, empty where there is none."""
        return percent_words(self.confidence)

    @property
    def is_doubtful(self) -> bool:
        """Whether the confidence is low enough to be told."""
        return self.is_review or (self.confidence is not None and self.confidence < DOUBTFUL)


@dataclass(frozen=True, slots=True)
class Leaves:
    """Makes values of leaves. `review` holds the paths left to the clerk, with their `prefix`."""

    review: Collection[str] = ()
    prefix: str = ""

    def value(
        self, node: object, path: str, label: str, kind: Kind, text: str | None = None
    ) -> Value:
        """The value of the leaf `node` at `path`; `text` replaces how it is shown."""
        shown = bare(node) if text is None else text
        shown = "" if shown is None else str(shown)
        evidence = part(node, "evidence")
        return Value(
            path=self.prefix + path,
            label=label,
            kind=kind,
            text=shown,
            place=place_of(evidence),
            read_as=read_as(evidence, shown),
            rule=str(evidence.get("rule") or ""),
            confidence=confidence_of(node),
            is_review=not {self.prefix + path, self.prefix + _row(path)}.isdisjoint(self.review),
            raw="" if bare(node) is None else str(bare(node)),
        )

    def values(self, nodes: object, path: str, label: str, kind: Kind) -> tuple[Value, ...]:
        """The values of a list of leaves."""
        return tuple(
            self.value(node, f"{path}[{index}]", label, kind)
            for index, node in enumerate(items(nodes))
        )


def _row(path: str) -> str:
    """The list that an item is of: "tasks[0].lead" of "tasks[0].lead[1]", else the path itself."""
    return path.rpartition("[")[0] if path.endswith("]") else path


def part(node: object, key: str) -> Mapping[str, object]:
    """The object under `key`, empty where there is none."""
    inner = node.get(key) if isinstance(node, Mapping) else None
    return inner if isinstance(inner, Mapping) else {}


def items(node: object) -> Sequence[object]:
    """The items of a list, none where it is no list."""
    return node if isinstance(node, list | tuple) else ()


def confidence_of(node: object) -> float | None:
    """The confidence of the leaf, None where it has none."""
    confidence = node.get("confidence") if isinstance(node, Mapping) else None
    return float(confidence) if isinstance(confidence, int | float) else None


def place_of(evidence: Mapping[str, object]) -> Place | None:
    """Where the evidence stands, None where it has no box."""
    page, box = evidence.get("page"), items(evidence.get("box"))
    edges = [float(edge) for edge in box if isinstance(edge, int | float)]
    if not isinstance(page, int) or len(edges) != 4:  # noqa: PLR2004 -- x0, top, x1, bottom
        return None
    x0, top, x1, bottom = edges
    return Place(page, x0, top, x1 - x0, bottom - top)


def read_as(evidence: Mapping[str, object], shown: str) -> str:
    """The text on the paper, empty where the value holds or repeats it."""
    text = " ".join(str(evidence.get("text") or "").split())
    return "" if text.casefold() in shown.casefold() else text
