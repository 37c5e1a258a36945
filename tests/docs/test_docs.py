"""The docs name everything there is, and what they name is there."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from typer.main import get_command

from api.app import create_app
from api.cli import app
from api.settings import Settings
from nlp.directive import Directive, Source
from nlp.statements.statement import Arrival, Header, Reference, SignerStatement, Statements
from nlp.tasks.task import Task

ROOT = Path(__file__).resolve().parents[2]
OPERATIONS = (ROOT / "docs" / "operations.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text("utf-8")
PAGES = sorted(
    path.relative_to(ROOT)
    for place in (ROOT, ROOT / "docs", ROOT / "docs" / "decisions")
    for path in place.glob("*.md")
)


def names(record, prefix):
    return [f"{prefix}{field.name}" for field in fields(record)]


FIELDS = [
    *names(Source, "source."),
    *names(Header, "header."),
    *names(SignerStatement, "header.signer."),
    *names(Arrival, "incoming."),
    *names(Reference, "references[]."),
    *(f"dates[].{name}" for name in ("text", "start", "end", "recurrence")),
    *names(Task, "tasks[]."),
    *(name for name in names(Statements, "") if name not in {"header", "duties"}),
    *(name for name in names(Directive, "") if name not in {"source", "secrecy", "statements"}),
]


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_of_the_record_stands_in_the_glossary(field):
    assert f"| `{field}` |" in GLOSSARY


def test_the_glossary_names_no_field_that_is_not_there():
    named = re.findall(r"^\|[^|]+\| `([^`]+)` \|", GLOSSARY, re.MULTILINE)
    assert sorted(set(named) - set(FIELDS)) == []
    assert len(named) == len(set(named))


@pytest.mark.parametrize("setting", Settings.model_fields)
def test_every_setting_is_documented(setting):
    assert f"| `VANTHU_{setting.upper()}` |" in OPERATIONS


def test_no_setting_is_documented_that_is_not_there():
    named = set(re.findall(r"^\| `VANTHU_(\w+)` \|", OPERATIONS, re.MULTILINE))
    assert named == {name.upper() for name in Settings.model_fields}


@pytest.mark.parametrize("command", sorted(get_command(app).commands))
def test_every_command_is_documented(command):
    assert f"`vanthu {command}" in OPERATIONS
    assert f"vanthu {command} " in README


def routes():
    paths = create_app(Settings()).openapi()["paths"]
    return [f"{method.upper()} {path}" for path, item in paths.items() for method in item]


@pytest.mark.parametrize("route", routes())
def test_every_route_of_the_api_is_documented(route):
    assert f"| `{route}` |" in OPERATIONS


def pages_of_the_desk():
    source = (ROOT / "api" / "routes" / "pages.py").read_text("utf-8")
    return re.findall(r"@router\.(\w+)\(\s*\"([^\"]+)\"", source)


@pytest.mark.parametrize(("method", "path"), pages_of_the_desk())
def test_every_page_of_the_desk_is_documented(method, path):
    assert f"`{method.upper()} {path}`" in OPERATIONS


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_link_leads_to_a_file(page):
    text = (ROOT / page).read_text("utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    assert [link for link in links if not (ROOT / page.parent / link).exists()] == []


def test_every_dependency_has_its_line_in_the_decision():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    decision = (ROOT / "docs" / "decisions" / "0011-dependencies.md").read_text("utf-8")
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    named = {re.split(r"[\[>=<]", line)[0] for line in wanted}
    assert [
        name for name in sorted(named) if not re.search(rf"\b{re.escape(name)}\b", decision)
    ] == []


def test_every_make_target_that_a_page_names_is_there():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    text = "".join((ROOT / page).read_text("utf-8") for page in PAGES)
    assert set(re.findall(r"`make ([a-z-]+)`", text)) <= targets
