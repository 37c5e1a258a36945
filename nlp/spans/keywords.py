"""
Keywords of a directive: the compound words that it comes back to.

Word segmentation is underthesea's. It takes about a second to load, so nothing that only marks
texts imports this module; its first use is not thread-safe, so calls take turns.
"""

from collections import Counter
from collections.abc import Iterable
from threading import Lock

from underthesea import word_tokenize

from nlp.lexicon.schema import load_lexicon
from nlp.spans.letters import fold

MIN_SYLLABLES = 2
MIN_LETTERS = 2
MIN_WEIGHT = 2
_turn = Lock()


def find_keywords(subject: str, statements: Iterable[str], most: int = 8) -> tuple[str, ...]:
    """
    The compounds of a directive that stand in several of its statements, the most frequent first.

    Those of its subject count twice. They come in small letters with their diacritics. Names,
    words that steer a sentence (thực hiện) and those of any directive (địa bàn) are none.

    >>> find_keywords("Về số hóa hồ sơ đất đai", ["Phòng Nội vụ quét đất đai", "Trả kho lưu trữ"])
    ('đất đai', 'hồ sơ')
    """
    weights: Counter[str] = Counter()
    for text in (subject, subject, *statements):
        found = (_fold_all(word) for word in segment(text) if is_keyword(word))
        weights.update(dict.fromkeys(found, 1))
    return tuple(word for word, weight in weights.most_common(most) if weight >= MIN_WEIGHT)


def segment(text: str) -> list[str]:
    """The words of a text, the syllables of each parted by a blank."""
    if not text.strip():
        return []
    with _turn:
        words = word_tokenize(text, use_token_normalize=False)
    return [str(word) for word in words]


def is_keyword(word: str) -> bool:
    """True for a compound of letters alone that tells what a text is about.

    A capital behind the first letter is of a name or a number: Vĩnh Tường, quý IV.
    """
    syllables = word.split()
    return (
        len(syllables) >= MIN_SYLLABLES
        and all(syllable.isalpha() and len(syllable) >= MIN_LETTERS for syllable in syllables)
        and (word.isupper() or not any(syllable[0].isupper() for syllable in syllables[1:]))
        and _fold_all(word) not in COMMON
    )


def _fold_all(words: str) -> str:
    return " ".join(map(fold, words.split()))


COMMON = frozenset(
    _fold_all(word) for row in load_lexicon().phrase for word in row.words if row.kind != "subject"
)
