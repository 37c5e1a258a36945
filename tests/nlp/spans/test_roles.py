from pathlib import Path

import pytest

from nlp.spans.roles import find_cues
from nlp.spans.tokens import tokenize

LINES = Path(__file__).with_name("cues.txt").read_text("utf-8").splitlines()
CASES = [line.replace("\\n", "\n") for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize("marked", CASES)
def test_cues_are_told_from_words_of_the_same_form(check_marked, marked):
    check_marked(marked, lambda text: find_cues(tokenize(text)))
