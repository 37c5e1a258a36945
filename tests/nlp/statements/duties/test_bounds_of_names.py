"""Where the name of a unit ends and its work begins, in sentences and headings."""

import pytest

IMPLEMENTATION = (0, "III.", "TỔ CHỨC THỰC HIỆN")


@pytest.mark.parametrize(
    ("text", "lead", "action"),
    [
        (
            "Yêu cầu Ban Quản lý dự án ĐTXD các công trình giao thông trả lại mặt bằng cho xã.",
            "Ban Quản lý dự án ĐTXD các công trình giao thông",
            "trả lại mặt bằng cho xã",
        ),
        (
            "Giám đốc các Sở: Tư pháp; Giáo dục và Đào tạo; Văn hóa và Thể thao mở lớp bơi.",
            "Giám đốc các Sở: Tư pháp; Giáo dục và Đào tạo; Văn hóa và Thể thao",
            "mở lớp bơi",
        ),
        (
            "Các cơ quan thông tin đại chúng: thường xuyên đưa tin cảnh báo.",
            "Các cơ quan thông tin đại chúng",
            "thường xuyên đưa tin cảnh báo",
        ),
        (
            "Cha mẹ, người chăm sóc trẻ có trách nhiệm đưa đón trẻ đúng giờ.",
            "Cha mẹ, người chăm sóc trẻ",
            "đưa đón trẻ đúng giờ",
        ),
        (
            "Ban Chỉ đạo xây dựng nông thôn mới huyện thẩm tra hồ sơ của hai xã.",
            "Ban Chỉ đạo xây dựng nông thôn mới huyện",
            "thẩm tra hồ sơ của hai xã",
        ),
        (
            "Giao Ban Chỉ đạo Ứng phó với hạn mặn và Phòng cháy rừng tỉnh cập nhật bản đồ.",
            "Ban Chỉ đạo Ứng phó với hạn mặn và Phòng cháy rừng tỉnh",
            "cập nhật bản đồ",
        ),
        (
            "Tổ công tác triển khai Đề án 06 các huyện, thị, thành làm sạch dữ liệu dân cư.",
            "Tổ công tác triển khai Đề án 06 các huyện, thị, thành",
            "làm sạch dữ liệu dân cư",
        ),
        (
            "Ban Chỉ đạo chuyển đổi số xã tổ chức kiểm tra các thôn trên địa bàn xã.",
            "Ban Chỉ đạo chuyển đổi số xã",
            "tổ chức kiểm tra các thôn trên địa bàn xã",
        ),
        (
            "Sở Y tế chỉ đạo Trung tâm Y tế các huyện làm đầu mối lấy mẫu nước giếng.",
            "Sở Y tế",
            "chỉ đạo Trung tâm Y tế các huyện làm đầu mối lấy mẫu nước giếng",
        ),
        (
            "Yêu cầu các huyện, Thành phố theo chức năng, quyền hạn chỉ đạo dân quân tuần tra đê.",
            "các huyện, Thành phố",
            "theo chức năng, quyền hạn chỉ đạo dân quân tuần tra đê",
        ),
        (
            "Các cơ quan, tổ chức kinh tế, xã hội trong phạm vi chức năng có trách nhiệm góp quỹ.",
            "Các cơ quan, tổ chức kinh tế, xã hội",
            "trong phạm vi chức năng có trách nhiệm góp quỹ",
        ),
        (
            "Các tổ chức kinh tế, tổ chức chính trị - xã hội trên địa bàn vận động góp quỹ.",
            "Các tổ chức kinh tế, tổ chức chính trị - xã hội trên địa bàn",
            "vận động góp quỹ",
        ),
        (
            "Đề nghị các cơ quan Trung ương đóng trên địa bàn tỉnh treo cờ trước trụ sở.",
            "các cơ quan Trung ương đóng trên địa bàn tỉnh",
            "treo cờ trước trụ sở",
        ),
        (
            "Yêu cầu Thủ trưởng các sở có liên quan không được chủ quan, cần phải trực đủ quân.",
            "Thủ trưởng các sở có liên quan",
            "không được chủ quan, cần phải trực đủ quân",
        ),
        (
            "Đề nghị các phòng giáo dục và đào tạo báo cáo số lớp ghép.",
            "các phòng giáo dục và đào tạo",
            "báo cáo số lớp ghép",
        ),
        (
            "Các cơ sở kinh doanh xăng dầu được kiểm tra chuẩn bị hồ sơ đo lường.",
            "Các cơ sở kinh doanh xăng dầu được kiểm tra",
            "chuẩn bị hồ sơ đo lường",
        ),
        (
            "Thủ trưởng các đơn vị thuộc Bộ trong phạm vi nhiệm vụ được giao, lập đoàn kiểm tra.",
            "Thủ trưởng các đơn vị thuộc Bộ",
            "trong phạm vi nhiệm vụ được giao, lập đoàn kiểm tra",
        ),
        (
            "Đề nghị thành viên Ban Chỉ đạo 389 tỉnh tham gia kiểm tra chợ.",
            "thành viên Ban Chỉ đạo 389 tỉnh",
            "tham gia kiểm tra chợ",
        ),
        (
            "Đề nghị UBND các huyện, thị, thành phố treo cờ trước trụ sở.",
            "UBND các huyện, thị, thành phố",
            "treo cờ trước trụ sở",
        ),
        (
            "Giao Quỹ Hỗ trợ phát triển nghiên cứu giải quyết đơn vay vốn.",
            "Quỹ Hỗ trợ phát triển",
            "nghiên cứu giải quyết đơn vay vốn",
        ),
        (
            "Đối với các xã chưa có đường điện thì khẩn trương lập hồ sơ vay vốn.",
            "các xã chưa có đường điện",
            "khẩn trương lập hồ sơ vay vốn",
        ),
        (
            "Đối với các xã đã có đường điện: rà soát hành lang an toàn.",
            "các xã đã có đường điện",
            "rà soát hành lang an toàn",
        ),
        (
            "Giao Đội Xây dựng phong trào bảo vệ ANTQ Công an huyện lập sổ theo dõi tổ tự quản.",
            "Đội Xây dựng phong trào bảo vệ ANTQ Công an huyện",
            "lập sổ theo dõi tổ tự quản",
        ),
        (
            "Đề nghị Đài Khí tượng Thủy văn khu vực Tây Bắc tăng số bản tin, phát thêm buổi tối.",
            "Đài Khí tượng Thủy văn khu vực Tây Bắc",
            "tăng số bản tin, phát thêm buổi tối",
        ),
        (
            "Giao Trạm Kiểm dịch khu vực Hữu Lũng nhân giống, kiểm tra chuồng trại.",
            "Trạm Kiểm dịch khu vực Hữu Lũng",
            "nhân giống, kiểm tra chuồng trại",
        ),
        (
            "Công an Quận 4 rà soát các bãi giữ xe trái phép.",
            "Công an Quận 4",
            "rà soát các bãi giữ xe trái phép",
        ),
        (
            "Chủ tịch UBND các huyện Bắc Yên, Phù Yên và Trạm Tấu chỉ đạo sửa đường.",
            "Chủ tịch UBND các huyện Bắc Yên, Phù Yên và Trạm Tấu",
            "chỉ đạo sửa đường",
        ),
        (
            "Giao Phòng Tài chính - Kế hoạch thẩm định nhu cầu hỗ trợ các hộ phải di dời.",
            "Phòng Tài chính - Kế hoạch",
            "thẩm định nhu cầu hỗ trợ các hộ phải di dời",
        ),
        (
            "Hiệp hội Chè Mộc Châu tuyên truyền, vận động hội viên ghi nhật ký đồi chè.",
            "Hiệp hội Chè Mộc Châu",
            "tuyên truyền, vận động hội viên ghi nhật ký đồi chè",
        ),
        (
            "Trưởng các khoa nội trú, ngoại trú có trách nhiệm quán triệt đến từng viên chức.",
            "Trưởng các khoa nội trú, ngoại trú",
            "quán triệt đến từng viên chức",
        ),
        (
            "Tổ Trực cấp cứu họp rút kinh nghiệm vào thứ Hai hằng tuần, báo cáo lãnh đạo.",
            "Tổ Trực cấp cứu",
            "họp rút kinh nghiệm vào thứ Hai hằng tuần, báo cáo lãnh đạo",
        ),
        (
            "Giao Công ty Chiếu sáng và Xử lý chất thải tổng kiểm tra toàn bộ trạm điện.",
            "Công ty Chiếu sáng và Xử lý chất thải",
            "tổng kiểm tra toàn bộ trạm điện",
        ),
    ],
)
def test_a_name_is_neither_cut_short_nor_runs_into_the_work(lay, text, lead, action):
    ((found, leads, *_),) = lay([IMPLEMENTATION, (1, "1.", text)], kind="CT")
    assert (leads, found) == ([lead], action)


