"""How two values of a record are compared."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from nlp.lexicon.schema import load_lexicon


def number_key(text: object) -> str:
    """A number with its case and marks, dashes alike, leading zeros aside."""
    plain = re.sub(r"[‐‑‒–—−]", "-", unicodedata.normalize("NFC", str(text or "")))
    return re.sub(r"\s+", "", plain).lstrip("0")


def similarity(one: object, other: object) -> float:
    """How alike two texts are, in [0, 1], after folding."""
    return Levenshtein.normalized_similarity(fold(one), fold(other))


def topic(text: object) -> str:
    """A trích yếu as it is compared: without `V/v` or `Về việc`."""
    return re.sub(r"^(?:v/v|về việc)[\s:]*", "", fold(text))


def fold(text: object) -> str:
    """A text as it is compared: one case, one form of marks, names of organs abbreviated."""
    folded = unicodedata.normalize("NFC", str(text or "")).casefold().replace("ð", "đ")
    folded = re.sub(r"[‐‑‒–—−]", "-", re.sub(r"[“”„\"'‘’]", "", folded))
    folded = _old_tones(folded)
    folded = re.sub(r"\s*-\s*", "-", re.sub(r"\s+", " ", folded))
    folded = re.sub(r"\b(?:thành phố|tp\.)\s*", "tp ", folded)
    for full, short in _abbreviations():
        folded = folded.replace(full, short)
    return folded.strip(" .;,:-+*•")


def _old_tones(text: str) -> str:
    """Tone marks on the first vowel of oa, oe, uy, but not behind q."""
    for new, old in _TONES:
        text = re.sub(rf"(?<!q){new}\b", old, text)
    return text


_TONES = tuple(
    zip(
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        strict=True,
    )
)


@lru_cache(maxsize=1)
def _abbreviations() -> tuple[tuple[str, str], ...]:
    """Long names of organs and their short forms, the longest first."""
    pairs = [
        (re.sub(r"\s*-\s*", "-", name.casefold()), row.short[0].casefold())
        for row in load_lexicon().abbreviation
        for name in (row.full, *row.short[1:])
    ]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
