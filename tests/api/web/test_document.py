from api.web.document import PageSize, view_document

SIZES = (PageSize(1, 595, 842), PageSize(2, 595, 842))
TYPES = {"CV": "Công văn"}


def test_every_box_stands_on_its_page(record):
    view = view_document(record, SIZES, TYPES)
    assert [page.size.number for page in view.pages] == [1, 2]
    assert {mark.place.page for mark in view.pages[1].marks} == {2}


def test_values_that_were_read_at_one_place_share_a_mark(record):
    view = view_document(record, SIZES, TYPES)
    shared = [mark for mark in view.pages[1].marks if mark.place.top == 80]
    assert len(shared) == 1
    assert [value.path for value in shared[0].values] == ["tasks[0].lead[0]", "tasks[1].lead[0]"]
    assert shared[0].title == "Chủ trì: Văn phòng"


def test_smaller_boxes_lie_on_top(record):
    record["header"]["subject"]["evidence"]["box"] = [50, 50, 550, 400]
    marks = view_document(record, SIZES, TYPES).pages[0].marks
    assert marks[0].values[0].path == "header.subject"


def test_a_page_with_a_value_to_check_is_marked(record):
    view = view_document(record, SIZES, TYPES)
    assert [page.is_doubtful for page in view.pages] == [True, False]


def test_what_enclosed_documents_leave_to_the_clerk_counts_too(record):
    record["enclosed"] = [{**record, "review": ["header.date"]}]
    view = view_document(record, SIZES, TYPES)
    assert len(view.directives) == 2
    assert view.review[-1].path == "enclosed[0].header.date"


def test_known_notices_are_told_and_unknown_ones_are_not(record):
    notices = view_document(record, SIZES, TYPES).notices
    assert len(notices) == 1
    assert "độ phân giải thấp" in notices[0]


def test_a_document_whose_pages_have_no_size_is_shown_without_them(record):
    assert view_document(record, (), TYPES).pages == ()
