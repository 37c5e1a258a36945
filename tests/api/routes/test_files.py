import xml.etree.ElementTree as ET

import pytest

HOSTILE = '<img src=x onerror=alert(1)>".txt'


@pytest.fixture
def here(app_client):
    files = {"file": (HOSTILE, "số < 12 & một".encode())}
    return app_client.post("/api/v1/documents", files=files).json()["links"]["self"]


def test_the_original_comes_back_unchanged_and_is_never_opened_in_place(app_client, here):
    answer = app_client.get(f"{here}/original")
    assert answer.content == "số < 12 & một".encode()
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''%3Cimg")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]


def test_a_page_of_text_is_drawn_as_its_reading_placed_it(app_client, here):
    answer = app_client.get(f"{here}/pages/1/image")
    assert answer.headers["content-type"] == "image/svg+xml"
    svg = ET.fromstring(answer.text)  # noqa: S314 - our own writing
    words = [element.text for element in svg.iter() if element.tag.endswith("text")]
    assert words == ["số", "<", "12", "&", "một"]
    assert svg.get("viewBox") == "0 0 595.0 842.0"


@pytest.mark.parametrize("path", ["pages/2/image", "pages/99/image"])
def test_a_page_that_is_not_there_is_a_problem(app_client, here, path):
    answer = app_client.get(f"{here}/{path}")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize("query", ["width=10", "width=9999", "width=x"])
def test_a_width_beyond_reason_is_a_problem(app_client, here, query):
    answer = app_client.get(f"{here}/pages/1/image?{query}")
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")
