"""The place in a document that a citation points at: `điểm a khoản 2 Điều 103 của`."""

import re

from nlp.spans.tokens import Tokens

PINPOINT = re.compile(
    r"""
    (?P<pinpoint>
      (?: (?:điểm|khoản|điều|mục|chương|phần|tiết|phụ\ lục|tiểu\ mục) \s+
          (?:\d+[a-zđ]?(?:\.\d+)*|[a-zđ]|[IVX]+) (?!\w)
          (?: (?:,\s*|\s+và\s+|\s+đến\s+) (?:\d+[a-zđ]?|[a-zđ]|[IVX]+) (?!\w) )*
          [,;\s]+ (?:và\s+|của\s+|tại\s+|thuộc\s+)?
      )+
    )$
    """,
    re.VERBOSE | re.IGNORECASE,
)
PINPOINT_REACH = 160


def read_pinpoint(tokens: Tokens, text: str, index: int) -> tuple[int, str | None]:
    """
    First token of `điểm a khoản 2 Điều 103 của` before a document, and its text.

    The document's own where none is.
    """
    if index == 0:
        return index, None
    end = tokens[index].start
    start = max(0, end - PINPOINT_REACH)
    found = PINPOINT.search(text[start:end])
    if found is None:
        return index, None
    first = next(k for k, token in enumerate(tokens) if token.start >= start + found.start())
    words = re.sub(r"[\s,;]*(của|tại|thuộc)?\s*$", "", found["pinpoint"])
    return first, " ".join(words.split())
