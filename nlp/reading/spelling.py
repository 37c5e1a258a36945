"""Slips of recognition mended in the text of lines; the raw word is always kept.

What is mended: marks of dirt at the ends of a line and inside a symbol, letters that only look
right (Ð, ⁄), a dash read as a tilde, Roman numerals, torn words (`nlp.reading.spacing`) and tones
(`nlp.reading.tones`). No digit is changed, but for a 1 in the numeral of a quarter; of that word,
as of one in which a lost slash is put back or a speck between digits taken out, the confidence
says that it is doubtful.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from nlp.lexicon.schema import load_lexicon
from nlp.reading.areas import mend_areas
from nlp.reading.letters import clean_letters
from nlp.reading.misspelt import mend_misspelt
from nlp.reading.page import Line, Word
from nlp.reading.spacing import join_pieces
from nlp.reading.symbols import mend_symbols
from nlp.reading.tones import is_known_pair, mend_tones

_SURE: Final = 0.9  # a mark of punctuation that is surer is no dirt
_DASH: Final = re.compile(r"^[~¬−—–_]+-?$|^-[~'`¬]+$|^~-$")
_STOPS: Final = re.compile(r"[.:'`]$")
_OPENERS: Final = re.compile(r"^[:'`\"“‘.]")
_ENDS: Final = ",;.)"
_LONE: Final = re.compile(r"[`´'‘’~^|_\\¬ˆ]+")  # that stand alone nowhere within a line
_DIRTY_DASH: Final = re.compile(r"^(?:_|[^\w\s+*(\[/]){1,3}[-–—]$")
_DIRT_BEFORE: Final = re.compile(r"^[ˆ`´'‘’_~¬|„‚.,:;‹›]+(?=\w)")
_DIRT: Final = re.compile(r"^[^\w\-+*…/()“”\"%&§]+$|^[|_]+$")
_TILDE_DASH: Final = re.compile(r"(?<=[A-ZĐ\d])~(?=[A-ZĐ])")
_ROMAN: Final = re.compile(
    r"^(?P<numeral>H|HI|IH|IL|II1|I1|1I|IHI|VH|VHI|VIH|VỊ|VỊI|XỊ|XH|XHI|IY|TV|1V|lV)"
    r"(?P<end>[.)]|[/,;:.]*|[/-]+\d{4}\W*)$"
)
_ROMAN_READ: Final = {
    "H": "II", "HI": "III", "IH": "III", "IL": "II", "IHI": "III", "VH": "VII", "VHI": "VIII",
    "VIH": "VIII", "VỊ": "VI", "VỊI": "VII", "XỊ": "XI", "XH": "XII", "XHI": "XIII", "IY": "IV",
    "II1": "III", "I1": "II", "1I": "II", "TV": "IV", "1V": "IV", "lV": "IV",
}  # fmt: skip
_COUNTED: Final = frozenset(("quý", "chương", "phần", "khóa"))  # a Roman numeral stands behind
_FILED: Final = re.compile(r"^(?:VI|VĨ|VỊ|YT|VTI|WT)(?=[,;.]?$)")
_KEPT: Final = re.compile(r"^[^\W\d_]{0,2}[uư][uưn](?=[:;.]?$)")  # what Lưu may be read as
_KEPT_AT: Final = re.compile(r"^V(?:T(?:$|\W)|ăn$)")
_OPENED: Final[tuple[list[str], ...]] = ([], ["-"])  # what stands before the first word of an item
_REPORTED: Final = re.compile(r"(?<![^\W\d_])[bB]/[cCeE€©](?=\))")  # b/c: báo cáo
_TO_REPORT: Final = re.compile(r"^b[iíìịl1|]c?(?=\)[,;.]?$)")
_LEVELS: Final = frozenset(("tỉnh", "huyện", "thị", "xã", "phường", "quận", "thành"))
_UNSURE: Final = 0.6  # a word that may be another one
_DOUBT: Final = 0.5  # confidence of a word in which a sign was guessed
_HOPELESS: Final = 0.15  # confidence of what is no word at all
_FEW: Final = 8  # letters
_BEFORE: Final = 4  # words of the line above that a line goes on from
_SPECK: Final = re.compile(r"(?<=[A-ZĐ])['’`´](?=[A-ZĐ])")
_SPECK_IN_NUMBER: Final = re.compile(r"(?<=\d)['’`´](?=\d+/)")  # 14'20/KH
_SYMBOL: Final = re.compile(r"[/-][A-ZĐ]")
_DOTTED_Y: Final = str.maketrans("Ÿÿ", "Yy")  # which Vietnamese lacks as well
_TILDE_N: Final = re.compile("NÑ|ÑN|Ñ")  # a letter that Vietnamese lacks, of specks above an N
_APOSTROPHE: Final = re.compile(r"(?<=[^\W\d_])\?(?=[^\W\d_])")  # M?GAR
_DOUBLE: Final = re.compile(r"(?<=[\dIVX])//(?=[\dA-ZĐ])")


def mend_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with slips mended; lines without a letter or digit are left out."""
    clean = [words for line in join_pieces(lines) if (words := _mend_signs(line))]
    mended = []
    for index, words in enumerate(clean):
        before = clean[index - 1][-_BEFORE:] if index else []
        after = clean[index + 1][:1] if index + 1 < len(clean) else []
        found = mend_symbols(mend_areas(mend_tones(mend_misspelt([*before, *words, *after]))))
        mended.append(Line(tuple(_mend_stops(found[len(before) : len(before) + len(words)]))))
    return tuple(mended)


