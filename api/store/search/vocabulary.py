"""The syllables that stored texts hold, and those a syllable may have been misread as."""

import re
from collections.abc import Iterable, Iterator
from string import ascii_lowercase, digits
from threading import Lock
from typing import Final

from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from api.store.lexemes import fold
from api.store.search.tables import SearchWord

SHORTEST: Final = 3
LONGEST: Final = 24
MOST_NEIGHBOURS: Final = 12
# The share of texts that hold the most common lexemes, as PostgreSQL last estimated it.
COMMON: Final = text(
    "SELECT word, share FROM pg_stats,"
    " unnest(CAST(CAST(most_common_elems AS text) AS text[]), most_common_elem_freqs)"
    " AS common (word, share)"
    " WHERE tablename = 'search_entries' AND attname = 'body' AND word IS NOT NULL"
)
LETTERS: Final = ascii_lowercase + digits
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
        self._known: set[str] = set()
        self._share: dict[str, float] = {}

    def refresh(self, session: Session, newest: int) -> None:
        """Take in what was added since; `newest` is the id of the newest word of the store."""
        if newest == self._last:
            return
        query = select(SearchWord.id, SearchWord.word).order_by(SearchWord.id)
        with self._lock:
            for number, word in session.execute(query.where(SearchWord.id > self._last)):
                self._last = number
                self._known.add(word)
            self._share = {row.word: row.share for row in session.execute(COMMON)}

    def neighbours(self, word: str, *, is_loose: bool = False) -> tuple[str, ...]:
        """Folded words one edit from `word` that texts hold: real syllables, then slips.

        The most common come first, then those with its first letter, which is seldom mistaken.

        Those that are no syllables are slips of recognition. Real ones count where `is_loose`,
        or where no text holds `word` at all.
        """
        folded = fold(word)
        if not is_long_enough(folded) or folded.isdigit():
            return ()
        near = self._known.intersection(_edits(folded)) - {folded}
        is_wide = is_loose or folded not in self._known
        ranks = {
            other: (
                not is_syllable(other),
                -self._share.get(other, 0),
                other[0] != folded[0],
                other,
            )
            for other in near
        }
        kept = sorted(
            (other for other in near if is_wide or ranks[other][0]), key=ranks.__getitem__
        )
        return tuple(kept[:MOST_NEIGHBOURS])


def _edits(word: str) -> Iterator[str]:
    """A word with one letter or digit more, less, changed or swapped with the next."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield before + after[1:]
        yield before + after[1::-1] + after[2:]
        for letter in LETTERS:
            yield before + letter + after
            yield before + letter + after[1:]
