"""Where a value was read: every extracted value carries its evidence."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from nlp.geometry import Box

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The place of a value on paper, and the rule that took it from there.

    `page` counts from 1 through the whole file. `text` is the text as read, before any correction.
    `rule` names the rule or model that decided, such as "reference.numbered". `box` is None where
    the input has no geometry (plain text).
    """

    page: int
    box: Box | None
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T]):
    """A value of the record, how sure it is (in [0, 1]) and where it stands.

    `evidence` is None only for a value that is inferred and stands nowhere on the page.
    """

    value: T
    confidence: float
    evidence: Evidence | None
