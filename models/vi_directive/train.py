"""Train the tagger of organs: `python -m models.vi_directive.train`; `--judge` only measures it.

The sentences are those of corpus.py, two in three with the noise of recognition. The scorecard
holds grammar, tagger and both against sentences whose words were not trained on.
"""

import argparse
import random
import sys
from collections.abc import Iterable, Sequence
from typing import Final

from underthesea_core import CRFTrainer

from models.vi_directive.corpus import Mark, Sentence, Writer
from nlp.spans.agencies.find import find_agencies
from nlp.spans.agencies.merge import mark_agencies
from nlp.spans.agencies.tagger import MODEL, OUT, describe, load_tagger
from nlp.spans.load import load_marker
from nlp.spans.span import AgencyMention, DateMention, ReferenceMention, Span
from nlp.spans.tokens import Tokens, tokenize

COUNT, JUDGED = 6000, 600
RATES: Final = (0.0, 0.02, 0.04)
HIDDEN: Final = 0.3
"""The share of words, and of what the lexicon knows of them, that the tagger must do without."""
L1, L2, ROUNDS = 0.1, 0.1, 60
TAGGED: Final = frozenset({"organ", "group", "post", "person"})
Found = set[tuple[int, int] | str]


def train() -> None:
    """Train on new sentences and write the model."""
    dice = random.Random(1)  # noqa: S311 - a corpus, no secret
    rows, labels = [], []
    for sentence in Writer("train", 1).sentences(COUNT):
        damaged = sentence.damaged(dice.choice(RATES), dice)
        tokens = tokenize(damaged.text)
        rows.append([_hide(seen, dice) for seen in describe(tokens)])
        labels.append(_labels(tokens, damaged))
    trainer = CRFTrainer()
    trainer.set_l1_penalty(L1)
    trainer.set_l2_penalty(L2)
    trainer.set_max_iterations(ROUNDS)
    trainer.train(rows, labels).save(str(MODEL))


def _labels(tokens: Tokens, sentence: Sentence) -> list[str]:
    marks = [mark for mark in sentence.marks if mark.kind in TAGGED]
    labels, before = [], None
    for token in tokens:
        over = next((m for m in marks if m.start < token.end and token.start < m.end), None)
        labels.append(f"{'I' if over is before else 'B'}-{over.kind}" if over else OUT)
        before = over
    return labels


def _hide(seen: Sequence[str], dice: random.Random) -> list[str]:
    is_word_hidden, is_table_hidden = dice.random() < HIDDEN, dice.random() < HIDDEN
    return [
        one
        for one in seen
        if not (is_word_hidden and one.startswith(("w=", "s=")))
        and not (is_table_hidden and one.startswith("k"))
    ]


def judge() -> None:
    """Print the scorecard on sentences of words that were not trained on."""
    print(f"{'noise':6}{'what':28}{'precision':>10}{'recall':>8}{'F1':>7}")
    for rate in RATES:
        dice = random.Random(5)  # noqa: S311
        sentences = [one.damaged(rate, dice) for one in Writer("judge", 2).sentences(JUDGED)]
        organs = [_spans(mark for mark in s.marks if mark.kind == "organ") for s in sentences]
        for name, find in (
            ("organs, grammar", _by_grammar),
            ("organs, tagger", _by_tagger),
            ("organs, both", _by_both),
        ):
            _print(rate, name, [find(s.text) for s in sentences], organs)
        marked = [load_marker().mark([s.text])[0].spans for s in sentences]
        for name, kind, values in (
            ("documents, by number", "reference", _numbers),
            ("days", "day", _days),
        ):
            right = [{m.value for m in s.marks if m.kind == kind} for s in sentences]
            _print(rate, name, [values(spans) for spans in marked], right)


def _by_grammar(text: str) -> Found:
    return _agencies(find_agencies(tokenize(text), text))


def _by_both(text: str) -> Found:
    return _agencies(mark_agencies(tokenize(text), text))


def _by_tagger(text: str) -> Found:
    tokens = tokenize(text)
    found = (one for one in load_tagger().find(tokens) if one.kind == "organ")
    return {(tokens[one.start].start, tokens[one.end - 1].end) for one in found}


def _agencies(spans: Iterable[Span]) -> Found:
    kinds = ((s, s.value) for s in spans)
    return {
        (s.start, s.end) for s, v in kinds if isinstance(v, AgencyMention) and v.kind == "agency"
    }


def _numbers(spans: Iterable[Span]) -> Found:
    values = (span.value for span in spans)
    return {v.number for v in values if isinstance(v, ReferenceMention) and v.number}


def _days(spans: Iterable[Span]) -> Found:
    values = (span.value for span in spans)
    days = (v for v in values if isinstance(v, DateMention) and v.kind == "day" and v.start)
    return {v.start.isoformat() for v in days if v.start}


def _spans(marks: Iterable[Mark]) -> Found:
    return {(mark.start, mark.end) for mark in marks}


def _print(rate: float, name: str, found: Sequence[Found], right: Sequence[Found]) -> None:
    hits = sum(len(a & b) for a, b in zip(found, right, strict=True))
    given, wanted = sum(map(len, found)), sum(map(len, right))
    figures = hits / max(given, 1), hits / max(wanted, 1), 2 * hits / max(given + wanted, 1)
    print(f"{rate:<6.0%}{name:28}{figures[0]:10.3f}{figures[1]:8.3f}{figures[2]:7.3f}")


FINDERS: Final = {
    "organs, grammar": _by_grammar,
    "organs, tagger": _by_tagger,
    "organs, both": _by_both,
}
VALUES: Final = {"documents, by number": ("reference", _numbers), "days": ("day", _days)}


def main() -> int:
    """Train unless told only to judge; 0."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--judge", action="store_true", help="measure the model that is there")
    if not options.parse_args().judge:
        train()
    judge()
    return 0


if __name__ == "__main__":
    sys.exit(main())
