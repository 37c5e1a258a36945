"""Templates with what they need to speak Vietnamese."""

from collections.abc import Mapping
from typing import Final

from fastapi import Request, Response
from fastapi.templating import Jinja2Templates
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api.errors import Problem
from api.web import TEMPLATES
from api.web.words import ENDED, day_words


def load_environment() -> Environment:
    """The environment of the templates: everything escaped, a missing value is an error."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["day"] = day_words
    environment.globals["ended_words"] = ENDED
    return environment


_PAGES: Final = Jinja2Templates(env=load_environment())


def render(
    request: Request, name: str, values: Mapping[str, object], status: int = 200
) -> Response:
    """The page `name` filled with `values`."""
    return _PAGES.TemplateResponse(request, name, dict(values), status_code=status)


def show_problem(request: Request, problem: Problem) -> Response:
    """The page that tells a problem."""
    return render(request, "problem.html", {"problem": problem}, problem.kind.status)
