"""The items of a list behind the line that opens it, also where a paragraph stands between two."""

from nlp.statements.outline import Outline

_LETTERS = "abcdđeghiklmnopqrstuvxy"


def listed_behind(outline: Outline, index: int) -> tuple[int, ...]:
    """The items with markers behind a line, and the paragraphs between two of its numbers.

    Bullets behind such a paragraph are that one's own.
    """
    siblings = tuple(outline.following_siblings(index))
    listed: list[int] = []
    last, at = "", 0
    while at < len(siblings) and not _is_article(outline, siblings[at]):
        marker = outline.items[siblings[at]].item.marker
        behind = 1 if marker else _next_number(outline, siblings[at:], last)
        if behind is None:
            break
        between = siblings[at : at + behind]
        listed += [each for each in between if marker or not outline.items[each].item.marker]
        last = marker if marker and (not last or follows(last, marker)) else last
        at += behind
    return tuple(listed)


def _next_number(outline: Outline, siblings: tuple[int, ...], last: str) -> int | None:
    """How many items on the number stands that follows `last`; None where the list has ended."""
    for at, sibling in enumerate(siblings):
        if _is_article(outline, sibling):
            return None
        if follows(last, outline.items[sibling].item.marker):
            return at
    return None


def follows(last: str, marker: str) -> bool:
    """Whether a marker is the number or letter behind another one.

    >>> follows("1.", "2."), follows("d)", "đ)"), follows("1.", "b)"), follows("-", "-")
    (True, True, False, False)
    """
    first, second = (text.strip(" .)/").casefold() for text in (last, marker))
    if first.isdigit() and second.isdigit():
        return int(second) == int(first) + 1
    places = [_LETTERS.find(text) if len(text) == 1 else -1 for text in (first, second)]
    return min(places) >= 0 and places[1] == places[0] + 1


def _is_article(outline: Outline, index: int) -> bool:
    return outline.items[index].item.marker.casefold().startswith(("điều", "chương", "mục"))
