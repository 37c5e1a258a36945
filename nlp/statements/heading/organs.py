"""The issuing organ and the one above it, from the letterhead or, where it is lost, the text."""

import re
from collections import Counter
from collections.abc import Sequence

from nlp.evidence import Leaf
from nlp.lexicon.schema import load_lexicon
from nlp.reading.page import Passage
from nlp.regions.printed.text import is_like
from nlp.regions.region import Parts
from nlp.statements.agreement import mend_places
from nlp.statements.folding import fold
from nlp.statements.marked import leaf_of, whole_leaf
from nlp.statements.naming import ordinary_name

_LEVEL_LINE = re.compile(
    r"^(?:tinh|thanh\s+pho|huyen|thi\s+xa|quan|phuong|xa|thi\s+tran|dac\s+khu|tp\.?)\s+(?!uy\b|doan\b)"
)
_UNFINISHED = re.compile(r"(?:\bvà|\bcủa|,|-|–|&)$", re.IGNORECASE)
_DASH_END = re.compile(r"\s*[-–]\s*$|^\s*[-–]\s*")
_DECLARES = re.compile(
    r"""(?P<organ>(?:UBND|Ủy\s+ban\s+nhân\s+dân|HĐND|Hội\s+đồng|Sở|Phòng|Ban|Bộ|Cục|Chi\s+cục|Trung\s+tâm
      |Trường|Hội|Văn\s+phòng|Công\s+an|Tỉnh\s+ủy|Huyện\s+ủy|Thành\s+ủy|Đảng\s+ủy)\s[^,.;:()]{2,70}?)
    \s+(?:ban\s+hành|xây\s+dựng|đề\s+nghị|yêu\s+cầu|thông\s+báo|báo\s+cáo|quyết\s+định|kính\s+(?:mời|trình|đề)
      |trân\s+trọng|hướng\s+dẫn|có\s+ý\s+kiến|nhận\s+được)\b""",
    re.VERBOSE,
)
_INFERRED = 0.65
_FROM_SIGNER = 0.5
_JOINT_SYMBOL = re.compile(r"(?:KHLT|CTPH|KHPH|TTLT|NQLT|CTLT|HDLN|QCPH)-\w+-\w+")


def find_organs(
    parts: Parts, symbol: str | None, voices: Counter[str]
) -> tuple[Leaf[str] | None, Leaf[str] | None]:
    """The parent and the issuer, each None where nothing states it."""
    lines = _joined(parts.letterhead.organs)
    if not lines:
        return None, _infer_issuer(parts, symbol, voices)
    if _is_joint(lines, symbol):
        return None, _join(lines, voices)
    name = _as_signed(_name(lines[-1], voices), symbol)
    issuer = whole_leaf(lines[-1], name, "issuer.letterhead")
    parent = None
    if len(lines) > 1:
        parent = whole_leaf(lines[-2], _name(lines[-2], voices), "parent.letterhead")
    return parent, issuer


def _name(passage: Passage, voices: Counter[str]) -> str:
    return mend_places(ordinary_name(_DASH_END.sub("", passage.text)), voices)


def _as_signed(name: str, symbol: str | None) -> str:
    """The name as the letters of the number tell it, where only slips keep the two apart."""
    letters = re.split(r"[/-]", symbol)[1:] if symbol else []
    known = [organ for each in letters if (organ := load_lexicon().organ_of(each))]
    if any(organ in name for organ in known):
        return name
    near = [organ for organ in known if is_like(name, organ)]
    return near[0] if len(near) == 1 else name


def _joined(organs: Sequence[Passage]) -> tuple[Passage, ...]:
    """The organs, a name that was broken over two lines as one."""
    lines: list[Passage] = []
    for organ in organs:
        if not any(letter.isalpha() for letter in organ.text):
            continue
        if lines and _goes_on(lines[-1].text, organ.text):
            lines[-1] = _concatenated(lines[-1], organ)
        else:
            lines.append(organ)
    return tuple(lines)


def _goes_on(above: str, text: str) -> bool:
    """Whether a line only completes the name above it."""
    if _DASH_END.search(above):
        return False
    return bool(_LEVEL_LINE.match(fold(text)) or _UNFINISHED.search(above))


def _concatenated(first: Passage, second: Passage) -> Passage:
    shift = len(first.text) + 1
    moved = tuple(
        type(word)(word.start + shift, word.end + shift, word.page, word.word)
        for word in second.words
    )
    return Passage(f"{first.text} {second.text}", (*first.words, *moved))


def _is_joint(lines: tuple[Passage, ...], symbol: str | None) -> bool:
    """Whether several organs issue together: dashes between them, or letters of each."""
    if len(lines) < 2:  # noqa: PLR2004 - two make a pair
        return False
    if any(_DASH_END.search(line.text) for line in lines):
        return True
    return bool(symbol and _JOINT_SYMBOL.search(symbol))


def _join(lines: tuple[Passage, ...], voices: Counter[str]) -> Leaf[str]:
    names = [_name(line, voices) for line in lines]
    return whole_leaf(lines[0], " - ".join(names), "issuer.joint")


def _infer_issuer(parts: Parts, symbol: str | None, voices: Counter[str]) -> Leaf[str] | None:
    """The organ that the opening says issues the document, else that of opening or signer."""
    for item in parts.body[:12]:
        found = _DECLARES.search(item.passage.text)
        if found is not None and _fits(found["organ"], symbol):
            name = mend_places(ordinary_name(found["organ"]), voices)
            return leaf_of(item.passage, name, found.span("organ"), "issuer.body", _INFERRED)
    for passage in parts.opening:
        if _fits(passage.text, symbol):
            name = mend_places(ordinary_name(passage.text), voices)
            return whole_leaf(passage, name, "issuer.opening", _INFERRED)
    return None


def _fits(organ: str, symbol: str | None) -> bool:
    """Whether the letters of the symbol, where they are known, name such an organ."""
    if symbol is None:
        return True
    letters = re.split(r"[/-]", symbol)[1:]
    known = [named for letter in letters if (named := load_lexicon().organ_of(letter))]
    if not known:
        return True
    name = ordinary_name(organ)
    return any(ordinary_name(each) in name or each in organ for each in known)
