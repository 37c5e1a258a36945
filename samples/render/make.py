"""Render samples anew: `python -m samples.render.make [ID …]`; without an ID all of them."""

import sys
from pathlib import Path

from samples.render.paper import make_file
from samples.render.script import load_script

SAMPLES = Path(__file__).resolve().parent.parent


def main(chosen: list[str]) -> None:
    """Write the document of every chosen sample that has a script."""
    for path in sorted(SAMPLES.glob("*/script.toml")):
        if chosen and path.parent.name not in chosen:
            continue
        script = load_script(path)
        data = make_file(script)
        (path.parent / script.paper.file).write_bytes(data)
        print(f"{path.parent.name}/{script.paper.file}: {len(data) // 1024} KB")


if __name__ == "__main__":
    main(sys.argv[1:])
