"""Every row says what it is for: its examples must be read so, its non-examples must not."""

from collections.abc import Callable
from datetime import date

import pytest

from nlp.geometry import Box
from nlp.lexicon.schema import Lexicon, Phrase, Row, load_lexicon
from nlp.reading.page import Passage, PlacedWord, Word
from nlp.spans.agencies.find import find_agencies
from nlp.spans.agencies.words import PLACES, canonical_name
from nlp.spans.dates.find import find_dates
from nlp.spans.keywords import is_keyword
from nlp.spans.numerals import parse_numeral
from nlp.spans.references.find import find_references
from nlp.spans.references.symbols import parse_document_number
from nlp.spans.roles import find_cues
from nlp.spans.span import AgencyMention, DateMention, ReferenceMention
from nlp.spans.tokens import tokenize
from nlp.statements.duties.actions import find_action, opens_with_action
from nlp.statements.duties.headed import headed_chain
from nlp.statements.heading.symbol import looks_like
from nlp.statements.marked import MarkedPassage
from nlp.statements.purposes import aim_clause

LEXICON = load_lexicon()
Reading = Callable[[Row, str], bool]


def references(text: str) -> list[ReferenceMention]:
    return [span.value for span in find_references(tokenize(text), text)]


def dates(text: str) -> list[DateMention]:
    return [span.value for span in find_dates(tokenize(text), date(2020, 1, 1))]


def cues(text: str) -> list[str]:
    return [span.value.kind for span in find_cues(tokenize(text))]


def opens_with_board(text: str) -> bool:
    whole = PlacedWord(0, len(text), 1, Word(text, Box(0, 0, 1, 1), 1.0, text))
    marked = MarkedPassage(Passage(text, (whole,)), find_agencies(tokenize(text), text))
    return headed_chain(marked, 0, len(text), "board") is not None


def whole_agency(text: str) -> AgencyMention | None:
    return next(
        (
            s.value
            for s in find_agencies(tokenize(text), text)
            if (s.start, s.end) == (0, len(text))
        ),
        None,
    )


def reads_type(row: Row, text: str) -> bool:
    return any(found.type == row.code for found in references(text))


def reads_agency(_row: Row, text: str) -> bool:
    return bool(find_agencies(tokenize(text), text))


def reads_field(_row: Row, text: str) -> bool:
    return any(text.startswith(s.value.canonical[:4]) for s in find_agencies(tokenize(text), text))


def reads_abbreviation(row: Row, text: str) -> bool:
    short, _, full = text.partition(" = ")
    return short in row.short and full == row.full == canonical_name(short)


def reads_symbol(row: Row, text: str) -> bool:
    return row.letters in text and LEXICON.organ_of(row.letters) == row.organ


def reads_place(row: Row, text: str) -> bool:
    tokens = tokenize(text)
    level = len(tokenize(row.level))
    found = PLACES.match(tokens, level)
    return found is not None and found[0] == len(tokens)


def reads_law(_row: Row, text: str) -> bool:
    found = references(text)
    return (
        bool(found)
        and found[0].type in {"L", "PL"}
        and found[0].subject == text.partition(" ")[2].removeprefix("lệnh ")
    )


def reads_confusion(row: Row, text: str) -> bool:
    number = parse_document_number(tokenize(text), 0, is_led=True)
    return number is not None and number.is_suspicious and row.right in number.symbol


def reads_digit(row: Row, text: str) -> bool:
    numeral = parse_numeral(tokenize(text), 0)
    return numeral is not None and numeral.is_suspicious and row.right in numeral.digits


def reads_letter(_row: Row, text: str) -> bool:
    return looks_like(*text.split(" = "))


def ends_before_its_verb(text: str) -> bool:
    organ = find_agencies(tokenize(text), text)[0]
    return len(text[organ.start : organ.end].split()) < len(text.split()) - 1


