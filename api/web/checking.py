"""What of a directive is left to the clerk."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from api.web.directive import DirectiveView
from api.web.leaf import Value

TASK_LISTS = {"lead": "Chủ trì", "support": "Phối hợp"}


@dataclass(frozen=True, slots=True)
class ToCheck:
    """What waits for the clerk under `path` of the review, and the value that is shown of it."""

    path: str
    value: Value

    @property
    def label(self) -> str:
        """The label of the value; that of a unit says of which task it is."""
        label, anchor = self.value.label, self.task_anchor
        if not anchor or label.startswith("Việc"):
            return label
        return f"Việc {int(anchor.split('-')[-2]) + 1}: {label.lower()}"

    @property
    def task_anchor(self) -> str:
        """The place of the task that it is of on the page, empty where it is of none."""
        row, _, _ = self.path.rpartition(".")
        is_task = row.rpartition("[")[0].endswith("tasks")
        return Value(f"{row}.action", "", "task", "").anchor if is_task else ""


def review_values(
    directive: DirectiveView, paths: Iterable[object], prefix: str = ""
) -> tuple[ToCheck, ...]:
    """What is left to the clerk, in the order of `paths`.

    The path of a whole row stands for its first value, that of a list which is empty for a value
    that was not read.
    """
    values = tuple(directive.values())
    found = ((prefix + str(path), _at(values, prefix + str(path))) for path in paths)
    return tuple({path: ToCheck(path, value) for path, value in found if value}.values())


def _at(values: Collection[Value], path: str) -> Value | None:
    exact = (value for value in values if value.path == path)
    inner = (value for value in values if value.path.startswith((f"{path}.", f"{path}[")))
    return next(exact, None) or next(inner, None) or _unread(values, path)


def _unread(values: Iterable[Value], path: str) -> Value | None:
    """Nothing at a list of a task whose action is known, None where there is no such task."""
    row, _, name = path.rpartition(".")
    action = next((value for value in values if value.path == f"{row}.action"), None)
    if action is None or name not in TASK_LISTS:
        return None
    return Value(path, TASK_LISTS[name], "task", "", action.place, is_review=True)
