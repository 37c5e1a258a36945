import json
import subprocess
import sys

from api.work.steps.keywords import find

UNLOADED = "import sys, api.cli, api.work.steps.meaning; sys.exit('underthesea' in sys.modules)"


def test_the_step_gives_keywords_as_json():
    found = json.loads(find("Về bảo trì thang máy", ["Kiểm tra thang máy; sửa cầu dao."]))
    assert found[0] in {"bảo trì", "thang máy"}
    assert "cầu dao" not in found


def test_reading_without_storing_never_loads_the_library():
    command = [sys.executable, "-c", UNLOADED]
    assert subprocess.run(command, check=False).returncode == 0  # noqa: S603 - our own words