def _mend_stops(words: Sequence[Word]) -> list[Word]:
    """The words without the specks that were read as marks within a compound.

    A full stop between two levels of government is a comma: huyện. thị xã.
    """
    mended = list(words)
    for index, (word, behind) in enumerate(pairwise(words)):
        first, second = _STOPS.sub("", word.text), _OPENERS.sub("", behind.text)
        if word.text.endswith(".") and {first, second.rstrip(_ENDS)} <= _LEVELS:
            mended[index] = replace(word, text=f"{first},")
        elif is_known_pair(first, second.rstrip(_ENDS)) and second[:1].islower():
            if first != word.text and (word.text.endswith(".") or word.confidence < _SURE):
                mended[index] = replace(mended[index], text=_STOPS.sub("", mended[index].text))
            if second != behind.text and behind.confidence < _SURE:
                mended[index + 1] = replace(behind, text=second)
    return mended


def _mend_signs(line: Line) -> list[Word]:
    """The words with all but their tones mended; none where they are nothing but dirt."""
    words = _without_dirt([_mend_letters(word) for word in line.words])
    if not any(any(map(str.isalnum, word.text)) for word in words) or _is_scrawl(words):
        return []
    return _mend_filing(_mend_numerals(_mend_marker(words)))


def _is_scrawl(words: Sequence[Word]) -> bool:
    """Whether a line is a few letters that recognition saw in strokes of a pen or a stamp."""
    return (
        max(word.confidence for word in words) < _HOPELESS
        and sum(len(word.text) for word in words) <= _FEW
        and not any(map(str.isdigit, "".join(word.text for word in words)))
    )


def _mend_letters(word: Word) -> Word:
    text = _TILDE_DASH.sub("-", clean_letters(word.text))
    text = _APOSTROPHE.sub("’", _TILDE_N.sub("N", text.translate(_DOTTED_Y)))
    text = _REPORTED.sub("b/c", _DOUBLE.sub("/", text))
    if _SYMBOL.search(text):
        text = _SPECK.sub("", text)
    slashed = _SPECK_IN_NUMBER.sub("", _slash_lost().sub("/", text))
    if slashed != text:
        return replace(word, text=slashed, confidence=min(word.confidence, _DOUBT))
    return replace(word, text=text) if text != word.text else word


@lru_cache(maxsize=1)
def _slash_lost() -> re.Pattern[str]:
    """The place in `118/2025NĐ-CP` where the slash behind the year was lost."""
    codes = sorted({symbol for row in load_lexicon().type for symbol in row.symbols}, key=len)
    choice = "|".join(map(re.escape, reversed(codes)))
    return re.compile(rf"(?<=\d/(?:19|20)\d\d)(?=(?:{choice})-[A-ZĐ])")


