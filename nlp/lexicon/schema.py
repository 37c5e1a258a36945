"""The rules that are data: validated rows of the lexicon, loaded once and frozen."""

import tomllib
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Text = Annotated[str, Field(min_length=1)]
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]
Family = Literal["administrative", "letter", "legal", "party", "joint", "other"]
Needs = Literal["field", "any", "alone"]
PhraseKind = Literal[
    "before", "by", "within", "from",
    "basis", "implements", "amends", "replaces", "attached_to", "replies_to", "passive", "bridge",
    "assign", "lead", "support", "duty", "request", "report", "condition", "background",
    "not_assign_after", "not_assign_before", "not_request_before", "subject",
    "horizon", "vague", "since", "received", "signed", "directive",
    "name_stop", "verb_stop", "verbal_field",
    "law_end", "law_break", "law_not_name", "law_amending",
    "acting", "issuing", "done_in", "saying", "splits_off", "spoken_of", "action", "thing",
    "commonplace", "board", "board_work", "aim", "aim_of_before",
]  # fmt: skip
# `defer_build`: the checks of all rows are made in one go, when the lexicon is read
FROZEN = ConfigDict(frozen=True, extra="forbid", defer_build=True)
Level = Literal["tỉnh", "thành phố", "huyện", "xã"]


class Row(BaseModel):
    """A row with its origin and the examples that the tests run."""

    model_config = FROZEN

    source: Text
    examples: Texts
    non_examples: tuple[Text, ...] = ()


class DocumentType(Row):
    """A type of document: its code, its names and the letters that stand for it."""

    code: Text
    names: Texts
    family: Family
    symbols: Texts
    short: tuple[Text, ...] = ()
    is_unit: bool = False


class Generic(Row):
    """Words for any document (văn bản)."""

    names: Texts


class Phrase(Row):
    """Words that steer the reading."""

    kind: PhraseKind
    words: Texts


class Head(Row):
    """First words of the names of organs; `needs` tells what must follow."""

    words: Texts
    needs: Needs


class Words(Row):
    """Words of one use."""

    words: Texts


class Abbreviation(Row):
    """Short forms of a name."""

    short: Texts
    full: Text


class IssuerSymbol(Row):
    """The letters of an issuer in a symbol, and its name."""

    letters: Text
    organ: Text


class Place(Row):
    """Names of places of one level, valid `since` and `until` the days given."""

    level: Level
    names: Texts
    since: date | None = None
    until: date | None = None


class Confusion(Row):
    """Damaged readings and what stood on paper."""

    wrong: Texts
    right: Text


class LookAlike(Row):
    """Letters of which recognition takes each for the next."""

    letters: Text


class GroupOfOrgans(Row):
    """Of which organs words for many of them speak; of every one where it has no `heads`."""

    words: Texts
    heads: tuple[Text, ...]
    is_central: bool = False


class Certainty(BaseModel):
    """A rising line from a confidence to the share of right values, measured on `count` values."""

    model_config = FROZEN

    field: Text
    count: int
    points: tuple[tuple[float, float], ...]


class Lexicon(BaseModel):
    """All rows of all tables."""

    model_config = FROZEN

    type: tuple[DocumentType, ...]
    generic: tuple[Generic, ...]
    phrase: tuple[Phrase, ...]
    head: tuple[Head, ...]
    field: tuple[Words, ...]
    abbreviation: tuple[Abbreviation, ...]
    symbol: tuple[IssuerSymbol, ...]
    lower_field: tuple[Words, ...]
    open_field: tuple[Words, ...]
    level: tuple[Words, ...]
    group: tuple[Words, ...]
    group_tail: tuple[Words, ...]
    post: tuple[Words, ...]
    person: tuple[Words, ...]
    rank: tuple[Words, ...]
    work: tuple[Words, ...]
    place: tuple[Place, ...]
    law: tuple[Words, ...]
    confusion: tuple[Confusion, ...]
    digit: tuple[Confusion, ...]
    letter: tuple[LookAlike, ...]

    def phrases(self, *kinds: PhraseKind) -> tuple[tuple[str, PhraseKind], ...]:
        """All words of these kinds, each with its kind."""
        return tuple(
            (word, row.kind) for row in self.phrase if row.kind in kinds for word in row.words
        )

    def words(self, kind: PhraseKind) -> frozenset[str]:
        """All words of one kind."""
        return frozenset(word for word, _ in self.phrases(kind))

    def organ_of(self, letters: str) -> str | None:
        """
        The organ that letters in a symbol stand for, None where the lexicon doesn't know.

        >>> load_lexicon().organ_of("TTg")
        'Thủ tướng Chính phủ'
        """
        return next((row.organ for row in self.symbol if row.letters == letters), None)


TABLES = ("document_types", "agencies", "phrases", "places", "laws", "confusions")


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The lexicon of the package; a row that breaks its form raises ValidationError."""
    tables: dict[str, object] = {}
    for name in TABLES:
        tables |= tomllib.loads(files("nlp.lexicon").joinpath(f"{name}.toml").read_text("utf-8"))
    return Lexicon.model_validate(tables)


@lru_cache(maxsize=1)
def load_certainty() -> dict[str, Certainty]:
    """The measured lines of the fields of tasks, by the name of the field."""
    rows = tomllib.loads(files("nlp.lexicon").joinpath("certainty.toml").read_text("utf-8"))
    lines = (Certainty.model_validate(row) for row in rows["certainty"])
    return {line.field: line for line in lines}


@lru_cache(maxsize=1)
def load_groups() -> tuple[GroupOfOrgans, ...]:
    """Words for groups of organs, with the heads of those that they mean."""
    rows = tomllib.loads(files("nlp.lexicon").joinpath("groups.toml").read_text("utf-8"))
    return tuple(GroupOfOrgans.model_validate(row) for row in rows["group"])
