"""What an administrator may set: variables `VANTHU_…`, each with a default that suits one desk."""

import os
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

MEBIBYTE = 1024 * 1024


def default_data_dir() -> Path:
    """The folder of all data: /var/lib/vanthu as root, else `vanthu` in the XDG data folder."""
    if os.geteuid() == 0:
        return Path("/var/lib/vanthu")
    home = os.environ.get("XDG_DATA_HOME", "")
    return (Path(home) if home.startswith("/") else Path.home() / ".local" / "share") / "vanthu"


class Settings(BaseSettings):
    """The settings of one process, read once when it starts."""

    model_config = SettingsConfigDict(
        env_prefix="VANTHU_", env_parse_none_str="", frozen=True, extra="ignore"
    )

    database_url: str | None = Field(
        default=None,
        description="An existing PostgreSQL (postgresql://…); without it a private one is run.",
    )
    data_dir: Path = Field(
        default_factory=default_data_dir,
        description="The folder of the originals and of the private cluster.",
    )
    storage_url: str | None = Field(
        default=None,
        description="Where the originals are kept instead (s3://bucket/folder).",
    )
    host: str = Field(
        default="127.0.0.1", description="The address that `vanthu serve` listens on."
    )
    port: int = Field(default=8787, ge=1, le=65535, description="The port of `vanthu serve`.")
    workers: int = Field(
        default_factory=lambda: len(os.sched_getaffinity(0)),
        ge=1,
        le=256,
        description="How many pages are read at the same time, each in a process of its own.",
    )
    accept_confidence: float | None = Field(
        default=0.9,
        ge=0,
        le=1,
        description="How sure a task must be to be accepted without the clerk; empty: none is.",
    )
    term_days: int | None = Field(
        default=None,
        ge=1,
        le=366,
        description="The office's own term in working days, where a document states no time.",
    )
    remind_days: int = Field(
        default=3, ge=0, le=60, description="Days before a task is due that it is reminded of."
    )
    max_upload_bytes: int = Field(
        default=100 * MEBIBYTE, ge=1, description="The largest file that is taken in."
    )
    max_pages: int = Field(
        default=1000, ge=1, description="The most pages that one file may have."
    )
    ocr_engine: Literal["auto", "tesserocr", "pytesseract"] = Field(
        default="auto",
        description="What reads scans; auto: tesserocr, or pytesseract where that is missing.",
    )
    inspect_seconds: int = Field(
        default=20, ge=1, description="How long the inspection of a file may take."
    )
    page_seconds: int = Field(
        default=90, ge=1, description="How long the reading of one page may take."
    )
    meaning_seconds: int = Field(
        default=300, ge=1, description="How long the understanding of one document may take."
    )
    child_memory_bytes: int = Field(
        default=3072 * MEBIBYTE,
        ge=256 * MEBIBYTE,
        description="The address space of each process that reads pages.",
    )
    upload_idle_seconds: float = Field(
        default=15, gt=0, description="How long an upload may stand still before it is given up."
    )
    upload_total_seconds: float = Field(
        default=600, gt=0, description="How long one upload may take altogether."
    )


@cache
def load_settings() -> Settings:
    """The settings that the environment gives this process."""
    return Settings()
