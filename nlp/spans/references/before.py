"""What stands before a cited document: its relation; issuer and date of an active sentence."""

from dataclasses import dataclass
from datetime import date

from nlp.lexicon.schema import PhraseKind, load_lexicon
from nlp.spans.agencies.parse import parse_agency
from nlp.spans.damage import differs_little
from nlp.spans.dates.calendar import make_day
from nlp.spans.dates.days import parse_day
from nlp.spans.numerals import parse_numeral
from nlp.spans.references.askers import find_asker
from nlp.spans.references.leads import TYPE_NAMES
from nlp.spans.references.tail import line_of
from nlp.spans.span import Relation
from nlp.spans.tokens import BarePhrases, Phrases, Tokens, low_at

LEXICON = load_lexicon()
STATED: dict[PhraseKind, Relation] = {
    "basis": "basis",
    "implements": "implements",
    "amends": "amends",
    "replaces": "replaces",
    "attached_to": "attached_to",
    "replies_to": "replies_to",
}
RELATIONS: Phrases[PhraseKind] = Phrases(LEXICON.phrases(*STATED))
BARE_RELATIONS: Phrases[PhraseKind] = BarePhrases(
    row for row in LEXICON.phrases(*STATED) if " " in row[0]
)
SPOKEN_OF: Phrases[PhraseKind] = BarePhrases(LEXICON.phrases("spoken_of"))
BRIDGES: Phrases[PhraseKind] = Phrases(LEXICON.phrases("bridge"))
PASSIVES: Phrases[PhraseKind] = Phrases(LEXICON.phrases("passive"))
SAYINGS: Phrases[PhraseKind] = Phrases(LEXICON.phrases("saying"))
DONE_IN: Phrases[PhraseKind] = Phrases(LEXICON.phrases("done_in"))
MOST_BRIDGES = 8
MOST_TYPE_WORDS = 8
ISSUING = Phrases(LEXICON.phrases("issuing"))
MOST_NAME = 14
MOST_DATE = 9
MOST_TOPIC = 40  # words between what an organ says and the document that carries it
MOST_DAMAGED = 6  # words of a type that may stand between a cue and a number
SPECKS = frozenset("'’`´~|")
MOST_BRACKETED = 40
MOST_BESIDE = 14
MIN_REST = 2  # letters of a cut word that still tell it


@dataclass(frozen=True, slots=True)
class Head:
    """What an active sentence says before a document: `Ngày 05/3/2020 Bộ Nội vụ ban hành …`."""

    issuer: str
    day: date | None = None
    date_tokens: tuple[int, int] | None = None


def read_head(tokens: Tokens, text: str, index: int) -> Head | None:
    """Issuer and date that stand before `ban hành`; None where it is not so introduced."""
    said = _said_by(tokens, index)
    if said:
        return Head(line_of(tokens, text, said[1], said[2]))
    organ = find_asker(tokens, index) or _done_by(tokens, index)
    if organ:
        return Head(line_of(tokens, text, *organ))
    issued = ISSUING.match_before(tokens, index) or _heard(tokens, index)
    if issued is None:
        return None
    for start in range(max(0, issued[0] - MOST_NAME), issued[0]):
        named = parse_agency(tokens, start) if tokens[start].is_capital else None
        if named and named.end == issued[0]:
            issuer = line_of(tokens, text, start, named.end)
            dated = _date_before(tokens, start)
            return Head(issuer, *dated) if dated else Head(issuer)
    return None