def test_a_group_is_named_up_to_what_it_is_to_do(lay):
    text = "Các doanh nghiệp kinh doanh lưu trú, vận chuyển khách tự kiểm tra bình chữa cháy."
    ((action, lead, *_),) = lay([IMPLEMENTATION, (1, "5.", text)])
    assert lead == ["Các doanh nghiệp kinh doanh lưu trú, vận chuyển khách"]
    assert action == "tự kiểm tra bình chữa cháy"


@pytest.mark.parametrize("end", ["được hướng dẫn rà soát hồ sơ", "và nhân dân thực hiện tốt"])
def test_what_is_told_of_a_group_is_no_part_of_its_name(lay, end):
    duties = lay([IMPLEMENTATION, (1, "5.", f"Các địa phương {end} trong năm qua.")])
    assert all(duty[1] == ["Các địa phương"] for duty in duties)


def test_what_a_group_has_not_done_is_no_duty(lay):
    text = "Các trạm y tế chưa báo cáo theo Công văn số 45/TTYT-DS ngày 03/02/2020."
    assert lay([IMPLEMENTATION, (1, "5.", text)]) == []


def test_an_organ_that_is_asked_by_name_overrules_the_line_that_opens_the_list(lay):
    rows = [
        (0, "", "Ủy ban nhân dân huyện yêu cầu các cơ quan, đơn vị thực hiện các nội dung sau:"),
        (0, "1.", "Yêu cầu Nhà máy xử lý rác thải Nam Thành kiểm tra lò đốt."),
    ]
    assert [duty[1] for duty in lay(rows)] == [["Nhà máy xử lý rác thải Nam Thành"]]


