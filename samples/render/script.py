"""The script of one sample: what is printed, stamped and signed, and how the paper was worn."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Head:
    """The letterhead and title. A line between ** is bold, between __ italic."""

    left: tuple[str, ...]
    right: tuple[str, ...] = (
        "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**",
        "**Độc lập - Tự do - Hạnh phúc**",
    )
    number: str = ""
    place_date: str = ""
    about: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    number_by_hand: str = ""
    day_by_hand: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """Nơi nhận on the left, signers on the right: each is lines of authority and a name."""

    recipients: tuple[str, ...] = ()
    signers: tuple[tuple[tuple[str, ...], str], ...] = ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """The ĐẾN stamp; what is inside `number`, `date` and `forwarded` is written by hand."""

    organisation: str
    number: str
    date: str
    forwarded: str = ""
    file_label: str = "Số và ký hiệu HS:"
    left_mm: float = 24
    top_mm: float = 46
    room_mm: float = 36


@dataclass(frozen=True, slots=True)
class Paper:
    """How the document comes: its file, resolution, kind of wear, marks, seal and typeface."""

    file: str
    wear: str = "none"
    dpi: int = 300
    quality: int = 62
    seal: str = ""
    urgency: str = ""
    secrecy: str = ""
    font_size: float = 14
    face: str = "times"
    signature_block: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """A whole sample as its TOML file states it."""

    head: Head
    body: str
    closing: Closing
    paper: Paper
    arrival: Arrival | None = None
    appendix: str = ""
    enclosed: tuple["Script", ...] = ()


def load_script(path: Path) -> Script:
    """Return the script in the TOML file at `path`."""
    return _script(tomllib.loads(path.read_text("utf-8")), {})


def _script(table: dict[str, Any], paper: dict[str, Any]) -> Script:
    """Return the script of a table; an enclosed one takes what it lacks of the outer's `paper`."""
    arrival, paper = table.get("arrival"), paper | table.get("paper", {})
    return Script(
        head=Head(**_frozen(table["head"])),
        body=table["body"],
        closing=_closing(table.get("closing", {})),
        paper=Paper(**_frozen(paper)),
        arrival=Arrival(**arrival) if arrival else None,
        appendix=table.get("appendix", ""),
        enclosed=tuple(_script(inner, paper) for inner in table.get("enclosed", ())),
    )


def _closing(table: dict[str, Any]) -> Closing:
    signers = tuple((tuple(item["lines"]), item["name"]) for item in table.get("signers", ()))
    return Closing(recipients=tuple(table.get("recipients", ())), signers=signers)


def _frozen(table: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in table.items()}
