"""Whose letter is cited where a letter answers what organs ask."""

import pytest

from nlp.spans.references.askers import find_asker
from nlp.spans.tokens import tokenize


def _asker(text):
    tokens = tokenize(text)
    at = next(k for k, token in enumerate(tokens) if token.low in {"công", "văn", "tờ"} and k > 3)
    found = find_asker(tokens, at)
    return text[tokens[found[0]].start : tokens[found[1] - 1].end] if found else None


@pytest.mark.parametrize(
    ("text", "organ"),
    [
        ("Xét đề nghị của Sở Xây dựng (công văn số 15/SXD-QH)", "Sở Xây dựng"),
        ("Về đề nghị nâng cấp đê của UBND huyện Hải Hậu tại tờ trình số 8", "UBND huyện Hải Hậu"),
        ("Về đề nghị mua xe, ý kiến của Sở Tài chính (công văn số 9)", "Sở Tài chính"),
        ("Xét đề nghị của Sở Y tế tại các tờ trình số 3", "Sở Y tế"),
        ("Xét đề nghị của Sở Y tế về việc mua hai xe cứu thương (công văn số 9)", "Sở Y tế"),
        ("Xét đề nghị của Sở Y tế về việc mua xe. Họp bàn (công văn số 9)", None),
        ("nhiệm vụ của Sở Y tế tại tờ trình số 3", None),
        ("Về đề nghị mua xe. Sở Y tế (công văn số 9)", None),
    ],
)
def test_the_organ_that_asks_wrote_the_letter(text, organ):
    assert _asker(text) == organ
