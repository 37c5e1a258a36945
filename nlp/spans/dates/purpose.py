"""What a date is for: a cut-off day, a day of effect, or neither."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from nlp.spans.span import DateMention, Span
from nlp.spans.tokens import Tokens, low_at

REACH = 6  # tokens before a date in which its use is told
FIGURES = {("số", "liệu"), ("kỳ", "báo")}
MEETINGS = {
    ("thường", "kỳ"),
    ("thường", "kì"),
    ("giao", "ban"),
    ("phiên", "họp"),
    ("cuộc", "họp"),
    ("kết", "quả"),
}
PAPERS = {("biên", "bản"), ("tờ", "trình"), ("công", "văn"), ("hợp", "đồng"), ("đơn", "kiến")}
APPLIED = {("áp", "dụng"), ("thi", "hành")}


def tell_purpose(
    tokens: Tokens, start: int, mention: DateMention, issued: date | None
) -> DateMention:
    """The mention, as a cut-off or a day of effect where the words before it say so.

    `đến (hết) ngày X` of a day that is past tells until when something was counted.
    """
    before = [low_at(tokens, k) for k in range(max(0, start - REACH), start)]
    if mention.kind in {"recurring", "term", "horizon", "vague"}:
        return mention
    if mention.kind == "day" and _dates_paper(tokens, start):
        mention = replace(mention, is_document_date=True)
    if tuple(before[-2:]) in MEETINGS and low_at(tokens, start) == "tháng":  # tells which meeting
        return replace(mention, kind="vague")
    pairs = set(pairwise([*before, low_at(tokens, start)]))
    is_counted = "tính" in {*before[-2:], low_at(tokens, start)} or ("tính", "đến") in pairs
    if is_counted or (pairs & FIGURES and low_at(tokens, start) in {"đến", "từ"}):
        return replace(mention, kind="cutoff")
    is_past = issued is not None and mention.end is not None and mention.end < issued
    if is_past and mention.kind == "day" and low_at(tokens, start) in {"đến", "cho"}:
        return replace(mention, kind="cutoff")
    is_open = mention.operator == "from" and mention.start == mention.end
    if ("hiệu", "lực") in pairs or (is_open and tuple(before[-2:]) in APPLIED):
        return replace(mention, kind="effective")
    return mention


def _dates_paper(tokens: Tokens, start: int) -> bool:
    """True for `Biên bản làm việc` + `ngày 25/9/2019`: the day of a paper without a number."""
    for at in range(start - 1, max(0, start - REACH), -1):
        if tokens[at - 1].is_capital:
            return (low_at(tokens, at - 1), low_at(tokens, at)) in PAPERS
        if not tokens[at].text.isalpha():
            return False
    return False


def find_effect(tokens: Tokens, index: int) -> tuple[int, Span] | None:
    """`có hiệu lực thi hành kể từ ngày ký`: a day of effect without a date."""
    if (
        low_at(tokens, index) != "kể"
        or low_at(tokens, index + 1) != "từ"
        or low_at(tokens, index + 2) != "ngày"
    ):
        return None
    if low_at(tokens, index + 3) not in {"ký", "ban"} or "lực" not in {
        low_at(tokens, k) for k in range(max(0, index - 4), index)
    }:
        return None
    end = index + 4 + (low_at(tokens, index + 3) == "ban")
    mention = DateMention("effective", operator="from", anchor="signing")
    return end, Span(tokens[index].start, tokens[end - 1].end, mention, 0.95, "date.effective")


def is_lunar(tokens: Tokens, index: int) -> bool:
    """Whether the time that ends at `index` is told by the moon: `10 tháng 3 (âm lịch)`."""
    at = index + (low_at(tokens, index) == "(")
    return (low_at(tokens, at), low_at(tokens, at + 1)) == ("âm", "lịch")
