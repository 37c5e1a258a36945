"""Boards named after their work: `Ban Chỉ đạo` + `xây dựng nông thôn mới` + `huyện`."""

from typing import Final

from nlp.spans.agencies.words import ACTIONS, CUES, HEADS, LEVELS, LEXICON, is_plural
from nlp.spans.tokens import Phrases, Tokens, low_at

BOARDS: Final = Phrases(LEXICON.phrases("board"))
WORKS_OF_BOARDS: Final = Phrases(LEXICON.phrases("board_work"))
MOST_WORK: Final = 22
BREAKS: Final = frozenset({".", ";", ":", "(", ")", ""})
# a level behind these tells where the work is done, not whose board it is
ELSEWHERE: Final = frozenset({"bàn", "trong", "toàn", "ngoài", "liên", "ra", "về", "đến", "tới"})
# what may stand right behind the whole name
BEHIND: Final = frozenset(
    {",", ";", ":", ".", "(", "và", "chủ", "có", "chịu", "phối", "căn", "theo", "được", "đã", ""}
)


def parse_board_work(tokens: Tokens, index: int, end: int) -> int | None:
    """
    Where the level begins that closes the name of the board with its first words before `end`.

    None where it is no board, or where what follows is what the board is to do.
    """
    if BOARDS.match(tokens, index) is None or WORKS_OF_BOARDS.match(tokens, end) is None:
        return None
    for at in range(end + 1, min(end + MOST_WORK, len(tokens))):
        if tokens[at].text in BREAKS:
            return None
        behind = _behind_level(tokens, at)
        if behind is not None and _is_closed(tokens, behind):
            return at
    return None


def _behind_level(tokens: Tokens, at: int) -> int | None:
    """Index behind `huyện`, `các huyện, thành phố`, `các cấp`; None where no own level stands."""
    if low_at(tokens, at - 1) in ELSEWHERE or is_plural(tokens, at - 1):
        return None
    first = at + is_plural(tokens, at)
    if first > at and low_at(tokens, first) == "cấp":
        return first + 1
    level = None if HEADS.match(tokens, at) else LEVELS.match(tokens, first)
    while level is not None and low_at(tokens, level[0]) in {",", "và"}:
        following = LEVELS.match(tokens, level[0] + 1)
        if following is None:
            break
        level = following
    return level[0] if level else None


def _is_closed(tokens: Tokens, end: int) -> bool:
    """Whether a name may end there: what to do follows, a mark, or the place of its own."""
    while end < len(tokens) and tokens[end].is_capital and tokens[end].text.isalpha():
        end += 1
    is_followed = ACTIONS.match(tokens, end) or CUES.match(tokens, end)
    return low_at(tokens, end) in BEHIND or is_followed is not None
