"""The words of which names of organs are made, as tables of phrases."""

from collections.abc import Iterable
from dataclasses import dataclass

from nlp.lexicon.compounds import known_pairs
from nlp.lexicon.schema import Needs, Words, load_lexicon
from nlp.spans.span import AgencyMention
from nlp.spans.tokens import BarePhrases, Phrases, Tokens, low_at

LEXICON = load_lexicon()
MIN_LETTERS = 3


def table(rows: Iterable[Words]) -> Phrases[str]:
    """Phrases of these rows, each its own value."""
    return Phrases((word, word) for row in rows for word in row.words)


HEADS: Phrases[Needs] = Phrases((word, row.needs) for row in LEXICON.head for word in row.words)
FIELDS = table(LEXICON.field)
DAMAGED_FIELDS = BarePhrases(
    (word, word)
    for row in LEXICON.field
    for word in row.words
    if " " in word and len(word) > MIN_LETTERS
)
LOWER_FIELDS = table(LEXICON.lower_field)
OPEN_FIELDS = table(LEXICON.open_field)
LEVELS = table(LEXICON.level)
GROUPS = table(LEXICON.group)
VERBAL_FIELDS = Phrases(LEXICON.phrases("verbal_field"))
NOUN_FIELDS = Phrases(
    (word, word)
    for row in LEXICON.field
    for word in row.words
    if " " in word
    and word.casefold() not in LEXICON.words("action") | LEXICON.words("verbal_field")
)
GROUP_TAILS = table(LEXICON.group_tail)
POSTS = table(LEXICON.post)
PERSONS = table(LEXICON.person)
RANKS = table(LEXICON.rank)
WORKS = table(LEXICON.work)
PLACES = Phrases((name, name) for row in LEXICON.place for name in row.names)
ABBREVIATIONS = tuple((short, row.full) for row in LEXICON.abbreviation for short in row.short)
PLURALS = frozenset({"các", "những", "mọi", "mỗi"})
CUES = Phrases(
    LEXICON.phrases(
        "assign",
        "lead",
        "support",
        "duty",
        "request",
        "report",
        "condition",
        "implements",
        "basis",
        "passive",
    )
)
ACTIONS = Phrases(LEXICON.phrases("action"))
DOCUMENTS = Phrases((name, row.code) for row in LEXICON.type for name in row.names)
STOPS = LEXICON.words("name_stop")
VERB_STOPS = LEXICON.words("verb_stop")


@dataclass(frozen=True, slots=True)
class Named:
    """A name up to before token `end`."""

    end: int
    kind: str
    confidence: float = 0.9

    def at_end(self, end: int) -> "Named":
        """The same, ending later."""
        return Named(end, self.kind, self.confidence)


def is_stop(tokens: Tokens, index: int) -> bool:
    """True for a word that no name goes on with: `có`, `thẩm` of a duty, no `bồi thường`."""
    low = low_at(tokens, index)
    if low not in VERB_STOPS or tokens[index].is_capital:
        return low in STOPS
    action = ACTIONS.match(tokens, index)
    if action and action[0] > index + 1:
        return True
    return not (is_compound(tokens, index) or is_compound(tokens, index + 1))


def is_compound(tokens: Tokens, index: int) -> bool:
    """True for a syllable that makes a compound with the one before it: `công` + `trình`."""
    return (low_at(tokens, index - 1), low_at(tokens, index)) in known_pairs()


def is_name_token(tokens: Tokens, index: int) -> bool:
    """True for a word with a capital that may belong to a proper name."""
    return index < len(tokens) and tokens[index].text[0].isalpha() and tokens[index].is_capital


def parse_capitals(tokens: Tokens, index: int, most: int = 5) -> int:
    """End of a run of capitalised syllables that start no other organ: a place or a person."""
    place = PLACES.match(tokens, index)
    if place and is_name_token(tokens, index):
        return place[0]
    end = index
    while (
        end < min(index + most, len(tokens))
        and is_name_token(tokens, end)
        and not _breaks_name(tokens, end, index)
    ):
        end += 1 + 2 * _is_elided(tokens, end)
    return end


def _is_elided(tokens: Tokens, index: int) -> bool:
    """True for the `K` of K’Brời, H'Yên: letter, apostrophe and name are one."""
    if index + 2 >= len(tokens) or len(tokens[index].text) > 1:
        return False
    mark, name = tokens[index + 1], tokens[index + 2]
    return mark.text in {"'", "’"} and mark.is_glued and name.is_glued and name.is_capital


def parse_place(tokens: Tokens, index: int) -> int:
    """End of the name of a place, or of `quốc gia`; not of one capital that opens a sentence."""
    if (low_at(tokens, index), low_at(tokens, index + 1)) == ("quốc", "gia"):
        return index + 2
    end = parse_capitals(tokens, index)
    is_known = PLACES.match(tokens, index) is not None
    return index if not is_known and _opens_sentence(tokens, index, end) else end


def _opens_sentence(tokens: Tokens, index: int, end: int) -> bool:
    """True for one capitalised syllable that goes on in lower case: `Thẩm định`, no place."""
    return (
        end == index + 1
        and low_at(tokens, end).isalpha()
        and not tokens[end].is_capital
        and not is_stop(tokens, end)  # UBND thành phố Vinh và …
        and (LEVELS.match(tokens, end) is None)
    )


def _breaks_name(tokens: Tokens, index: int, first: int) -> bool:
    """True where an organ, an order or a document starts inside a run of capitals."""
    return (
        starts_organ(tokens, index, first)
        or CUES.match(tokens, index) is not None
        or DOCUMENTS.match(tokens, index) is not None
    )


def starts_organ(tokens: Tokens, index: int, first: int) -> bool:
    """True where an organ's head with its name starts inside a run of capitals."""
    head = HEADS.match(tokens, index)
    if head is None or index == first:
        return head is not None and (head[1] != "field" or _is_long_head(tokens, index, head[0]))
    return head[1] != "field" or (
        FIELDS.match(tokens, head[0]) is not None and is_name_token(tokens, head[0])
    )


def _is_long_head(tokens: Tokens, index: int, end: int) -> bool:
    """True for a head that goes on in lower case before its name: `Công ty` + `Khai thác …`."""
    return end > index + 1 and not tokens[index + 1].is_capital and is_name_token(tokens, end)


def canonical_name(text: str) -> str:
    """
    The full form of a name, its abbreviations written out.

    >>> canonical_name("Phòng LĐ-TB&XH")
    'Phòng Lao động - Thương binh và Xã hội'
    """
    for short, full in ABBREVIATIONS:
        at = text.find(short)
        before, behind = text[:at], text[at + len(short) :]
        if (
            at >= 0
            and not before[-1:].isalnum()
            and not (behind[:1].isalnum() or behind[:1] == "&")
        ):
            text = before + full + behind
    return text


def mention_of(text: str, named: Named) -> AgencyMention:
    """The value of a span."""
    kinds = {"agency", "group", "person", "post"}
    return AgencyMention(canonical_name(text), named.kind if named.kind in kinds else "agency")  # type: ignore[arg-type]


def match_field(tokens: Tokens, index: int) -> int | None:
    """End of a field at `index`, also with damaged diacritics; None where none stands there."""
    field = FIELDS.match(tokens, index)
    if field is None and is_name_token(tokens, index):
        field = DAMAGED_FIELDS.match(tokens, index)
    return field[0] if field else None


def is_plural(tokens: Tokens, index: int) -> bool:
    """True for `các`, `những`, `mọi`."""
    return low_at(tokens, index) in PLURALS
