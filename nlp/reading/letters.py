"""Letters that only look right exchanged for those that they stand for."""

import re
import unicodedata
from typing import Final

_LOOKS: Final = str.maketrans(
    {
        "Ð": "Đ", "Ɖ": "Đ", "ð": "đ",  # Icelandic and African letters
        "Ƣ": "Ư", "ƣ": "ư",  # Old Turkic letters that office software wrote for years
        "⁄": "/", "∕": "/", "‐": "-", "‑": "-", "−": "-",
        "\u00ad": "-", "\uf02d": "-", "\uf0d8": "➢", "\uf0a7": "▪", "\uf0b7": "•", "\uf0fc": "✓",
        "\u0340": "\u0300", "\u0341": "\u0301",
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl",
    }
)  # fmt: skip
_UNSEEN: Final = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]"
)


def clean_letters(text: str) -> str:
    """The text in NFC, letters that only look right exchanged, those without print left out.

    A soft hyphen that is printed is a hyphen.

    >>> clean_letters("Số: 12/KH\u00adUBND"), clean_letters("Trƣờ\u200bng")
    ('Số: 12/KH-UBND', 'Trường')
    """
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text.translate(_LOOKS)))
