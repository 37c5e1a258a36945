"""Which letters can be a Vietnamese syllable at all."""

import re
import unicodedata
from functools import lru_cache

MOST_LETTERS = 7
TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
ONSET = r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
RIME = r"""(?:
    (?:a|o|u|ơ|e|i|y|â|ă|ô|ê|ư|oa|oă|oe|uâ|uê|uơ|uy|uyê|iê|yê|uô|ươ|oo|ua|ia|ya|ưa)
      (?:ch|nh|ng|[cmnpt])?
  | (?:ai|ao|au|ay|âu|ây|eo|êu|oi|ôi|ơi|ui|ưi|iu|ưu)
  | (?:oai|oao|oay|oeo|uây|uôi|ươi|ươu|iêu|yêu|uya|uyu)
)"""
SYLLABLE = re.compile(ONSET + RIME, re.VERBOSE)


@lru_cache(maxsize=65536)
def is_syllable(low: str) -> bool:
    """True for small letters that Vietnamese spelling allows as one syllable.

    >>> [is_syllable(low) for low in ("nghị", "hoạch", "quyết", "hiộn", "kế", "hoach", "thưc")]
    [True, True, True, False, True, True, True]
    """
    if len(low) > MOST_LETTERS:
        return False
    parts = unicodedata.normalize("NFD", low)
    bare = unicodedata.normalize("NFC", "".join(sign for sign in parts if sign not in TONES))
    return SYLLABLE.fullmatch(bare) is not None
