"""Organs by a trained tagger: names that no row of the lexicon holds, and damaged ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from underthesea_core import CRFTagger  # pyright: ignore[reportAttributeAccessIssue] - compiled

from nlp.errors import ModelMissing
from nlp.spans.agencies.words import CUES, DOCUMENTS, FIELDS, HEADS, LEVELS, is_stop
from nlp.spans.letters import skeleton
from nlp.spans.tokens import Tokens

MODEL: Final = Path(__file__).parents[3] / "models" / "vi_directive" / "agencies.crf"
OUT: Final = "O"
_AROUND: Final = (-2, -1, 1, 2)
_TABLES: Final = (
    ("head", HEADS),
    ("field", FIELDS),
    ("level", LEVELS),
    ("cue", CUES),
    ("type", DOCUMENTS),
)


@dataclass(frozen=True, slots=True)
class Tagged:
    """tokens[start:end] name an organ; `probability` is that of its least sure token."""

    start: int
    end: int
    kind: str
    probability: float


def describe(tokens: Tokens) -> list[list[str]]:
    """What the tagger sees of each token: itself, its letters and shape, its neighbours."""
    shapes = [_shape(token.text) for token in tokens]
    bares = [skeleton(token.low) for token in tokens]
    tables = _known(tokens)
    seen = [
        [
            "b",
            f"w={token.low}",
            f"s={bare}",
            f"e={bare[-2:]}",
            f"h={shape}",
            f"k={table}",
            f"kh={table}{shape}",
        ]
        for token, bare, shape, table in zip(tokens, bares, shapes, tables, strict=True)
    ]
    for by in _AROUND:
        besides = [
            (f"s{by}={bare}", f"hk{by}={shape}{table}")
            for bare, shape, table in zip(bares, shapes, tables, strict=True)
        ]
        for at, features in enumerate(seen):
            is_inside = 0 <= at + by < len(seen)
            features.extend(besides[at + by] if is_inside else (f"edge{by}",))
    return seen


def _shape(text: str) -> str:
    if text.isdigit():
        return "9"
    if not text[:1].isalpha():
        return text[:1]
    if text.isupper():
        return "X" if len(text) == 1 else "XX"
    return "Xx" if text[:1].isupper() else "x"


def _known(tokens: Tokens) -> list[str]:
    """In which tables of the lexicon a phrase stands over each token."""
    known = ["s" if is_stop(tokens, at) else "" for at in range(len(tokens))]
    for name, table in _TABLES:
        at = 0
        while at < len(tokens):
            found = table.match(tokens, at)
            end = found[0] if found else at + 1
            if found:
                for over in range(at, end):
                    known[over] += name[0] if over > at else name[0].upper()
            at = end
    return known


class AgencyTagger:
    """The conditional random field of models/vi_directive, loaded once."""

    def __init__(self, model: Path = MODEL) -> None:
        if not model.is_file():
            raise ModelMissing(model.name)
        self._tagger = CRFTagger()
        self._tagger.load(str(model))
        self._names = self._tagger.labels()

    def find(self, tokens: Tokens) -> Iterator[Tagged]:
        """Organs, groups and posts in order."""
        if not tokens:
            return
        seen = describe(tokens)
        chances = self._tagger.marginals(seen)
        labels = [self._names[max(range(len(row)), key=row.__getitem__)] for row in chances]
        start = 0
        while start < len(tokens):
            end = start + 1
            if labels[start] != OUT:
                kind = labels[start][2:]
                while end < len(tokens) and labels[end] == f"I-{kind}":
                    end += 1
                sure = min(max(chances[at]) for at in range(start, end))
                yield Tagged(start, end, kind, sure)
            start = end


@lru_cache(maxsize=1)
def load_tagger() -> AgencyTagger:
    """The tagger of this process."""
    return AgencyTagger()