def _done_by(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The tokens of the organ of `được UBND tỉnh phê duyệt tại` + `Quyết định số …`."""
    at = low_at(tokens, index - 1) == "tại"
    done = DONE_IN.match_before(tokens, index - 1) if at else None
    if done is None:
        return None
    for start in range(max(1, done[0] - MOST_NAME), done[0]):
        if low_at(tokens, start - 1) == "được" and tokens[start].is_capital:
            named = parse_agency(tokens, start)
            if named and named.end == done[0]:
                return start, done[0]
    return None


def _said_by(tokens: Tokens, index: int) -> tuple[int, int, int] | None:
    """
    Whose word a document carries: `ý kiến chỉ đạo của UBND tỉnh tại` + `Văn bản số …`.

    Where the words begin, and the tokens of the organ.
    """
    if low_at(tokens, index - 1) != "tại":
        return None
    for start in range(max(2, index - MOST_NAME), index - 1):
        if low_at(tokens, start - 1) == "của" and tokens[start].is_capital:
            named = parse_agency(tokens, start)
            word = SAYINGS.match_before(tokens, start - 1)
            at = word[0] if word else _said_of(tokens, start - 1)
            at = _said_again(tokens, start - 1) if at is None else at
            if named and named.end == index - 1 and at is not None:
                return at, start, named.end
    return _said_about(tokens, index)


def _said_about(tokens: Tokens, index: int) -> tuple[int, int, int] | None:
    """The same of `chỉ đạo của UBND tỉnh về việc cấp nước tại` + `Công văn số …`."""
    for start in range(index - 2, max(1, index - MOST_TOPIC), -1):
        if tokens[start].text in {".", ";", ":", "("}:
            return None
        word = SAYINGS.match_before(tokens, start) if low_at(tokens, start) == "của" else None
        named = parse_agency(tokens, start + 1) if word else None
        if word and named and low_at(tokens, named.end) == "về":
            return word[0], start + 1, named.end
    return None


def _said_again(tokens: Tokens, index: int) -> int | None:
    """Where `của Sở B tại` begins that goes on with `chỉ đạo của UBND tỉnh tại … và`."""
    if low_at(tokens, index - 1) != "và":
        return None
    for start in range(index - 2, max(0, index - MOST_TOPIC), -1):
        if tokens[start].text in {".", ";", ":"}:
            return None
        if low_at(tokens, start) == "của" and SAYINGS.match_before(tokens, start):
            return index
    return None


def _said_of(tokens: Tokens, index: int) -> int | None:
    """Where the word begins, with what it is of: `(Thực hiện) hướng dẫn nhiệm vụ năm học`."""
    for start in range(index - 1, max(0, index - MOST_NAME), -1):
        if tokens[start].text in {",", ";", ".", ":"}:
            return None
        word = SAYINGS.match(tokens, start)
        if word and RELATIONS.match_before(tokens, start):
            return start
    return None


def _heard(tokens: Tokens, index: int) -> tuple[int, None] | None:
    """Where `báo cáo tại`, `báo cáo (` begins before a report: `nghe X báo cáo (Báo cáo số …)`."""
    words = [low_at(tokens, index - k) for k in (3, 2, 1)]
    is_report = words[:2] == ["báo", "cáo"] and words[2] in {"tại", "("}
    return (index - 3, None) if is_report else None


def _date_before(tokens: Tokens, index: int) -> tuple[date, tuple[int, int]] | None:
    """The day right before an organ, whose `ngày` a stamp may hide, and its tokens."""
    end = index - (low_at(tokens, index - 1) == ",")
    for start in range(max(0, end - MOST_DATE), end):
        found = parse_day(tokens, start + (low_at(tokens, start) == "ngày"))
        if found and found[0] == end and found[1].month and found[1].year:
            day = make_day(found[1].day, found[1].month, found[1].year)
            return (day, (start, end)) if day else None
    return None


def read_relation(tokens: Tokens, index: int) -> Relation | None:
    """The relation that the words right before a document state, None where they state none."""
    said = _said_by(tokens, index)
    at = said[0] if said else index
    for _ in range(MOST_BRIDGES):
        found = RELATIONS.match_before(tokens, at)
        if found:
            return _directed(tokens, found, at)
        bridge = BRIDGES.match_before(tokens, at)
        if bridge is None:
            damaged = BARE_RELATIONS.match_before(tokens, at)
            if damaged:
                return _directed(tokens, damaged, at)
            return _announced(tokens, index) or _damaged_relation(tokens, at)
        at = bridge[0]
    return None


def joined_saying(tokens: Tokens, index: int) -> int | None:
    """Where `và ý kiến chỉ đạo của UBND tỉnh tại` begins behind its `và` or `;`."""
    said = _said_by(tokens, index)
    is_joined = said is not None and low_at(tokens, said[0] - 1) in {"và", ";"}
    return said[0] if said and is_joined else None


def read_relation_bracketed(tokens: Tokens, index: int, code: str | None) -> Relation | None:
    """The relation of `Thực hiện Chương trình công tác năm 2019 (` before a programme.

    The bracket tells the number of the document whose name the relation stands before.
    """
    if low_at(tokens, index - 1) != "(" or code is None:
        return None
    for start in range(index - 2, max(-1, index - MOST_BRACKETED), -1):
        if tokens[start].text in {".", ";", ":"}:
            return None
        found = RELATIONS.match(tokens, start) if tokens[start].is_capital else None
        named = TYPE_NAMES.match(tokens, found[0]) if found else None
        if found and named and named[1] == code:
            return STATED.get(found[1])
    return None


def read_relation_beside(tokens: Tokens, index: int) -> Relation | None:
    """The relation of `Thực hiện Chương trình công tác năm 2016 và` before a document."""
    is_joined = low_at(tokens, index - 1) in {"và", ","}
    for start in range(index - 2, max(-1, index - MOST_BESIDE) if is_joined else index, -1):
        if not tokens[start].text.isalnum():
            return None
        found = RELATIONS.match(tokens, start) if tokens[start].is_capital else None
        if found and TYPE_NAMES.match(tokens, found[0]):
            return STATED.get(found[1])
    return None


def read_relation_far(tokens: Tokens, index: int) -> Relation | None:
    """The relation before words of a type that recognition damaged: `Thực hiện Dông điện số 5/…`.

    Asked only where a number stands without its type.
    """
    for at in range(index - 1, max(0, index - MOST_DAMAGED), -1):
        if not tokens[at].text.isalpha() and tokens[at].text not in SPECKS:
            return None
        found = RELATIONS.match_before(tokens, at)
        if found:
            return _directed(tokens, found, at)
    return None


def opens_item(tokens: Tokens, index: int) -> bool:
    """Whether a document, with its type word, begins an item behind a semicolon."""
    for start in range(index, max(0, index - MOST_TYPE_WORDS), -1):
        if low_at(tokens, start - 1) == ";":
            is_named = start == index or TYPE_NAMES.match(tokens, start) is not None
            return is_named and tokens[start].is_capital
    return False


def _announced(tokens: Tokens, index: int) -> Relation | None:
    """The relation of `Căn cứ để kiểm tra:` right before a document."""
    if low_at(tokens, index - 1) != ":":
        return None
    for start in range(index - 2, max(-1, index - MOST_BRIDGES), -1):
        found = RELATIONS.match(tokens, start) if tokens[start].is_capital else None
        if found:
            return "basis" if found[1] == "basis" else None
        if not tokens[start].text.isalpha():
            return None
    return None


def _directed(tokens: Tokens, found: tuple[int, PhraseKind], end: int) -> Relation:
    """The relation of the cue in tokens[found[0]:end]; `(sửa đổi tại …)` is passive."""
    start, kind = found
    if kind == "attached_to" and _follows_a_name(tokens, start):
        return "mentions"
    if kind == "implements" and low_at(tokens, start) == "theo":
        earlier = RELATIONS.match_before(tokens, start)
        if earlier and earlier[1] in {"amends", "replaces"}:
            start, kind = earlier
    if kind in {"amends", "replaces"} and (
        PASSIVES.match_before(tokens, start)
        or low_at(tokens, start - 1) in {"được", "bị", "("}
        or low_at(tokens, end) in {"tại", "bởi"}
    ):
        return "mentions"
    is_spoken_of = kind == "implements" and SPOKEN_OF.match_before(tokens, start) is not None
    return "mentions" if is_spoken_of else STATED.get(kind, "mentions")


def _follows_a_name(tokens: Tokens, index: int) -> bool:
    """True for `Biểu số 01 ban hành kèm theo …`: another paper is attached, not this one."""
    return low_at(tokens, index) == "ban" and (
        parse_numeral(tokens, index - 1) is not None and not tokens[index].is_capital
    )


def _damaged_relation(tokens: Tokens, index: int) -> Relation | None:
    """The relation of the two words that begin a text, damaged.

    The first letters are lost at the edge of a page (`ực hiện`), or a letter is wrong in one word
    (`Thực biện`).
    """
    if index != len(("thực", "hiện")) or len(tokens[0].low) < MIN_REST:
        return None
    first, second = low_at(tokens, 0), low_at(tokens, 1)
    kinds: set[PhraseKind] = set()
    for phrase, kind in LEXICON.phrases(*STATED):
        words = phrase.split()
        if len(words) != index:
            continue
        is_near = (words[0] == first and differs_little(words[1], second)) or (
            words[1] == second and differs_little(words[0], first)
        )
        if phrase.endswith(f"{first} {second}") or is_near:
            kinds.add(kind)
    return STATED.get(kinds.pop()) if len(kinds) == 1 else None
