"""The result of reading one directive: source, statements, tasks, and what the clerk must see."""

from dataclasses import dataclass
from typing import Literal

from nlp.statements.statement import Statements
from nlp.tasks.task import Task

TextOrigin = Literal["text", "ocr", "mixed"]


@dataclass(frozen=True, slots=True)
class Source:
    """`source` of the contract.

    `pages` counts the whole file; `pages_from` and `pages_to` are this directive's.
    """

    file_name: str
    sha256: str
    media_type: str
    pages: int
    pages_from: int
    pages_to: int
    text_origin: TextOrigin


@dataclass(frozen=True, slots=True)
class Directive:
    """One directive as the contract's record states it.

    `secrecy` is set for a document with a mark of secrecy; `statements` is then None and nothing
    else is kept. `review` holds the paths of values left to the clerk, first things first.
    `enclosed` are further directives in the same file. `notices` are codes for the user.
    """

    source: Source
    secrecy: str | None
    statements: Statements | None
    tasks: tuple[Task, ...]
    review: tuple[str, ...]
    enclosed: tuple["Directive", ...] = ()
    notices: tuple[str, ...] = ()
