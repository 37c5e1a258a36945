"""The real server on a data folder of its own, and Debian's Chromium to look at it."""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
START_SECONDS = 90
STOP_SECONDS = 30


@pytest.fixture(scope="module")
def chromium() -> str:
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if found is None:
        pytest.skip(f"no browser is installed (looked for {', '.join(CHROMIUM_NAMES)})")
    return found


@pytest.fixture(scope="module")
def data_dir() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="vanthu-browser-") as folder:
        Path(folder).chmod(0o711)  # the account of the database passes through
        yield Path(folder)


@pytest.fixture(scope="module")
def server(chromium: str, data_dir: Path) -> Iterator[str]:  # noqa: ARG001 -- skips without one
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "api.cli", "serve", "--port", str(port)]
    environment = os.environ | {"VANTHU_DATA_DIR": str(data_dir)}
    environment.pop("VANTHU_DATABASE_URL", None)
    log = data_dir / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 -- our own server
            command, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        wait_until_up(process, f"http://127.0.0.1:{port}", log)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(STOP_SECONDS)


def wait_until_up(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(httpx.TransportError):
            if httpx.get(f"{address}/api/v1/health", timeout=5).is_success:
                return
        time.sleep(0.2)
    pytest.fail(f"the server does not answer:\n{log.read_text()[-2000:]}")


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    arguments = ["--disable-gpu", "--disable-dev-shm-usage"]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    """A fresh page of the desk; at the end nothing may stand in its console."""
    page = browser.new_page(base_url=server, viewport={"width": 1366, "height": 768})
    complaints: list[str] = []
    page.on(
        "console",
        lambda told: complaints.append(told.text) if told.type in {"error", "warning"} else None,
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto("/")
    yield page
    page.close()
    # What the browser and htmx say of a refusal that the page tells.
    refused = re.compile(r"responded with a status of 4|Response Status Error Code 4")
    assert [told for told in complaints if not refused.search(told)] == []
