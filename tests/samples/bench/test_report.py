from xml.etree import ElementTree as ET

import pytest

from samples.bench.errors import Errors
from samples.bench.report import Figures, keep, plot_of, table_of

FOUND = [
    Figures("fax", "tesseract", Errors(2, 100, 2, 20, 1, 2), 4.0),
    Figures("fax", "vanthu", Errors(0, 100, 0, 20, 2, 2), 1.0),
    Figures("photo", "tesseract", Errors(50, 100, 20, 20, 0, 2), 6.0),
    Figures("photo", "vanthu", Errors(1, 100, 1, 20, 2, 2), 2.0),
]


def test_the_readers_of_a_condition_stand_side_by_side():
    *_, fax, photo = table_of(FOUND).splitlines()
    assert fax == "| fax | 2.00 / 0.00 | 10.00 / 0.00 | 50 / 100 | 4.00 / 1.00 |"
    assert photo.startswith("| photo | 50.00 / 1.00 |")


def test_the_longer_bar_is_the_worse_reader():
    root = ET.fromstring(plot_of(FOUND))  # noqa: S314 - our own drawing
    bars = [item for item in root if item.tag.endswith("rect") and float(item.get("y")) > 30]
    widths = [float(bar.get("width")) for bar in bars]
    assert widths[1] == 0 < widths[3] < widths[0] < widths[2]


def test_the_table_replaces_the_one_that_was_kept_before(tmp_path):
    page = tmp_path / "accuracy.md"
    page.write_text(
        "before\n<!-- bench-ocr: written by `make bench-ocr` -->\nold\n<!-- /bench-ocr -->\nafter"
    )
    keep(FOUND, tmp_path)
    text = page.read_text("utf-8")
    assert "old" not in text
    assert table_of(FOUND) in text
    assert text.startswith("before\n")
    assert text.endswith("\nafter")
    assert (tmp_path / "accuracy.svg").read_text("utf-8") == plot_of(FOUND)


@pytest.mark.parametrize("rate", [0, 100])
def test_a_rate_at_either_end_stays_on_the_plot(rate):
    root = ET.fromstring(  # noqa: S314 - our own drawing
        plot_of([Figures("fax", "vanthu", Errors(rate, 100, 0, 1, 0, 0), 0)])
    )
    bar = [item for item in root if item.tag.endswith("rect")][-1]
    assert 0 <= float(bar.get("width")) <= 560
