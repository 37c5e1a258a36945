"""Cases as sentences with the answer marked inside: `theo <ref number="15/KH-UBND">…</ref>`."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pytest

from nlp.spans.span import Span

MARK = re.compile(
    r"<(?P<tag>ref|date|agency|cue)(?P<answers>(?: \w+=\"[^\"]*\")*)>(?P<text>[^<]*)</(?P=tag)>"
)
ANSWER = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True)
class MarkedCase:
    """A sentence without its marks, and what is expected at which offsets."""

    text: str
    expected: tuple[tuple[int, int, dict[str, str]], ...]


def read_case(marked: str) -> MarkedCase:
    text, expected, position = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[position : match.start()]
        start = len(text)
        text += match["text"]
        expected.append((start, len(text), dict(ANSWER.findall(match["answers"]))))
        position = match.end()
    return MarkedCase(text + marked[position:], tuple(expected))


def answers_of(span: Span, asked: Iterable[str]) -> dict[str, str]:
    return {name: str(getattr(span.value, name)) for name in asked}


@pytest.fixture
def check_marked() -> Callable[[str, Callable[[str], Iterable[Span]]], None]:
    """Compare the spans that a finder gives with those marked in a sentence."""

    def check(marked: str, find: Callable[[str], Iterable[Span]]) -> None:
        case = read_case(marked)
        spans = tuple(find(case.text))
        found = [case.text[span.start : span.end] for span in spans]
        assert found == [case.text[start:end] for start, end, _ in case.expected]
        for span, (start, end, answers) in zip(spans, case.expected, strict=True):
            assert (span.start, span.end) == (start, end)
            assert answers_of(span, answers) == answers

    return check
