"""Where sentences begin and end inside a paragraph."""

import re

_END = re.compile(r"[.!?…](?:/\.)?[”\"’)]?\s+(?=[\"“(]?[A-ZĐÀ-ỸĂÂÊÔƠƯ])")
_ABBREVIATIONS = re.compile(
    r"(?:^|[\s(.])(?:TP|Tp|tp|TX|TT|ThS|TS|PGS|GS|BS|BSCKI|BSCKII|CKI|CKII|DS|ĐD|CN|KS|Q|P|H|T|Đ/c|VD|vd)$"
)


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The start and end of each sentence, in order, without the blanks between them.

    >>> split_sentences("Giao Sở A. Giao TP. Huế rà soát.")
    ((0, 10), (11, 32))
    """
    spans, start = [], 0
    for mark in _END.finditer(text):
        if _ABBREVIATIONS.search(text[start : mark.start()]):
            continue
        spans.append((start, mark.end() - (mark.end() - len(text[: mark.end()].rstrip()))))
        start = mark.end()
    if text[start:].strip():
        spans.append((start, len(text.rstrip())))
    return tuple(spans)
