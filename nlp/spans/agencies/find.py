"""Organs in running text and in the cells of a table."""

from nlp.lexicon.schema import load_lexicon
from nlp.spans.agencies.parse import parse_agency
from nlp.spans.agencies.words import Named, mention_of
from nlp.spans.span import Span
from nlp.spans.tokens import Phrases, Tokens, low_at, tokenize

SEPARATORS = frozenset({",", "và", "&", "+", "/"})
OPENERS = Phrases(load_lexicon().phrases("splits_off"))
RULES = {
    "agency": "agency.organ",
    "group": "agency.group",
    "person": "agency.person",
    "post": "agency.post",
}


def find_agencies(tokens: Tokens, text: str) -> tuple[Span, ...]:
    """Organs, groups, posts and people of a text, in order, none inside another."""
    spans: list[Span] = []
    index = 0
    while index < len(tokens):
        named = None if _is_in_symbol(tokens, index) else parse_agency(tokens, index)
        if named is None:
            index += 1
            continue
        spans.append(make_span(tokens, text, index, named))
        index = named.end
    return tuple(spans)


def _is_in_symbol(tokens: Tokens, index: int) -> bool:
    """True for the letters of an organ inside a number: 15/KH-UBND."""
    return tokens[index].is_glued and low_at(tokens, index - 1) in {"/", "-", "&"}


def make_span(tokens: Tokens, text: str, index: int, named: Named) -> Span:
    """Span of a name that starts at token `index`."""
    start, end = tokens[index].start, tokens[named.end - 1].end
    mention = mention_of(" ".join(text[start:end].split()), named)
    return Span(start, end, mention, named.confidence, RULES[mention.kind])


def split_agencies(text: str) -> tuple[str, ...]:
    """
    The units that a phrase or a cell names, as printed; names under a common head stay one.

    >>> split_agencies("Sở Kế hoạch và Đầu tư, Sở Tài chính và Văn phòng UBND tỉnh")
    ('Sở Kế hoạch và Đầu tư', 'Sở Tài chính', 'Văn phòng UBND tỉnh')
    >>> split_agencies("Đối với UBND các xã Yên Đồng, Tề Lỗ; Công an huyện")
    ('UBND các xã Yên Đồng, Tề Lỗ', 'Công an huyện')
    """
    tokens = tokenize(text)
    cuts = [_skip_opener(tokens)]
    pieces: list[tuple[int, int]] = []
    index = cuts[0]
    start = index
    while index < len(tokens):
        named = parse_agency(tokens, index)
        if named:
            index = named.end
        width = _cut_width(tokens, index)
        if width:
            pieces.append((start, index))
            start = index = index + width
        elif named is None:
            index += 1
    pieces.append((start, len(tokens)))
    found = (_clean(tokens, text, first, last) for first, last in pieces)
    return tuple(piece for piece in found if piece)


def _skip_opener(tokens: Tokens) -> int:
    opener = OPENERS.match(tokens, 0)
    end = opener[0] if opener else 0
    return end + (low_at(tokens, end) == ":")


def _cut_width(tokens: Tokens, index: int) -> int:
    """
    Number of separating tokens at `index` behind which another unit starts.

    0 where nothing is to be cut.
    """
    if low_at(tokens, index) == ";":
        return 2 if low_at(tokens, index + 1) == "và" else 1
    if low_at(tokens, index) not in SEPARATORS:
        return 0
    width = 2 if low_at(tokens, index) == "," and low_at(tokens, index + 1) == "và" else 1
    return width if parse_agency(tokens, index + width) else 0


def _clean(tokens: Tokens, text: str, first: int, last: int) -> str:
    while last > first and tokens[last - 1].text in {".", ";", ",", ":", "-"}:
        last -= 1
    while last > first and tokens[first].text in {"-", "+", "–", ",", ";", "*", "•"}:
        first += 1
    return (
        " ".join(text[tokens[first].start : tokens[last - 1].end].split()) if last > first else ""
    )
