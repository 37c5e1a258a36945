"""All duties that the sentences of one paragraph lay on units."""

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.statements.duties.assignment import Assignment, Clause, Setting, acts
from nlp.statements.duties.chain import parse_chain
from nlp.statements.duties.details import find_bound
from nlp.statements.duties.headed import headed_chain
from nlp.statements.duties.laid import find_laid, laying_words
from nlp.statements.duties.named import find_handed, find_named
from nlp.statements.duties.opened import find_opened
from nlp.statements.duties.past import tells_past
from nlp.statements.duties.refusals import (
    cuts_off,
    grants_rest,
    is_conditional,
    is_enactment,
    says_nothing,
    tells_meeting,
    warns,
)
from nlp.statements.duties.sentences import split_sentences
from nlp.statements.marked import MarkedPassage

_LONGEST_SUBJECT = 8
REPLIED = "duty.reply"
"""The rule of a sentence that says where an answer is to go, and names no unit."""
_ANOTHER = re.compile(r";\s+(?:riêng\s+)?|,\s+riêng\s+", re.IGNORECASE)
_ASKS = re.compile(r"(?:đề\s+nghị|yêu\s+cầu|giao|kính)\s", re.IGNORECASE)
_REQUESTS = re.compile(r"\b(?:đề\s+nghị|kiến\s+nghị|đề\s+xuất)\b", re.IGNORECASE)
_WITH = re.compile(r"\bphối\s+hợp\s+(?:với|cùng)\s+", re.IGNORECASE)
_EACH = re.compile(r"(?:mỗi|từng)\s", re.IGNORECASE)
_REPLY = re.compile(
    r"(?<!\w)(?:gửi|báo\s+cáo|nộp|đăng\s+ký|phản\s+hồi)\b[^.;]*?\s(?:về|cho|đến|tới|qua)\s",
    re.IGNORECASE,
)


def find_assignments(marked: MarkedPassage, setting: Setting) -> tuple[Assignment, ...]:
    """The duties that the sentences of a paragraph lay on units, in order."""
    if is_enactment(marked.text):
        return ()
    found: list[Assignment] = []
    for start, end in split_sentences(marked.text):
        here = setting
        for clause in _clauses(marked, start, end):
            assignment = _find(clause, here)
            if assignment is not None:
                found.append(assignment)
                here = replace(setting, allows_openers=True)  # …; another unit has its own part
    return _closed(marked.text, found)


def _find(clause: Clause, setting: Setting) -> Assignment | None:
    refusals = (is_conditional, tells_meeting, warns, grants_rest)
    if any(refuses(clause.text) for refuses in refusals):
        return None
    if setting.is_told and not _REQUESTS.search(clause.text):
        return None
    opened = find_opened(clause, setting)
    if opened is not None:
        return opened
    found = find_laid(clause, setting) or find_named(clause, setting)
    found = found or find_handed(clause, setting)
    return found or (_replied(clause) if setting.allows_unnamed else None)


def _clauses(marked: MarkedPassage, start: int, end: int) -> Iterator[Clause]:
    """A sentence cut where, after a semicolon, another unit gets its own duty."""
    begin = start
    headed = headed_chain(marked, start, end, "duty.clause")
    for mark in _ANOTHER.finditer(marked.text, headed.end if headed else start, end):
        at = mark.end()
        if marked.text.count("(", begin, at) > marked.text.count(")", begin, at):
            continue
        ordered = _ASKS.match(marked.text, at)
        chain = parse_chain(marked, ordered.end() if ordered else at, "duty.clause")
        is_each = _EACH.match(marked.text, at) is not None
        is_other = chain is not None and (ordered or acts(marked.text, chain.end))
        if is_other and not is_each and not _is_listed(marked, begin, mark.start()):
            yield Clause(marked, begin, mark.start())
            begin = at
    yield Clause(marked, begin, end)


def _is_listed(marked: MarkedPassage, begin: int, mark: int) -> bool:
    """Whether a list of units goes on behind a semicolon.

    `giao các sở; các huyện`, `phối hợp với Sở A; UBND các huyện`.
    """
    starts = [begin, *(cue.end() for cue in laying_words(marked.text, begin, mark))]
    starts += [cue.end() for cue in _WITH.finditer(marked.text, begin, mark)]
    chains = (parse_chain(marked, start, "duty.clause") for start in starts)
    return any(chain is not None and chain.end > mark for chain in chains)


def _replied(clause: Clause) -> Assignment | None:
    """`Văn bản góp ý gửi về Sở … trước ngày …`: a duty of those whom a công văn addresses."""
    cue = _REPLY.search(clause.text)
    if cue is None or tells_past(clause.text[: cue.start()]):
        return None
    if find_bound(clause.marked, clause.start, clause.end) is None:
        return None
    span = (clause.start, clause.start, clause.end)
    return Assignment((), (), *span, is_ordered=False, is_led=False, rule=REPLIED)


def _closed(text: str, found: list[Assignment]) -> tuple[Assignment, ...]:
    """Each duty runs to the next one of its paragraph, the last to the end.

    A sentence that only says where the result goes belongs to the duty before it.
    """
    found = [each for at, each in enumerate(found) if not (at and each.rule == REPLIED)]
    closed = []
    for index, assignment in enumerate(found):
        is_last = index + 1 == len(found)
        end = len(text) if is_last else found[index + 1].begin
        tail = text[assignment.end : end]
        keeps = is_last or not _is_subject(tail)
        rest = _without_conditions(text, assignment.end, end) if is_last else end
        closed.append(replace(assignment, end=rest if keeps else assignment.end))
    return tuple(closed)


def _without_conditions(text: str, start: int, end: int) -> int:
    """Where the sentences behind a duty stop to belong to it."""
    for begin, stop in split_sentences(text[start:end]):
        sentence = text[start + begin : start + stop].lstrip(" .;/")
        if cuts_off(sentence) or says_nothing(sentence) or _ASKS.match(sentence):
            return start + begin
    return end


def _is_subject(tail: str) -> bool:
    """Whether the words between two duties only name who lays the next one."""
    return len(tail.strip(" .;").split()) <= _LONGEST_SUBJECT
