"""The syllables that stored texts hold, and those a syllable may have been misread as."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from threading import Lock
from typing import Final

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from api.store.lexemes import fold
from api.store.search.tables import SearchWord

SHORTEST: Final = 3
LONGEST: Final = 24
MOST_NEIGHBOURS: Final = 24
_SYLLABLE: Final = re.compile(
    r"(?:ngh?|nh|kh|gh|gi|ch|ph|th|tr|qu|[bcdghklmnprstvx])?"
    r"(?:oai|oay|oeo|uay|uoi|uou|uya|uye|uyu|ieu|yeu|oao|uai|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi"
    r"|oo|ua|ue|ui|uo|uu|uy|ya|ye|[aeiouy])"
    r"(?:ng|nh|ch|[cmnpt])?"
)


def is_syllable(folded: str) -> bool:
    """Whether folded letters may be a Vietnamese syllable.

    >>> is_syllable("hoach"), is_syllable("hoacb"), is_syllable("nghieng")
    (True, False, True)
    """
    return _SYLLABLE.fullmatch(folded) is not None


def keep_words(session: Session, found: Iterable[str]) -> None:
    """Add the syllables among lexemes to the vocabulary."""
    rows = [{"word": word} for word in pick_words(found)]
    if rows:
        session.execute(insert(SearchWord).on_conflict_do_nothing(), rows)


def pick_words(found: Iterable[str]) -> list[str]:
    """The folded syllables among lexemes that may have near spellings, in order."""
    return sorted(
        word
        for word in found
        if word.isascii() and word.isalnum() and not word.isdigit() and is_long_enough(word)
    )


def is_long_enough(word: str) -> bool:
    """Whether near spellings of a word are looked for."""
    return SHORTEST <= len(word) <= LONGEST


class Vocabulary:
    """The vocabulary of one store, read once and then kept up to date."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._lock = Lock()
        self._last = 0
        self._by_length: dict[int, list[str]] = defaultdict(list)
        self._known: set[str] = set()

    def refresh(self, session: Session) -> None:
        """Take in what was added since."""
        query = select(SearchWord.id, SearchWord.word).order_by(SearchWord.id)
        with self._lock:
            for number, word in session.execute(query.where(SearchWord.id > self._last)):
                self._last = number
                if word not in self._known:
                    self._known.add(word)
                    self._by_length[len(word)].append(word)

    def neighbours(self, word: str, *, is_loose: bool = False) -> tuple[str, ...]:
        """Folded words one edit from `word` that texts hold.

        Those that are no syllables are slips of recognition. Real ones count where `is_loose`,
        or where no text holds `word` at all.
        """
        folded = fold(word)
        if not is_long_enough(folded) or folded.isdigit():
            return ()
        everything = is_loose or folded not in self._known
        kept = [
            other
            for length in (len(folded), len(folded) - 1, len(folded) + 1)
            for other in _near(folded, self._by_length[length])
            if everything or not is_syllable(other)
        ]
        return tuple(kept[:MOST_NEIGHBOURS])


def _near(word: str, others: Sequence[str]) -> list[str]:
    """The words one edit away."""
    scored = extract(word, others, scorer=OSA.distance, score_cutoff=1, limit=None)
    return [other for other, _, _ in scored if other != word]
