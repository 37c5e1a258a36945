"""Makes the Python client of the API from its OpenAPI document, by openapi-python-client."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from api.app import create_app
from api.settings import Settings

TOOLS: Final = Path(__file__).resolve().parent.parent / ".venv" / "client" / "bin"
# Files are given as bytes, whatever they are.
FILES: Final = (
    "image/png",
    "image/svg+xml",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
CONFIG: Final = {
    "project_name_override": "vanthu-client",
    "package_name_override": "vanthu_client",
    "content_type_overrides": dict.fromkeys(FILES, "application/octet-stream"),
}


def make_client(folder: Path) -> None:
    """Write the client, a package that pip can install, into a folder.

    Raises:
        subprocess.CalledProcessError: a part of the document has no place in the client.
    """
    described = create_app(Settings()).openapi()
    with tempfile.TemporaryDirectory() as work:
        document, config = Path(work) / "openapi.json", Path(work) / "config.json"
        document.write_text(json.dumps(described), "utf-8")
        config.write_text(json.dumps(CONFIG), "utf-8")
        subprocess.run(  # noqa: S603 - our own tool
            [
                *(str(TOOLS / "openapi-python-client"), "generate", "--meta", "uv"),
                *("--path", str(document), "--config", str(config), "--fail-on-warning"),
                *("--output-path", str(folder), "--overwrite"),
            ],
            check=True,
            env={**os.environ, "PATH": f"{TOOLS}{os.pathsep}{os.environ['PATH']}"},
        )


if __name__ == "__main__":
    make_client(Path(sys.argv[1]))
