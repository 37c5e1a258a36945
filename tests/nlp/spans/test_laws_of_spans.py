"""What holds for every text: spans lie inside, numbers read as written, nothing is lost."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.lexicon.schema import load_lexicon
from nlp.spans.dates.find import find_dates
from nlp.spans.load import load_marker
from nlp.spans.references.find import find_references
from nlp.spans.references.symbols import parse_document_number
from nlp.spans.tokens import split_pieces, tokenize

CODES = sorted({row.symbols[0] for row in load_lexicon().type if len(row.symbols[0]) > 1})
ORGANS = sorted(row.letters for row in load_lexicon().symbol)
WORDS = (
    "Thực hiện", "Căn cứ", "Luật", "Kế hoạch số", "15/KH-UBND", "/", "-", "số", "ngày", "tháng",
    "năm", "2018", "12", "(", ")", ",", ";", "của", "UBND tỉnh", "và", "từ", "đến", "quý", "II",
    "Điều 5", "trước", "hằng", "kể từ ngày ký", "05 (năm) ngày làm việc", "…", "thứ Hai",
)  # fmt: skip
fragments = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
texts = st.one_of(st.text(max_size=120), fragments)


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """A document number in one of the usual forms."""
    figure = draw(st.integers(1, 9999))
    digits = draw(st.sampled_from([f"{figure}", f"{figure:02d}"]))
    code, organ = draw(st.sampled_from(CODES)), draw(st.sampled_from(ORGANS))
    year = draw(st.integers(1990, 2030))
    return draw(
        st.sampled_from(
            [
                f"{digits}/{code}-{organ}",
                f"{digits}-{code}/{organ}",
                f"{digits}/{year}/{code}-{organ}",
            ]
        )
    )


@settings(deadline=None)
@given(texts)
def test_the_pieces_of_a_text_joined_give_the_text(text):
    assert "".join(split_pieces(text)) == text


@settings(deadline=None)
@given(texts, st.none() | st.dates(date(1990, 1, 1), date(2030, 12, 31)))
def test_every_span_lies_inside_the_text_and_holds_something(text, issued):
    (marked,) = load_marker().mark([text], issued)
    for span in marked.spans:
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip()
        assert 0 <= span.confidence <= 1


@settings(deadline=None)
@given(numbers())
def test_a_number_is_read_as_it_is_written(number):
    found = parse_document_number(tokenize(number), 0, is_led=True)
    assert found is not None
    assert found.number == number
    assert found.end == len(tokenize(number))


@settings(deadline=None)
@given(numbers(), st.sampled_from(["Căn cứ", "theo", "tại", "nêu trong"]))
def test_a_number_in_a_sentence_is_found_once(number, words):
    found = find_references(
        tokenize(f"{words} Văn bản số {number}."), f"{words} Văn bản số {number}."
    )
    assert [span.value.number for span in found] == [number]


@settings(deadline=None)
@given(fragments, fragments)
def test_a_paragraph_more_loses_no_earlier_reference(first, second):
    alone = find_references(tokenize(first), first)
    both = first + ".\n\n" + second
    kept = {span.value.number for span in find_references(tokenize(both), both)}
    assert {span.value.number for span in alone if span.value.number} <= kept


@settings(deadline=None)
@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_a_day_is_read_as_it_is_written(day):
    forms = (
        f"ngày {day.day:02d}/{day.month}/{day.year}",
        f"ngày {day.day:02d} tháng {day.month:02d} năm {day.year}",
        f"trước ngày {day.day}-{day.month}-{day.year}",
    )
    for form in forms:
        (span,) = find_dates(tokenize(form), None)
        assert (span.value.start, span.value.end) == (day, day)