def _without_dirt(words: list[Word]) -> list[Word]:
    """The words without marks of dirt before the first and behind the last."""
    while len(words) > 1 and _is_dirt(words[-1]):
        words = words[:-1]
    while len(words) > 1 and _is_dirt(words[0]) and not _DASH.match(words[0].text):
        words = words[1:]
    words = [word for index, word in enumerate(words) if not _is_speck(words, index)]
    if words:
        text = _DIRT_BEFORE.sub("", words[0].text)
        words = [replace(words[0], text=text), *words[1:]]
    return words


def _is_speck(words: Sequence[Word], index: int) -> bool:
    """Whether a word within a line is a mark that stands alone nowhere, or within a compound."""
    word = words[index]
    if index == 0 or not _is_dirt(word):
        return False
    if _LONE.fullmatch(word.text):
        return True
    near = words[index - 1 : index + 2 : 2]
    is_stop = word.text in {":", "."} and word.confidence < _DOUBT
    return is_stop and len(near) > 1 and is_known_pair(near[0].text, near[1].text.rstrip(_ENDS))


def _is_dirt(word: Word) -> bool:
    return word.confidence < _SURE and bool(_DIRT.match(word.text))


def _mend_marker(words: list[Word]) -> list[Word]:
    """The dash of a list, or the Roman numeral of a heading, as it was printed."""
    first, text = words[0], words[0].text
    if len(words) > 1 and _DASH.match(text):
        return [replace(first, text="-"), *words[1:]]
    if len(words) > 1 and first.confidence < _SURE and _DIRTY_DASH.match(text):
        box = replace(first.box, x0=max(first.box.x0, first.box.x1 - first.box.height))
        return [replace(first, text="-", box=box), *words[1:]]
    is_head = text.endswith((".", ")")) and (len(words) == 1 or words[1].text[:1].isupper())
    is_plain = not any(map(str.isdigit, text))
    return [_as_numeral(first) if is_head and is_plain else first, *words[1:]]


def _mend_numerals(words: list[Word]) -> list[Word]:
    """The words, those behind `quý`, `chương` … read as the Roman numerals that they are."""
    return [
        _as_numeral(word) if index and words[index - 1].text.lower() in _COUNTED else word
        for index, word in enumerate(words)
    ]


def _mend_filing(words: list[Word]) -> list[Word]:
    """The words, what stands behind `Lưu:` read as VT (văn thư), which is filed first.

    A damaged word before VT is `Lưu:`, the one behind `Như` in a row of their own `trên`, and
    behind `(để` the short form of báo cáo is read as such.
    """
    mended = list(words)
    for index, word in enumerate(words[1:], start=1):
        before = mended[index - 1]
        said = before.text.lower()
        if _KEPT_AT.match(word.text) and [one.text for one in words[: index - 1]] in _OPENED:
            mended[index - 1] = replace(before, text=_KEPT.sub("Lưu", before.text))
        if said.endswith("lưu:"):
            mended[index] = replace(word, text=_FILED.sub("VT", word.text))
        elif said == "(để":
            mended[index] = replace(word, text=_TO_REPORT.sub("b/c", word.text))
        elif said == "như" and [one.text for one in words[:-1]] == ["-", before.text]:
            mended[index] = _as_above(word)
    return mended


def _as_above(word: Word) -> Word:
    """`trên;`, which alone stands in a row behind `- Như`, for a word that was hardly read."""
    return replace(word, text="trên;") if word.confidence < _UNSURE else word


def _as_numeral(word: Word) -> Word:
    found = _ROMAN.match(word.text)
    if not found:
        return word
    text = _ROMAN_READ[found["numeral"]] + found["end"]
    doubtful = any(map(str.isdigit, found["numeral"]))
    sure = min(word.confidence, _DOUBT) if doubtful else word.confidence
    return replace(word, text=text, confidence=sure)