@pytest.mark.parametrize("stray", ['"', "“", "' ", ""])
def test_a_stray_mark_before_a_heading_hides_no_unit(lay, stray):
    rows = [
        (0, "Điều 4.", f"{stray}Trách nhiệm của Văn phòng HĐND và UBND thị trấn"),
        (1, "1.", "Mở sổ theo dõi đơn thư."),
    ]
    ((_, lead, *_),) = lay(rows, kind="QĐ")
    assert lead == ["Văn phòng HĐND và UBND thị trấn"]


def test_an_unknown_unit_that_is_to_lead_does_so_below_the_heading_of_its_organ(lay):
    rows = [
        IMPLEMENTATION,
        (1, "2.", "Công an thị xã"),
        (
            2,
            "a)",
            "Giao Đội Hải trình miền Tây chủ trì, phối hợp với Hạt Kiểm lâm tuần tra lòng hồ.",
        ),
        (2, "b)", "Phân công cán bộ trực các ngã ba."),
    ]
    first, second = lay(rows)
    assert first[:3] == ("tuần tra lòng hồ", ["Đội Hải trình miền Tây"], ["Hạt Kiểm lâm"])
    assert second[1] == ["Công an thị xã"]


def test_who_presided_over_a_meeting_has_no_duty(lay):
    text = (
        "Ngày 04/3/2021, tại Hội trường UBND huyện, đồng chí Lò Văn Quý - Phó Chủ tịch UBND huyện "
        "đã chủ trì buổi làm việc về cấp nước mùa khô."
    )
    rows = [(0, "", text), (0, "1.", "Phòng Kinh tế rà soát các giếng khoan.")]
    assert [duty[1] for duty in lay(rows, kind="TB")] == [["Phòng Kinh tế"]]


