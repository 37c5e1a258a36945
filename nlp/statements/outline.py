"""The tree of the body: what stands under which heading."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.regions.region import Item
from nlp.statements.marked import MarkedItem


@dataclass(frozen=True, slots=True)
class Outline:
    """The items of a body with their places in its tree; indices count in the body."""

    items: tuple[MarkedItem, ...]
    children: tuple[tuple[int, ...], ...]

    def ancestors(self, index: int) -> Iterator[int]:
        """The items above this one, the nearest first."""
        parent = self.items[index].item.parent
        while parent >= 0:
            yield parent
            parent = self.items[parent].item.parent

    def descendants(self, index: int) -> Iterator[int]:
        """All items below this one, in the order of the document."""
        for child in self.children[index]:
            yield child
            yield from self.descendants(child)

    def path(self, index: int) -> tuple[str, ...]:
        """The headings that the item stands under, the outermost first."""
        return tuple(label(self.items[above].item) for above in reversed([*self.ancestors(index)]))

    def following_siblings(self, index: int) -> Iterator[int]:
        """The later items under the same parent."""
        item = self.items[index].item
        siblings = self.children[item.parent] if item.parent >= 0 else self.roots
        return (sibling for sibling in siblings if sibling > index)

    @property
    def roots(self) -> tuple[int, ...]:
        """The items that stand under none."""
        return tuple(i for i, marked in enumerate(self.items) if marked.item.parent < 0)


def build_outline(items: Sequence[MarkedItem]) -> Outline:
    """The outline of marked items, whose parents come before them."""
    children: list[list[int]] = [[] for _ in items]
    for index, marked in enumerate(items):
        if 0 <= marked.item.parent < index:
            children[marked.item.parent].append(index)
    return Outline(tuple(items), tuple(tuple(below) for below in children))


def label(item: Item) -> str:
    """A heading as printed, with its marker."""
    return f"{item.marker} {item.passage.text}".strip()
