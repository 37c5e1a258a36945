"""Words in one form, for comparing: small letters, one way of placing tone marks, no marks."""

import unicodedata
from functools import lru_cache

LOOKALIKES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("⁄∕／", "/"))
_TONES = (
    ("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"),
    ("oè", "òe"), ("oé", "óe"), ("oẻ", "ỏe"), ("oẽ", "õe"), ("oẹ", "ọe"),
    ("uỳ", "ùy"), ("uý", "úy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uỵ", "ụy"),
)  # fmt: skip


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """
    One lower-case form of a word, with one way of placing the tone mark.

    >>> fold("Uỷ") == fold("ỦY")
    True
    """
    text = unicodedata.normalize("NFC", text).lower().replace("ð", "đ").translate(LOOKALIKES)
    for new, old in _TONES:
        if text.endswith(new) and not text.endswith("q" + new):
            return text[: -len(new)] + old
    return text


@lru_cache(maxsize=65536)
def skeleton(low: str) -> str:
    """
    A folded word without its diacritics, to compare words that recognition damaged.

    >>> skeleton("quyểt")
    'quyet'
    """
    decomposed = unicodedata.normalize("NFD", low.replace("đ", "d"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))
