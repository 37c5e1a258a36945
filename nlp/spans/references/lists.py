"""Documents cited together: ranges filled, and what the last of a list states for all."""

from dataclasses import replace

from nlp.spans.references.cited import Cited
from nlp.spans.tokens import Tokens, low_at

CHAIN = frozenset({",", ";", "và", "các", "-", "+"})
AMENDED = frozenset(
    ["được", "đã", "sửa", "đổi", "bổ", "sung", "thay", "thế", "tại", "bởi", "bằng"]
)
MOST_IN_RANGE = 100


def is_range(tokens: Tokens, first: Cited, last: Cited) -> bool:
    """True for `từ Quyết định số 101/QĐ-UBND đến Quyết định số 110/QĐ-UBND`."""
    return (
        low_at(tokens, first.start - 1) == "từ"
        and first.end == last.start - 1
        and low_at(tokens, first.end) == "đến"
    )


def fill_range(first: Cited, last: Cited) -> tuple[Cited, ...]:
    """The documents between two of the same symbol; their tokens are those of `đến …`."""
    head, _, symbol = (first.value.number or "").partition("/")
    tail, _, other = (last.value.number or "").partition("/")
    if (
        symbol != other
        or not (head.isdigit() and tail.isdigit())
        or not 1 < int(tail) - int(head) <= MOST_IN_RANGE
    ):
        return ()
    between = range(int(head) + 1, int(tail))
    return tuple(
        replace(
            first,
            start=first.end,
            end=last.end,
            reach=last.end,
            rule="reference.range",
            confidence=0.7,
            date_tokens=None,
            value=replace(
                first.value,
                number=f"{n:0{len(head)}d}/{symbol}",
                date=None,
                issuer=last.value.issuer,
            ),
        )
        for n in between
    )


def share_backward(tokens: Tokens, cited: tuple[Cited, ...]) -> tuple[Cited, ...]:
    """The same, an issuer given to those before it in a list; a date too behind `cùng ngày`.

    Documents share an issuer only where the letters of their organ are the same.
    """
    shared = list(cited)
    for at in range(len(shared) - 1, 0, -1):
        one, last = shared[at - 1], shared[at]
        if not _is_joined(tokens, one, last) or _organ(one) != _organ(last):
            continue
        value = one.value
        if value.issuer is None and last.value.issuer is not None:
            value = replace(value, issuer=last.value.issuer, is_short=False)
        same_day = last.date_tokens is not None and low_at(tokens, last.date_tokens[0]) == "cùng"
        if value.date is None and same_day:
            value = replace(value, date=last.value.date, is_short=False)
        shared[at - 1] = replace(one, value=value)
    return _share_forward(tokens, shared)


def _share_forward(tokens: Tokens, cited: list[Cited]) -> tuple[Cited, ...]:
    """The same, an issuer told before a list given to the later ones of its organ.

    `chỉ đạo của UBND tỉnh tại Chỉ thị số 2/CT-UBND và Công văn số 19/UBND-KT`.
    """
    for at in range(1, len(cited)):
        one, last = cited[at - 1], cited[at]
        is_told = one.value.issuer is not None and last.value.issuer is None
        if is_told and _is_joined(tokens, one, last) and _maker(one) == _maker(last):
            value = replace(last.value, issuer=one.value.issuer, is_short=False)
            cited[at] = replace(last, value=value)
    return tuple(cited)


def _is_joined(tokens: Tokens, one: Cited, last: Cited) -> bool:
    """True where only `,`, `và` or `được sửa đổi, bổ sung tại` stands between two documents."""
    between = range(one.end, last.start)
    if one.reach > one.end or not one.value.number or not last.value.number:
        return False
    return all(low_at(tokens, k) in (CHAIN - {";"}) | AMENDED for k in between)


def _maker(cited: Cited) -> str:
    """The letters of the organ of a document: UBND of 2/CT-UBND and of 19/UBND-KT."""
    first, _, second = (cited.value.number or "").rpartition("/")[2].partition("-")
    return first if cited.value.type == "CV" else second


def _organ(cited: Cited) -> tuple[str | None, str]:
    """Type and organ of a document: `TT` and `BGDĐT` of 15/2020/TT-BGDĐT."""
    return cited.value.type, (cited.value.number or "").rpartition("/")[2].partition("-")[2]
