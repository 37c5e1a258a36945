"""With which words a time may begin: a quick look that spares the grammar most of a text."""

from nlp.spans.dates.months import PARTS
from nlp.spans.dates.periods import HORIZONS, QUARTER_WORDS, VAGUE
from nlp.spans.dates.prefix import LEAD_INS, OPERATORS
from nlp.spans.dates.recurrence import EVERY
from nlp.spans.numerals import DAMAGED, WORDS
from nlp.spans.tokens import Token

STARTS = frozenset(
    {
        *OPERATORS.firsts, *HORIZONS.firsts, *VAGUE.firsts, *LEAD_INS, *PARTS, *QUARTER_WORDS,
        *EVERY, *WORDS, "ngày", "tháng", "thứ", "chủ", "chúa", "mùng", "mồng", "nửa", "ngay",
        "định", "kể", "tuần",
    }
)  # fmt: skip


def may_start(token: Token) -> bool:
    """Whether a time can begin with this token: most words of a text begin none."""
    return (
        token.low in STARTS
        or any(map(str.isdigit, token.text))
        or DAMAGED.fullmatch(token.text) is not None
    )