def test_what_is_given_out_is_no_unit(lay):
    rows = [(0, "Điều 1.", "Giao chỉ tiêu phát triển hội viên tham gia bảo hiểm nông nghiệp.")]
    assert lay(rows, kind="QĐ") == []


def test_a_request_about_counted_cases_stands(lay):
    text = "Đối với 05 trường hợp chưa rõ, đề nghị UBND xã Tà Xùa gửi thêm giấy khai sinh."
    ((action, lead, *_),) = lay([(0, "", text)], kind="CV")
    assert (action, lead) == ("gửi thêm giấy khai sinh", ["UBND xã Tà Xùa"])


def test_a_time_that_opens_the_sentence_hides_no_unit(lay):
    rows = [
        (0, "", "Sở Tư pháp đề nghị UBND các huyện thực hiện các nội dung sau:"),
        (1, "-", "Rà soát tủ sách pháp luật."),
        (1, "-", "Định kỳ trước ngày 20/6 hằng năm, các trường học gửi danh mục về Sở Tư pháp."),
    ]
    assert [duty[1] for duty in lay(rows, kind="CV")] == [["UBND các huyện"], ["các trường học"]]


def test_a_topic_before_a_request_is_no_unit(lay):
    rows = [IMPLEMENTATION, (1, "a)", "Giao thông: Yêu cầu Công an xã đặt biển báo ở ngầm tràn.")]
    ((action, lead, *_),) = lay(rows, kind="CT")
    assert (action, lead) == ("đặt biển báo ở ngầm tràn", ["Công an xã"])


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 12 tháng 5 năm 2021, tại trụ sở, Phó Chủ tịch UBND huyện Lê An chủ trì cuộc họp.",
        "Đề nghị Chủ tịch UBND các xã quan tâm thực hiện đúng thời gian quy định.",
    ],
)
def test_a_meeting_that_was_and_a_closing_courtesy_lay_nothing(lay, text):
    assert lay([(0, "", text)], kind="TB") == []


def test_a_verb_below_a_heading_is_no_ones_name(lay):
    items = [
        IMPLEMENTATION,
        (1, "1.", "Các chi bộ trực thuộc Huyện ủy"),
        (2, "-", "Lãnh đạo hoàn thành đại hội trước ngày 10/3/2020."),
    ]
    ((_, leads, *_),) = lay(items, kind="CV")
    assert leads == ["Các chi bộ trực thuộc Huyện ủy"]


def test_a_heading_that_names_who_is_in_charge_lays_only_what_stands_below(lay):
    items = [
        IMPLEMENTATION,
        (1, "1.", "Các đồng chí Huyện ủy viên phụ trách cơ sở"),
        (2, "-", "Tháo gỡ khó khăn tại đơn vị được phân công."),
    ]
    ((action, leads, *_),) = lay(items, kind="CV")
    assert (action, leads) == (
        "Tháo gỡ khó khăn tại đơn vị được phân công",
        ["Các đồng chí Huyện ủy viên phụ trách cơ sở"],
    )


@pytest.mark.parametrize(
    "name",
    ["Ban Nhân dân các ấp", "Ban nhân dân khóm 3", "Trưởng Ban Nhân dân các ấp", "Chi bộ các ấp"],
)
def test_a_hamlet_of_the_south_ends_a_name(lay, name):
    rows = [(0, "III.", "TỔ CHỨC THỰC HIỆN"), (1, "1.", f"{name} rà soát hộ nghèo.")]
    assert [duty[:2] for duty in lay(rows)] == [("rà soát hộ nghèo", [name])]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (
            "Ban Chỉ huy Quân sự các ngành, các cấp, Trưởng Công an xã thực hiện các việc sau:",
            ["Ban Chỉ huy Quân sự các ngành, các cấp", "Trưởng Công an xã"],
        ),
        (
            "UBND tỉnh giao Văn phòng Ban Chỉ đạo quốc gia kỷ niệm 100 năm Lâm Hà:",
            ["Văn phòng Ban Chỉ đạo quốc gia kỷ niệm 100 năm Lâm Hà"],
        ),
    ],
)
def test_a_list_below_names_that_go_on_is_theirs(lay, text, lead):
    rows = [(0, "", text), (1, "-", "Rà soát phương án trực.")]
    ((action, units, *_),) = lay(rows, kind="CT", issuer="UBND tỉnh")
    assert (action, units) == ("Rà soát phương án trực", lead)


