"""The command line's own words in Vietnamese: its help, and what it says of a wrong use."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from importlib.metadata import version
from typing import TYPE_CHECKING, Final

import typer
from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:  # typer shows these two classes nowhere else
    from typer._click import Command as AnyCommand
    from typer._click import Context, HelpFormatter, Parameter
    from typer.core import TyperOption

HELP: Final = "Xem hướng dẫn này."
_TERMS: Final = {
    "[OPTIONS]": "[TÙY CHỌN]",
    "COMMAND [ARGS]...": "LỆNH [THAM SỐ]…",
    "[required]": "[bắt buộc]",
    "[default: ": "[mặc định: ",
    "<int range>": "SỐ",
    "<int>": "SỐ",
    "<str>": "CHỮ",
    " <list[str]>": "",
    " <list[Path]>": "",
    " <path>": "",
    "{": "",
    "}": "",
    "...": "…",
}
_ENGLISH: Final = re.compile("|".join(map(re.escape, _TERMS)))
_EXTRA: Final = re.compile(r" \((?P<words>.+)\)")


def print_version(is_asked: bool) -> None:  # noqa: FBT001 - typer's form
    """Print the version of the program and leave, where that was asked."""
    if is_asked:
        typer.echo(f"Văn Thư {version('vanthu')}")
        raise typer.Exit


class Command(TyperCommand):
    """A command whose help is in Vietnamese."""

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the line of use."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write arguments and options."""
        _write_parameters(self.get_params(ctx), ctx, formatter)

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """The option --help."""
        return _say_help(super().get_help_option(ctx))


class Group(TyperGroup):
    """All commands; their help, and what is said of one that there is not, in Vietnamese."""

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the line of use."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write options and commands, each with the first sentence of its help."""
        _write_parameters(self.get_params(ctx), ctx, formatter)
        with formatter.section("Lệnh"):
            formatter.write_dl([(name, row.help or "") for name, row in self.commands.items()])

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """The option --help."""
        return _say_help(super().get_help_option(ctx))

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[str | None, AnyCommand | None, list[str]]:
        """The command that the first word names, and the words behind it."""
        if args[0] not in self.commands and not args[0].startswith("-"):
            raise NoSuchCommand(args[0], self.commands)
        return super().resolve_command(ctx, args)


class NoSuchCommand(typer.TyperException):
    """A first word that names no command."""

    def __init__(self, name: str, commands: Iterable[str]) -> None:
        """Say which of the commands is nearest."""
        near = get_close_matches(name, list(commands), n=1)
        super().__init__(f"không có lệnh “{name}”" + _suggest(near))


def explain_misuse(error: typer.TyperException) -> str:
    """What is wrong with the words of a command, in Vietnamese; no full sentence."""
    name = getattr(error, "option_name", "") or _name(getattr(error, "param", None))
    match type(error).__name__:
        case "NoSuchCommand":
            return error.message
        case "NoSuchOption":
            return f"không có tùy chọn {name}" + _suggest(getattr(error, "possibilities", None))
        case "MissingParameter":
            return f"thiếu {name}"
        case "BadOptionUsage":
            lacks = "requires" in error.message
            return f"tùy chọn {name} {'thiếu' if lacks else 'không nhận'} giá trị"
        case "BadParameter":
            return f"giá trị của {name} không hợp lệ" + _bounds(getattr(error, "param", None))
    extra = _EXTRA.search(error.message)
    return f"thừa “{extra['words']}”" if extra else "thiếu lệnh"


def _write_usage(command: TyperCommand | TyperGroup, ctx: Context, to: HelpFormatter) -> None:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    to.write_usage(ctx.command_path, _ENGLISH.sub(_term, pieces), "Cách dùng: ")


def _write_parameters(
    parameters: Iterable[Parameter], ctx: Context, formatter: HelpFormatter
) -> None:
    sections: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
    for parameter in parameters:
        record = parameter.get_help_record(ctx)
        if record is not None:
            left, right = (_ENGLISH.sub(_term, part) for part in record)
            sections[parameter.param_type_name].append((left, right))
    for heading, rows in zip(("Tham số", "Tùy chọn"), sections.values(), strict=True):
        if rows:
            with formatter.section(heading):
                formatter.write_dl(rows)


def _term(found: re.Match[str]) -> str:
    return _TERMS[found[0]]


def _say_help(option: TyperOption | None) -> TyperOption | None:
    if option is not None:
        option.help = HELP
    return option


def _suggest(near: Iterable[str] | None) -> str:
    return f" (có phải {' hoặc '.join(near)}?)" if near else ""


def _name(parameter: Parameter | None) -> str:
    if parameter is None:
        return "tham số"
    is_option = parameter.param_type_name == "option"
    return max(parameter.opts, key=len) if is_option else str(getattr(parameter, "metavar", ""))


def _bounds(parameter: Parameter | None) -> str:
    low, high = getattr(parameter, "min", None), getattr(parameter, "max", None)
    if low is not None and high is not None:
        return f"; hãy ghi một số từ {low} đến {high}"
    described = getattr(parameter, "type_descriptor", None)
    return "; hãy ghi một số" if getattr(described, "annotation", None) is int else ""
