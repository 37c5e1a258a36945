"""Files that the command line reads and writes."""

from collections.abc import Iterable
from pathlib import Path

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
    """Where the record of each file is to be written: in `folder`, which is made; no two alike."""
    if folder is None:
        return {}
    folder.mkdir(parents=True, exist_ok=True)
    places: dict[Path, Path] = {}
    for path in paths:
        place = folder / f"{path.stem}.json"
        places[path] = folder / f"{path.name}.json" if place in places.values() else place
    return places
