"""Topics of a report that is asked for."""

import pytest

ASKED = "Sở Nội vụ đề nghị UBND các huyện báo cáo công tác văn thư theo các nội dung sau:"
TOPICS = ["Tình hình nhân sự làm văn thư.", "Kinh phí bố trí hằng năm.", "Những khó khăn khác."]


def test_topics_below_a_request_belong_to_its_duty(lay):
    rows = [(0, "", ASKED), *((0, f"{n}.", text) for n, text in enumerate(TOPICS, 1))]
    ((action, lead, *_),) = lay(rows, kind="CV", issuer="Sở Nội vụ")
    assert action == (
        "báo cáo công tác văn thư theo các nội dung sau: 1. Tình hình nhân sự làm văn thư. "
        "2. Kinh phí bố trí hằng năm. 3. Những khó khăn khác"
    )
    assert lead == ["UBND các huyện"]


@pytest.mark.parametrize(
    "asked",
    [
        "Sở Nội vụ đề nghị UBND các huyện thực hiện các nội dung sau:",
        "Sở Nội vụ đề nghị UBND các huyện báo cáo theo các nội dung sau:",
    ],
)
def test_what_is_to_be_done_below_a_request_is_a_duty_each(lay, asked):
    rows = [(0, "", asked), (0, "1.", "Rà soát hồ sơ lưu trữ."), (0, "2.", "Lập danh mục hồ sơ.")]
    duties = lay(rows, kind="CV", issuer="Sở Nội vụ")
    assert [duty[0] for duty in duties] == ["Rà soát hồ sơ lưu trữ", "Lập danh mục hồ sơ"]


def test_an_opinion_that_is_only_carried_out_asks_for_no_report(lay):
    asked = "Thực hiện ý kiến chỉ đạo của UBND tỉnh, Sở Nội vụ đề nghị các huyện làm nội dung sau:"
    rows = [
        (0, "", asked),
        (0, "1.", "Phòng Nội vụ các huyện rà soát hồ sơ."),
        (0, "2.", "UBND các xã lập danh mục hồ sơ."),
    ]
    duties = lay(rows, kind="CV", issuer="Sở Nội vụ")
    assert [duty[:2] for duty in duties] == [
        ("rà soát hồ sơ", ["Phòng Nội vụ các huyện"]),
        ("lập danh mục hồ sơ", ["UBND các xã"]),
    ]
