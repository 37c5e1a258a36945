import io
from datetime import date

import pytest
from openpyxl import load_workbook

from api.exports.hits import write_docx, write_xlsx
from api.store.search.found import Found, Hit
from api.store.tables import Document

WORDS = {"replaces": "đã bị thay thế"}


def found(*ended, **changes):
    told = {"id": 1, "file_name": "a.pdf", "number": "1/KH", "issued_on": date(2026, 3, 5)}
    return Found((Hit(Document(**told | changes), "head", None, (), ended),), 1)


@pytest.mark.parametrize("subject", ["=1+1", "+84", "@SUM(A1)"])
def test_text_is_never_a_formula(subject):
    sheet = load_workbook(io.BytesIO(write_xlsx(found(subject=subject), "q", WORDS))).active
    assert (sheet["F4"].value, sheet["F4"].data_type) == (subject, "s")


def test_a_question_is_never_a_formula():
    sheet = load_workbook(io.BytesIO(write_xlsx(found(), "=1+1", WORDS))).active
    assert sheet["A1"].data_type == "s"


@pytest.mark.parametrize("write", [write_xlsx, write_docx])
def test_characters_that_xml_does_not_know_are_left_out(write):
    assert write(found(subject="a\x00b\x0bc"), "a\x01", WORDS)


@pytest.mark.parametrize("write", [write_xlsx, write_docx])
def test_no_hits_make_a_file_too(write):
    assert write(Found(), "hồ sơ", WORDS)


def test_a_document_that_was_replaced_is_marked():
    content = write_xlsx(found("replaces", subject="Về hộ tịch"), "q", WORDS)
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet["F4"].value == "Về hộ tịch (đã bị thay thế)"
