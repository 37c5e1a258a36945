"""The name of the person who signed, as far as a seal lets it be read."""

import re
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from nlp.evidence import Leaf
from nlp.lexicon.names import bare, family_names, name_syllables, near_family_name
from nlp.lexicon.syllables import is_syllable
from nlp.reading.page import Passage
from nlp.regions.printed.names import SURNAMES
from nlp.statements.folding import fold
from nlp.statements.marked import whole_leaf

_LEAST_WORDS = 2  # with a family name: a name has more
_MIDDLE = frozenset({"Thị", "Văn"})  # that open a name whose family name was not read
_CAPITALS = {"y": "v"}  # that a stroke of a pen or a ring makes others
_LONG = 5  # letters of a family name that stays itself with one wrong
_INFERRED = 0.8
_DOUBT = 0.58  # confidence of what may be a part alone: it goes to the clerk
_RANK = re.compile(
    r"^(?:(?:PGS|GS|TS|ThS|BS|BSCK\w*|CK\s?I{1,2}|CN|KS|DS|Ths|Ts|Bs)[.,]?\s*"
    r"|(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy)\s+)+",
)


_SPECKS = ' .,;:*_~|-–"“”'


def find_person(passage: Passage) -> Leaf[str]:
    """The name of who signed, without degrees and ranks.

    The words stand as they were read: those of `Trương Thành Đạo` are no `trưởng thành`, to which
    words of other text are mended. What may be a part of it alone, was mended, or holds a
    syllable of no names, is never sure.
    """
    read = " ".join(placed.word.raw or placed.word.text for placed in passage.words)
    name = _RANK.sub("", " ".join(read.split()).strip(_SPECKS)).strip(_SPECKS)
    is_sure = passage.confidence == 1.0
    mended = name if is_sure else _mended_person(name, is_doubtful=passage.confidence <= _DOUBT)
    leaf = whole_leaf(passage, mended, "signer.name")
    if is_sure:
        return leaf
    sure = leaf.confidence if mended == name else leaf.confidence * _INFERRED
    is_likely = _is_whole_name(mended) and name_syllables().issuperset(mended.split())
    return replace(leaf, confidence=sure if is_likely else min(sure, _DOUBT))


def _is_whole_name(name: str) -> bool:
    """Whether a name has a surname and more than one word behind it: a seal hides either.

    >>> _is_whole_name("Lê Tú An"), _is_whole_name("Tú An"), _is_whole_name("Bích Liễu Vân")
    (True, False, False)
    """
    words = name.split()
    return len(words) > _LEAST_WORDS and fold(words[0]) in SURNAMES


def _mended_person(name: str, *, is_doubtful: bool) -> str:
    """A name whose damaged parts are mended; a doubtful first word is the family name near it."""
    first, *others = name.split() or [""]
    is_whole = len(others) >= _LEAST_WORDS and first not in _MIDDLE
    near = near_family_name(first) if is_doubtful and is_whole else first
    first = _long_family_name(_mended_name(near)) if is_whole else _mended_name(near)
    return " ".join([first, *map(_mended_name, others)])


def _long_family_name(word: str) -> str:
    """The word, or the only long family name that its letters miss by one, if it is no syllable.

    >>> _long_family_name("Nguyeu"), _long_family_name("Nguyên")
    ('Nguyễn', 'Nguyên')
    """
    if is_syllable(word.lower()) or word in family_names():
        return word
    letters = bare(word)
    near = [
        name
        for name in family_names()
        if len(name) >= _LONG and Levenshtein.distance(bare(name), letters, score_cutoff=1) <= 1
    ]
    return near[0] if len(near) == 1 else word


def _mended_name(word: str) -> str:
    """A part of a name, one that is no syllable read as the only one of names that is near it.

    >>> _mended_name("Đìnn"), _mended_name("Đình"), _mended_name("Hwing"), _mended_name("Ÿăn")
    ('Đình', 'Đình', 'Hwing', 'Văn')
    """
    if word in name_syllables() or is_syllable(word.lower()) or not word.istitle():
        return word
    near = [
        name for name in name_syllables() if Levenshtein.distance(word, name, score_cutoff=1) == 1
    ]
    alike = [name for name in near if _CAPITALS.get(bare(word)[:1]) == bare(name)[:1]]
    return next((names[0] for names in (near, alike) if len(names) == 1), word)
