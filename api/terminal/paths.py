"""Files that the command line reads and writes."""

from collections.abc import Iterable
from pathlib import Path

from api.errors import Problem

SUFFIXES = {".pdf", ".tif", ".tiff", ".jpg", ".jpeg", ".png", ".txt"}


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files that are named, and the documents in the folders that are."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        seen = [file for file in inside if file == path or _is_document(file)]
        found.update(dict.fromkeys(seen))
    return list(found)


def _is_document(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() in SUFFIXES and not path.name.startswith(".")


def plan_outputs(paths: Iterable[Path], folder: Path | None) -> dict[Path, Path]:
    """Where the record of each file is to be written: in `folder`, which is made; no two alike.

    Raises:
        Problem: invalid_request where the folder cannot be made.
    """
    if folder is None:
        return {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder) from error
    places: dict[Path, Path] = {}
    for path in paths:
        place = folder / f"{path.stem}.json"
        places[path] = folder / f"{path.name}.json" if place in places.values() else place
    return places


def write_text(place: Path, text: str) -> None:
    """Write a text as UTF-8.

    Raises:
        Problem: invalid_request where the place cannot be written.
    """
    try:
        place.write_text(text, "utf-8")
    except OSError as error:
        raise _unwritable(place) from error


def _unwritable(place: Path) -> Problem:
    detail = f"Không ghi được {place}; hãy kiểm tra đường dẫn, quyền ghi và chỗ trống."
    return Problem(code="invalid_request", detail=detail)
