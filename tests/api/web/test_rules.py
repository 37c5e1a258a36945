import re
from pathlib import Path

import pytest

from api.web.rules import explain_rule

SPANS = Path(__file__).parents[3] / "nlp" / "spans"
NAMED = sorted(
    {
        rule
        for path in SPANS.rglob("*.py")
        for rule in re.findall(r'"((?:reference|date|agency)\.[a-z_]+)"', path.read_text("utf-8"))
    }
)


@pytest.mark.parametrize("rule", NAMED)
def test_every_rule_of_marking_is_put_into_words(rule):
    assert explain_rule(rule)


def test_a_rule_without_words_of_its_own_takes_those_of_its_family():
    assert explain_rule("cue.assign") == explain_rule("cue")
    assert not explain_rule("unknown")