def test_kinds_in_letters_go_on_with_a_group(lay):
    text = "Sở Nội vụ đề nghị các trường THPT, PTDTNT rà soát hồ sơ."
    (duty,) = lay([(0, "", text)], kind="CV", issuer="Sở Nội vụ")
    assert duty[:2] == ("rà soát hồ sơ", ["các trường THPT, PTDTNT"])


def test_a_ministry_is_not_the_department_below_it(lay):
    text = "Sở Y tế rà soát danh mục thuốc và lập dự trù."
    addressees = ["Sở Y tế các tỉnh"]
    (duty,) = lay([(0, "", text)], kind="CV", issuer="Bộ Y tế", addressees=addressees)
    assert duty[1] == ["Sở Y tế"]


def test_units_behind_a_colon_have_nothing_to_do(lay):
    rows = [
        (0, "1.", "Thành phần mời:"),
        (1, "-", "Lãnh đạo các Văn phòng: Huyện ủy, HĐND huyện;"),
    ]
    assert lay(rows, kind="GM", issuer="UBND huyện") == []


def test_bullets_below_a_request_to_carry_out_are_duties_also_of_a_matter(lay):
    asked = (
        "Mẫu thống kê đã được bổ sung cho đủ số liệu về thuốc và vật tư của các khoa. "
        "Sở Y tế yêu cầu các bệnh viện thực hiện:"
    )
    matter = "Về báo cáo tháng theo mẫu, gửi về Sở Y tế trước ngày 28 hằng tháng."
    rows = [(0, "", asked), (1, "-", matter)]
    (duty,) = lay(rows, kind="CV", issuer="Sở Y tế")
    assert (duty[1], duty[4]) == (["các bệnh viện"], "Sở Y tế")


@pytest.mark.parametrize(
    ("text", "action", "lead"),
    [
        (
            "Các cơ sở kinh doanh, sử dụng thuốc khẩn trương rà soát lô thuốc nêu trên.",
            "khẩn trương rà soát lô thuốc nêu trên",
            "Các cơ sở kinh doanh, sử dụng thuốc",
        ),
        (
            "Các bệnh viện: Thu dung, điều trị người bệnh kịp thời.",
            "Thu dung, điều trị người bệnh kịp thời",
            "Các bệnh viện",
        ),
    ],
)
def test_a_name_ends_where_the_work_begins(lay, text, action, lead):
    (duty,) = lay([(0, "2.", text)], kind="CV", issuer="Sở Y tế")
    assert duty[:2] == (action, [lead])


@pytest.mark.parametrize(
    ("rest", "lead"),
    [
        (
            "tham mưu UBND xã kinh phí thực hiện trước ngày 15/5/2024.",
            ["Công chức Văn hóa - Xã hội, Tài chính - Kế toán"],
        ),
        ("khai báo số lượng đàn vật nuôi với UBND xã.", ["Các hộ chăn nuôi"]),
        (
            "tổ chức tuyên truyền đến học sinh trước ngày 10/3/2024.",
            ["Các trường có cấp THPT", "trung tâm GDNX"],
        ),
        ("xây dựng kế hoạch kiểm tra trước ngày 10/3/2024.", ["Phòng Quản lý chất lượng"]),
    ],
)
def test_units_told_only_by_their_first_words_end_where_the_work_begins(lay, rest, lead):
    (duty,) = lay([(0, "2.", f"{', '.join(lead)} {rest}")], kind="KH", issuer="UBND xã")
    assert duty[:2] == (rest.rstrip("."), lead)


def test_what_pupils_show_in_a_contest_is_no_duty(lay):
    shown = "Học sinh thể hiện tình cảm của mình qua tấm thiệp tự làm."
    assert lay([(0, "-", shown)], kind="KH", issuer="Trường Tiểu học Hoa Lư") == []
