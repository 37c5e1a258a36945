"""The commands as a user calls them: whole processes."""

import json
import os
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from sqlalchemy import text

ROOT = Path(__file__).resolve().parents[2]
PLAN = """UBND HUYỆN AN HẢI

Số: 45/KH-UBND
An Hải, ngày 12 tháng 3 năm 2024

KẾ HOẠCH
Tổ chức Ngày hội đọc sách năm 2024

Căn cứ Quyết định số 17/QĐ-UBND ngày 05/01/2024 của UBND tỉnh Đông Bình.

I. MỤC ĐÍCH
- Phát triển văn hóa đọc trong cộng đồng.

II. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa và Thông tin
- Tổng hợp kết quả, báo cáo UBND huyện trước ngày 20/5/2024.
"""


@pytest.fixture
def run(tmp_path):
    """Runs `vanthu` with these arguments; a store that it needs is told by `data`."""

    def run_command(*arguments, url=None, **variables):
        told = {"VANTHU_DATA_DIR": str(tmp_path / "data"), "VANTHU_WORKERS": "1", **variables}
        if url:
            told["VANTHU_DATABASE_URL"] = url
        return subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-W", "error", "-m", "api.cli", *map(str, arguments)],
            check=False,
            capture_output=True,
            text=True,
            cwd=ROOT,
            env={**os.environ, **told, "PYTHONPATH": str(ROOT)},
        )

    return run_command


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PLAN, "utf-8")
    return path


def test_explain_writes_a_page_with_the_spans_and_the_record(run, plan, tmp_path):
    done = run("explain", plan, "--out", tmp_path / "a.html")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "a.html").read_text("utf-8")
    assert "17/QĐ-UBND" in page
    assert "reference.numbered" in page


def test_explain_keeps_nothing_of_a_secret_document(run, tmp_path):
    secret = ROOT / "samples" / "van-ban-mat" / "van-ban-mat.pdf"
    done = run("explain", secret, "--out", tmp_path / "a.html")
    assert done.returncode == 4
    assert not (tmp_path / "a.html").exists()


def test_extract_prints_a_summary_that_a_clerk_can_read(run, plan):
    done = run("extract", plan)
    assert done.returncode == 0, done.stderr
    assert "45/KH-UBND" in done.stdout
    assert "12/03/2024" in done.stdout
    assert "Văn bản liên quan" in done.stdout


def test_extract_goes_on_after_what_cannot_be_read_or_kept(run, plan, tmp_path):
    bad, secret = tmp_path / "hong.pdf", tmp_path / "mat.txt"
    bad.write_bytes(b"%PDF-1.7 broken")
    secret.write_text(f"TỐI MẬT\n\n{PLAN}", "utf-8")
    files = (bad, tmp_path / "nothing.pdf", secret, plan)
    done = run("extract", "--json", "--out", tmp_path / "out", *files)
    assert done.returncode == 4
    withheld, line = sorted(done.stdout.splitlines(), key=len)
    assert json.loads(line)["header"]["number"]["value"] == "45/KH-UBND"
    assert json.loads(withheld).keys() == {"source", "header"}
    assert json.loads(withheld)["header"] == {"secrecy": "TỐI MẬT"}
    assert f"{bad}: Tệp bị hỏng" in done.stderr
    assert "nothing.pdf: Không mở được tệp" in done.stderr
    assert "sổ mật" in done.stderr
    written = json.loads((tmp_path / "out" / "ke-hoach.json").read_text("utf-8"))
    assert written == json.loads(line)
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_a_file_that_cannot_be_read_has_its_exit_code_and_is_named(run, tmp_path):
    assert run("extract", tmp_path / "nothing.pdf").returncode == 3
    done = run("explain", tmp_path / "nothing.pdf")
    assert done.returncode == 3
    assert "nothing.pdf: Không mở được tệp" in done.stderr


def test_the_version_is_told(run):
    done = run("--version")
    assert (done.returncode, done.stdout) == (0, f"Văn Thư {version('vanthu')}\n")


def test_wrong_use_is_told_in_vietnamese(run):
    done = run("extract", "--no-such", "x")
    assert done.returncode == 2
    assert done.stderr.startswith("Lệnh sai: ")


def test_a_wrong_setting_is_named(run, plan):
    done = run("extract", plan, VANTHU_WORKERS="0")
    assert done.returncode == 2
    assert "VANTHU_WORKERS" in done.stderr


def test_a_store_is_filled_listed_and_searched(run, plan, engine, database_url, tmp_path):
    assert engine is not None
    secret = tmp_path / "in" / "mat.txt"
    secret.parent.mkdir()
    secret.write_text(f"MẬT\n\n{PLAN}", "utf-8")
    done = run("ingest", plan, secret.parent, url=database_url)
    assert done.returncode == 4, done.stderr
    assert "Đã lưu và đọc 1 văn bản trong 2 tệp." in done.stdout
    (document,) = run("documents", "--json", url=database_url).stdout.splitlines()
    assert json.loads(document)["number"] == "45/KH-UBND"
    found = run("search", "doc", "sach", url=database_url)
    assert "1 văn bản" in found.stdout
    document_id = json.loads(document)["id"]
    reread = ("reread", document_id, 999999)
    spoil = text("UPDATE documents SET record = jsonb_set(record, '{header,subject}', '\"Cũ\"')")
    with engine.begin() as connection:
        connection.execute(spoil)
    told = run(*reread, "--accept", url=database_url)
    assert re.search("Trích yếu +Cũ +Tổ chức Ngày hội đọc sách", told.stdout)
    assert (told.returncode, "Văn bản 999999: Không có" in told.stderr) == (2, True)
    assert "đọc lại không có gì đổi" in run(*reread, url=database_url).stdout
    missing = run("show", "999999", url=database_url)
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "999999" in missing.stderr


def test_help_loads_nothing_heavy():
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "api.cli", "--help"],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    for heavy in ("spacy", "cv2", "sqlalchemy", "fastapi", "numpy", "procrastinate"):
        assert f" {heavy}\n" not in done.stderr