READINGS: dict[str, Reading] = {
    "type": reads_type,
    "generic": lambda _row, text: bool(references(text)),
    "head": reads_agency,
    "field": reads_field,
    "lower_field": lambda _row, text: whole_agency(text) is not None,
    "open_field": lambda _row, text: whole_agency(text) is not None,
    "level": lambda _row, text: whole_agency(text) is not None,
    "group": lambda _row, text: whole_agency(text) is not None,
    "group_tail": lambda _row, text: whole_agency(text) is not None,
    "post": reads_agency,
    "person": reads_agency,
    "rank": lambda _row, text: whole_agency(text) is not None,
    "work": lambda _row, text: whole_agency(text) is not None,
    "abbreviation": reads_abbreviation,
    "symbol": reads_symbol,
    "place": reads_place,
    "law": reads_law,
    "confusion": reads_confusion,
    "digit": reads_digit,
    "letter": reads_letter,
}
OPERATORS = frozenset({"before", "by", "within", "from"})
RELATIONS = frozenset({"basis", "implements", "amends", "replaces", "attached_to", "replies_to"})
CUES = frozenset(
    {"assign", "lead", "support", "duty", "request", "report", "condition", "background"}
)
ANCHORS = {
    "since": {"receipt", "signing", "other"},
    "received": {"receipt", "other"},
    "signed": {"signing"},
    "directive": {"receipt"},
}
OTHER_KINDS: dict[str, Callable[[str], bool]] = {
    "saying": lambda text: any(found.issuer == "UBND tỉnh" for found in references(text)),
    "done_in": lambda text: any(found.issuer == "UBND tỉnh" for found in references(text)),
    "issuing": lambda text: any(found.issuer == "Bộ Nội vụ" for found in references(text)),
    "spoken_of": lambda text: any(found.cue == "mentions" for found in references(text)),
    "passive": lambda text: any(found.cue == "mentions" for found in references(text)),
    "bridge": lambda text: any(found.cue is not None for found in references(text)),
    "not_assign_after": lambda text: "assign" not in cues(text),
    "not_assign_before": lambda text: "assign" not in cues(text),
    "not_request_before": lambda text: "request" not in cues(text),
    "subject": lambda text: any(found.subject is not None for found in references(text)),
    "law_end": lambda text: references(text)[0].subject == "Đo lường",
    "law_break": lambda text: references(text)[0].subject == "Đo lường",
    "law_not_name": lambda text: not references(text),
    "aim": lambda text: aim_clause(text, find_agencies(tokenize(text), text)) is not None,
    "aim_of_before": lambda text: aim_clause(text, find_agencies(tokenize(text), text)) is None,
    "action": opens_with_action,
    "board": opens_with_board,
    "board_work": lambda text: any(
        found.end == len(text) for found in find_agencies(tokenize(text), text) if not found.start
    ),
    "thing": lambda text: not opens_with_action(text) and find_action(text, 0) is None,
    "verb_stop": ends_before_its_verb,
    "verbal_field": ends_before_its_verb,
    "commonplace": lambda text: not is_keyword(text),
    "law_amending": lambda text: references(text)[0].subject.startswith("sửa đổi"),
}


def reads_phrase(kind: str, text: str) -> bool:
    if kind in OPERATORS:
        return any(found.operator == kind for found in dates(text))
    if kind in RELATIONS:
        return any(found.cue == kind for found in references(text))
    if kind in CUES:
        return kind in cues(text)
    if kind in ANCHORS:
        return any(found.anchor in ANCHORS[kind] for found in dates(text))
    if kind in {"horizon", "vague"}:
        return any(found.kind == kind for found in dates(text))
    return OTHER_KINDS[kind](text)


def readable(row: Row) -> bool:
    return not (isinstance(row, Phrase) and row.kind in {"name_stop", "acting", "splits_off"})


ROWS = [
    (table, row)
    for table in Lexicon.model_fields
    for row in getattr(LEXICON, table)
    if readable(row)
]
CASES = [(table, row, text) for table, row in ROWS for text in row.examples]
NON_CASES = [(table, row, text) for table, row in ROWS for text in row.non_examples]


def is_read(table: str, row: Row, text: str) -> bool:
    return reads_phrase(row.kind, text) if isinstance(row, Phrase) else READINGS[table](row, text)


@pytest.mark.parametrize(
    ("table", "row", "text"), CASES, ids=[f"{t}-{text}" for t, _, text in CASES]
)
def test_an_example_is_read_as_its_row_says(table, row, text):
    assert is_read(table, row, text)


@pytest.mark.parametrize(
    ("table", "row", "text"), NON_CASES, ids=[f"{t}-{text}" for t, _, text in NON_CASES]
)
def test_a_non_example_is_not_read_so(table, row, text):
    assert not is_read(table, row, text)


def test_names_end_where_an_order_starts():
    (span,) = find_agencies(
        tokenize("Trung tâm Hỗ trợ nông dân có trách nhiệm"),
        "Trung tâm Hỗ trợ nông dân có trách nhiệm",
    )
    assert span.value.canonical == "Trung tâm Hỗ trợ nông dân"


def test_a_subject_ends_where_the_issuer_goes_on_to_act():
    order = "Thực hiện Kế hoạch số 15/KH-UBND của UBND huyện về công tác dân vận"
    text = order + ", UBND xã Tề Lỗ ban hành kế hoạch"
    assert references(text)[0].subject == "công tác dân vận"
