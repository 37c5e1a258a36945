import pytest

from api.web.directive import DirectiveView, view_directive
from api.web.leaf import Value

TYPES = {"CV": "Công văn", "KH": "Kế hoạch", "L": "Luật"}


@pytest.fixture
def view(record) -> DirectiveView:
    return view_directive(record, TYPES)


def texts(values: tuple[Value, ...]) -> list[str]:
    return [value.text for value in values]


def test_the_title_is_the_name_of_the_type_and_the_number(view):
    assert view.title == "Công văn 41/UBND-NV"
    assert view.issuer == "UBND huyện Tam Nông"
    assert view.pages == "trang 1–2"


def test_the_title_of_a_document_without_a_number_is_its_type(record):
    record["header"]["number"] = None
    assert view_directive(record, TYPES).title == "Công văn"


def test_days_are_shown_the_vietnamese_way(view):
    shown = {value.path: value.text for value in view.values()}
    assert shown["header.date"] == "05/03/2026"
    assert shown["incoming.date"] == "06/03/2026"


def test_what_a_clerk_can_fill_in_is_shown_where_it_is_empty(view, record):
    paths = [value.path for value in view.header]
    assert "header.parent" in paths
    assert "header.signer.name" in [value.path for value in view.signers]
    assert "header.secrecy" not in paths
    record["header"]["issuer"] = None
    empty = view_directive(record, TYPES).header
    assert [value.text for value in empty if value.path == "header.issuer"] == [""]


def test_every_field_of_the_stamp_is_shown(view, record):
    assert [value.label for value in view.incoming][:3] == ["Cơ quan nhận", "Số đến", "Ngày đến"]
    record["incoming"] = None
    assert view_directive(record, TYPES).incoming == ()


def test_a_reference_is_named_by_type_and_number_or_as_it_is_mentioned(view):
    assert [row.name.text for row in view.references] == ["Kế hoạch 12/KH-UBND", "Luật Lưu trữ"]
    assert [row.relation for row in view.references] == ["Thực hiện", "Căn cứ"]


def test_a_date_is_shown_as_days_or_as_a_recurrence(view):
    assert [row.days for row in view.dates] == ["10/03/2026 – 20/03/2026", "hằng tháng, ngày 25"]


def test_a_task_says_who_what_and_until_when(view):
    first, second = view.tasks
    assert texts(first.lead) == ["Văn phòng"]
    assert texts(first.support) == ["Phòng Nội vụ"]
    assert first.deadline.text == "trước 20/03/2026"
    assert first.section == "1. Công tác chuẩn bị"
    assert second.deadline.text == "hằng tháng, ngày 25"


def test_the_printed_deadline_is_not_repeated_where_the_action_says_it(view):
    assert [task.deadline_text for task in view.tasks] == ["", "ngày 25 hằng tháng"]


def test_an_enclosed_directive_has_paths_of_its_own(record):
    view = view_directive(record, TYPES, "enclosed[0].")
    assert view.anchor == "enclosed-0"
    number = next(value for value in view.header if value.label == "Số, ký hiệu")
    assert number.path == "enclosed[0].header.number"
    assert number.is_review


def test_a_record_of_a_secret_document_holds_nothing_but_its_level():
    view = view_directive({"source": {}, "header": {"secrecy": "MẬT"}}, TYPES)
    assert [value.text for value in view.values() if value.text] == ["MẬT"]
