from pathlib import Path

import pytest
from pydantic import ValidationError

from api.settings import Settings, default_data_dir


def test_settings_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("VANTHU_WORKERS", "3")
    monkeypatch.setenv("VANTHU_DATA_DIR", "/somewhere")
    settings = Settings()
    assert (settings.workers, settings.data_dir) == (3, Path("/somewhere"))


def test_a_setting_out_of_range_is_not_taken(monkeypatch):
    monkeypatch.setenv("VANTHU_WORKERS", "0")
    with pytest.raises(ValidationError):
        Settings()


def test_data_lies_in_the_xdg_folder_or_for_root_in_var_lib(monkeypatch, is_root):
    monkeypatch.setenv("XDG_DATA_HOME", "/home/x/data")
    expected = "/var/lib/vanthu" if is_root else "/home/x/data/vanthu"
    assert default_data_dir() == Path(expected)


def test_every_setting_is_described():
    assert all(field.description for field in Settings.model_fields.values())
