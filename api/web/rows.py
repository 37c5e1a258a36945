"""The rows of a directive: its references, dates and tasks."""

from dataclasses import dataclass

from api.web.leaf import Value


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """One cited document. `name` is its type and number, or the mention where it has none."""

    relation: str
    name: Value
    issuer: Value
    date: Value
    subject: Value

    @property
    def values(self) -> tuple[Value, ...]:
        """Every value of the row."""
        return (self.name, self.issuer, self.date, self.subject)


@dataclass(frozen=True, slots=True)
class DateRow:
    """One date or period: as printed, and as days or as a recurrence."""

    printed: Value
    days: str


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One duty: who does what, with whom, until when.

    `deadline_text` is the time as printed, empty where the action says it already.
    """

    number: int
    action: Value
    lead: tuple[Value, ...]
    support: tuple[Value, ...]
    deadline: Value
    deadline_text: str
    report_to: Value
    deliverable: Value
    section: str

    @property
    def values(self) -> tuple[Value, ...]:
        """Every value of the row."""
        return (
            self.action,
            *self.lead,
            *self.support,
            self.deadline,
            self.report_to,
            self.deliverable,
        )
