"""
Keywords of a text: its compound words, for search and for the list of what a document is about.

Word segmentation is underthesea's. It takes most of a second to load, so nothing that only marks
texts imports this module; its first use is not thread-safe, so calls take turns.
"""

from collections import Counter
from collections.abc import Iterable
from threading import Lock

from underthesea import word_tokenize

from nlp.lexicon.schema import load_lexicon
from nlp.spans.letters import fold

COMMON = frozenset(
    fold(word) for row in load_lexicon().phrase for word in row.words if row.kind != "subject"
)
MIN_SYLLABLES = 2
MIN_LETTERS = 2
_turn = Lock()


def find_keywords(lines: Iterable[str], most: int = 20) -> tuple[str, ...]:
    """
    The most frequent compound words of lines of text, folded; the earlier first among equals.

    Words that steer a sentence (thực hiện, phối hợp) are none.

    >>> find_keywords(["Phòng Nội vụ số hóa hồ sơ đất đai; hồ sơ đất đai lưu tại kho"], most=2)
    ('hồ sơ', 'đất đai')
    """
    counts: Counter[str] = Counter()
    for line in lines:
        counts.update(word for word in segment(line) if is_keyword(word))
    return tuple(word for word, _ in counts.most_common(most))


def segment(line: str) -> tuple[str, ...]:
    """The words of one line, folded, the syllables of each parted by a blank."""
    if not line.strip():
        return ()
    with _turn:
        words = word_tokenize(line, use_token_normalize=False)
    return tuple(" ".join(fold(syllable) for syllable in word.split()) for word in words)


def is_keyword(word: str) -> bool:
    """True for a compound of letters alone that steers no sentence."""
    syllables = word.split()
    return (
        len(syllables) >= MIN_SYLLABLES
        and word not in COMMON
        and all(syllable.isalpha() and len(syllable) >= MIN_LETTERS for syllable in syllables)
    )
