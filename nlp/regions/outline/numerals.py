"""Roman numerals that were read as digits or letters, told by the counts around them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from nlp.regions.printed.markers import Marker, parse_damaged_roman

_SECOND: Final = 2
_LONGEST_TITLE: Final = 110
_HIGHER: Final = ("capital", "section", "chapter")


def reread_numerals(texts: Sequence[str], markers: Sequence[Marker | None]) -> list[Marker | None]:
    """
    The markers of paragraphs, with the Roman ones that recognition hid.

    A count that begins anew before it went on (1., 1., 2.) stands below another. Where a numeral
    of that other count can be made out further on (TT. for II., another count below it), its
    first one was I. and no digit.
    """
    rows = _Rows(texts, list(markers))
    for index in range(len(texts)):
        rows.take(index)
    return rows.markers


@dataclass(slots=True)
class _Rows:
    """The counts up to a paragraph."""

    texts: Sequence[str]
    markers: list[Marker | None]
    _roman: int = 0
    _decimals: list[int] = field(default_factory=list)  # of the count that is open
    _first: int = 0  # where that count begins

    def take(self, index: int) -> None:
        """Follow the paragraph at `index`."""
        marker = self.markers[index]
        if marker is not None and marker.kind == "roman":
            self._begin_below(index, marker.value or 0)
        elif marker is not None and marker.kind in _HIGHER:
            self._roman, self._decimals = 0, []
        elif (hidden := self._hidden(index)) is not None:
            self.markers[index] = hidden
            self._begin_below(index, hidden.value or 0)
        elif marker is not None and marker.kind == "decimal" and marker.depth == 1:
            self._first = self._first if self._decimals else index
            self._decimals.append(marker.value or 0)

    def _begin_below(self, index: int, roman: int) -> None:
        opener = self.markers[self._first]
        if roman == _SECOND and self._is_renewed() and opener is not None:
            self.markers[self._first] = replace(opener, kind="roman")
        elif roman == _SECOND and self._roman == 0:
            self._find_first(self._first if self._decimals else index)
        self._roman, self._decimals = roman, []

    def _find_first(self, end: int) -> None:
        """Make out the heading I. (`L. Mục đích`) above what stands before `end`."""
        for at in range(end - 1, -1, -1):
            text = self.texts[at]
            is_title = len(text) < _LONGEST_TITLE and not text.rstrip().endswith((".", ";"))
            found = parse_damaged_roman(text, 1) if is_title and not self.markers[at] else None
            if found is not None:
                self.markers[at] = found
                return

    def _is_renewed(self) -> bool:
        """Whether the open count began anew at once, with no Roman numeral above it."""
        return self._roman == 0 and self._decimals[:2] == [1, 1]

    def _hidden(self, index: int) -> Marker | None:
        """The Roman numeral that must come next, where the text can be read so."""
        expected = _SECOND if self._is_renewed() else self._roman + 1
        marker = self.markers[index]
        goes_on = marker is not None and marker.value == (self._decimals or [0])[-1] + 1
        if expected < _SECOND or goes_on or not self._opens_count(index):
            return None
        return parse_damaged_roman(self.texts[index], expected)

    def _opens_count(self, index: int) -> bool:
        """Whether the next thing that is counted is the first of its count."""
        later = (marker for marker in self.markers[index + 1 :] if marker is not None)
        counted = next((marker for marker in later if marker.value is not None), None)
        return counted is not None and counted.value == 1 and counted.kind in ("decimal", "letter")
