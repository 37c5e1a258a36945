"""Duties as plain tuples."""

import pytest

from nlp.statements.duties.find import find_duties


@pytest.fixture
def lay(mark, header):
    """What a body lays on whom: (action, leads, supports, time, report_to) of each duty."""

    def run(rows, **values):
        body = mark(rows)
        return [_plain(duty) for duty in find_duties(body, header(**values))]

    return run


def _plain(duty):
    return (
        duty.action.value,
        [unit.value for unit in duty.lead],
        [unit.value for unit in duty.support],
        duty.deadline_text,
        duty.report_to.value if duty.report_to else None,
    )
