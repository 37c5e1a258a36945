import pytest

IMPLEMENTATION = (0, "III.", "TỔ CHỨC THỰC HIỆN")


def test_bullets_below_a_unit_are_its_duties(lay):
    duties = lay(
        [
            IMPLEMENTATION,
            (1, "1.", "Phòng Tư pháp"),
            (2, "-", "Rà soát các văn bản đã ban hành trước ngày 20/4/2021."),
            (2, "-", "Biên soạn tờ gấp tuyên truyền."),
            (1, "2.", "UBND các xã, thị trấn"),
            (2, "-", "Niêm yết danh mục tại trụ sở."),
        ]
    )
    assert [duty[:2] for duty in duties] == [
        ("Rà soát các văn bản đã ban hành trước ngày 20/4/2021", ["Phòng Tư pháp"]),
        ("Biên soạn tờ gấp tuyên truyền", ["Phòng Tư pháp"]),
        ("Niêm yết danh mục tại trụ sở", ["UBND các xã, thị trấn"]),
    ]
    assert duties[0][3] == "trước ngày 20/4/2021"


def test_a_paragraph_below_a_unit_is_one_duty_also_with_several_sentences(lay):
    rows = [
        IMPLEMENTATION,
        (1, "1.", "Công an huyện"),
        (2, "", "Tuần tra ban đêm tại các tuyến chính. Xử lý nghiêm vi phạm về nồng độ cồn."),
    ]
    assert [duty[0] for duty in lay(rows)] == [
        "Tuần tra ban đêm tại các tuyến chính. Xử lý nghiêm vi phạm về nồng độ cồn"
    ]


def test_sub_bullets_belong_to_the_action_of_their_bullet(lay):
    rows = [
        IMPLEMENTATION,
        (1, "1.", "Phòng Nội vụ"),
        (2, "-", "Chuẩn bị tài liệu cho hội nghị gồm báo cáo tổng hợp và phụ lục số liệu."),
        (3, "+", "Báo cáo in hai mặt."),
        (3, "+", "Phụ lục kèm biểu đồ."),
    ]
    (duty,) = lay(rows)
    assert duty[0].endswith("+ Báo cáo in hai mặt. + Phụ lục kèm biểu đồ")


def test_a_line_that_only_introduces_its_bullets_is_no_duty(lay):
    rows = [
        IMPLEMENTATION,
        (1, "1.", "Phòng Nội vụ thực hiện các nhiệm vụ sau:"),
        (2, "a)", "Lập danh sách cán bộ dự tập huấn."),
        (2, "b)", "Bố trí hội trường."),
    ]
    assert [duty[:2] for duty in lay(rows)] == [
        ("Lập danh sách cán bộ dự tập huấn", ["Phòng Nội vụ"]),
        ("Bố trí hội trường", ["Phòng Nội vụ"]),
    ]


def test_an_opening_lead_with_support_is_cut_from_a_bullet(lay):
    rows = [
        IMPLEMENTATION,
        (1, "1.", "Phòng Y tế"),
        (2, "-", "Chủ trì, phối hợp với Công an huyện, Hội Nông dân kiểm tra các chợ đầu mối."),
    ]
    (duty,) = lay(rows)
    assert duty[:3] == (
        "kiểm tra các chợ đầu mối",
        ["Phòng Y tế"],
        ["Công an huyện", "Hội Nông dân"],
    )


def test_a_bullet_may_lay_its_duty_on_a_unit_of_its_own(lay):
    rows = [
        IMPLEMENTATION,
        (1, "1.", "Cấp huyện"),
        (2, "-", "Giao Phòng Tài chính - Kế hoạch bố trí kinh phí trước ngày 30/4."),
    ]
    (duty,) = lay(rows)
    assert duty[:2] == ("bố trí kinh phí trước ngày 30/4", ["Phòng Tài chính - Kế hoạch"])


def test_an_article_on_responsibility_names_the_unit(lay):
    rows = [
        (0, "Điều 7.", "Trách nhiệm của các phòng chuyên môn"),
        (1, "1.", "Cử công chức trực tại bộ phận tiếp nhận."),
    ]
    assert lay(rows, kind="QĐ")[0][:2] == (
        "Cử công chức trực tại bộ phận tiếp nhận",
        ["các phòng chuyên môn"],
    )


def test_an_introduction_with_a_colon_governs_the_list_behind_it(lay):
    rows = [
        (0, "", "Sở Nội vụ đề nghị Chủ tịch UBND các huyện thực hiện mấy việc sau:"),
        (0, "1.", "Về nhân sự"),
        (1, "a)", "Thống kê số viên chức đã nghỉ hưu, gửi về Sở Nội vụ trước ngày 15/4."),
        (0, "2.", "Về báo cáo"),
        (1, "", "Gửi bảng theo dõi về Sở Nội vụ trước ngày 20 hằng tháng."),
    ]
    duties = lay(rows, kind="CV", issuer="Sở Nội vụ")
    assert {tuple(duty[1]) for duty in duties} == {("Chủ tịch UBND các huyện",)}
    assert [duty[4] for duty in duties] == ["Sở Nội vụ", "Sở Nội vụ"]


def test_a_request_without_a_unit_lies_on_the_addressees_of_a_letter(lay):
    rows = [(0, "", "Để kịp tổng hợp, đề nghị cung cấp số liệu hộ nghèo trước ngày 25/3/2021.")]
    (duty,) = lay(rows, kind="CV", addressees=["Phòng LĐ-TB&XH", "UBND các xã"])
    assert duty[1] == ["Phòng LĐ-TB&XH", "UBND các xã"]


def test_your_office_means_the_addressees(lay):
    rows = [(0, "", "Sở Y tế đề nghị Quý cơ quan cho ý kiến góp ý đối với dự thảo Quy chế.")]
    (duty,) = lay(rows, kind="CV", issuer="Sở Y tế", addressees=["Sở Tư pháp"])
    assert duty[:2] == ("cho ý kiến góp ý đối với dự thảo Quy chế", ["Sở Tư pháp"])


def test_a_plan_without_units_lays_no_duty(lay):
    rows = [
        (0, "II.", "NỘI DUNG"),
        (1, "1.", "Tổ chức giải chạy việt dã tại sân vận động trung tâm."),
        (1, "2.", "Treo băng rôn trên các trục đường chính."),
    ]
    assert lay(rows) == []


def test_purposes_and_requirements_are_no_duties(lay):
    rows = [
        (0, "I.", "MỤC ĐÍCH, YÊU CẦU"),
        (1, "1.", "Yêu cầu"),
        (2, "-", "Các cơ quan, đơn vị tổ chức thiết thực, tiết kiệm."),
    ]
    assert lay(rows) == []


def test_steps_of_a_procedure_are_no_duties(lay):
    rows = [
        (0, "Điều 3.", "Quy trình tiếp nhận hồ sơ"),
        (1, "1.", "Bộ phận Một cửa tiếp nhận hồ sơ, kiểm tra thành phần và cấp giấy hẹn."),
    ]
    assert lay(rows, kind="QĐ") == []


def test_what_a_report_tells_is_no_duty(lay):
    rows = [
        (0, "I.", "KẾT QUẢ ĐẠT ĐƯỢC"),
        (1, "1.", "Phòng Văn hóa tổ chức 12 buổi chiếu phim lưu động."),
    ]
    assert lay(rows, kind="BC") == []


@pytest.mark.parametrize(
    "text",
    [
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị phản ánh về Phòng Nội vụ.",
        "Mọi ý kiến xin liên hệ Phòng Kinh tế để được giải đáp./.",
        "Yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện Kế hoạch này./.",
        "UBND tỉnh đã giao Sở Xây dựng cấp phép cho 14 công trình.",
        "Thủ tướng Chính phủ giao Bộ Y tế mua đủ vắc xin cho cả nước.",
        "Theo đề nghị của Trưởng phòng Tư pháp.",
        "Trưởng các phòng, ban chịu trách nhiệm thi hành Quyết định này./.",
    ],
)
def test_conditions_background_and_closings_are_no_duties(lay, text):
    rows = [(0, "II.", "TỔ CHỨC THỰC HIỆN"), (0, "", text)]
    assert lay(rows) == []


def test_a_unit_that_hands_work_on_to_its_own_people_keeps_the_duty(lay):
    rows = [
        IMPLEMENTATION,
        (1, "1.", "Hội Cựu chiến binh huyện"),
        (2, "-", "Phân công hội viên kèm cặp thanh niên chậm tiến."),
        (2, "-", "Nắm tình hình các bản; giao đồng chí Đại úy Lò Văn Phích phụ trách bản Nà Tấu."),
    ]
    assert [duty[:2] for duty in lay(rows)] == [
        ("Phân công hội viên kèm cặp thanh niên chậm tiến", ["Hội Cựu chiến binh huyện"]),
        (
            "Nắm tình hình các bản; giao đồng chí Đại úy Lò Văn Phích phụ trách bản Nà Tấu",
            ["Hội Cựu chiến binh huyện"],
        ),
    ]


def test_a_paragraph_beside_its_heading_is_a_duty_of_the_unit(lay):
    rows = [
        IMPLEMENTATION,
        (1, "3.", "Công an huyện, Ban CHQS huyện"),
        (1, "", "Bảo đảm an ninh trong ba ngày lễ hội."),
        (1, "4.", "Trạm Y tế xã cử hai người trực cấp cứu."),
    ]
    assert [duty[:2] for duty in lay(rows)] == [
        ("Bảo đảm an ninh trong ba ngày lễ hội", ["Công an huyện", "Ban CHQS huyện"]),
        ("cử hai người trực cấp cứu", ["Trạm Y tế xã"]),
    ]


def test_the_members_of_a_board_are_no_duties(lay):
    rows = [
        (0, "Điều 1.", "Thành lập Ban Chỉ đạo và Tổ giúp việc gồm các ông, bà sau:"),
        (1, "1.", "Ông Lê Quang Định, Giám đốc Sở, Trưởng ban;"),
        (1, "2.", "Bà Tô Thị Hiền, Chánh Văn phòng Sở, Ủy viên."),
    ]
    assert lay(rows, kind="QĐ") == []


def test_a_board_that_directs_by_name_asks_those_behind_its_request(lay):
    rows = [
        (0, "", "Thời gian qua mưa nhiều. Ban Chỉ đạo 35 huyện đề nghị các đảng bộ xã:"),
        (1, "-", "Nắm chắc tình hình ở các bản vùng lũ."),
    ]
    ((_, lead, *_),) = lay(rows, kind="CV", addressees=["Huyện đoàn"])
    assert lead == ["các đảng bộ xã"]


def test_a_damaged_first_verb_does_not_make_things_of_duties(lay):
    rows = [
        (0, "", "UBND huyện đề nghị các xã vùng lũ:"),
        (1, "-", "Năm chắc số hộ phải di dời ở từng bản."),
        (1, "-", "Báo cáo thiệt hại về UBND huyện trước ngày 02/4/2021."),
        (1, "-", "Rà soát điểm sạt lở."),
    ]
    assert len(lay(rows, kind="CV", issuer="UBND huyện Yên Lạc")) == 3


def test_what_is_proposed_below_a_unit_is_that_units_to_propose(lay):
    rows = [
        IMPLEMENTATION,
        (1, "1.", "Phòng Tài chính - Kế hoạch"),
        (2, "-", "Đề xuất UBND huyện bố trí kinh phí mua thuốc."),
    ]
    assert [duty[:2] for duty in lay(rows)] == [
        ("Đề xuất UBND huyện bố trí kinh phí mua thuốc", ["Phòng Tài chính - Kế hoạch"])
    ]


def test_what_a_unit_is_to_require_of_outsiders_is_that_units_duty(lay):
    rows = [
        (0, "1.", "Sở Xây dựng"),
        (1, "-", "Yêu cầu các tổ chức, cá nhân khai thác đá lắp đặt trạm cân."),
    ]
    assert [duty[:2] for duty in lay(rows, kind="CT")] == [
        ("Yêu cầu các tổ chức, cá nhân khai thác đá lắp đặt trạm cân", ["Sở Xây dựng"])
    ]


def test_a_title_over_named_units_lays_nothing_on_units_at_large(lay):
    rows = [
        (0, "III.", "NHIỆM VỤ CỦA CÁC ĐƠN VỊ"),
        (1, "1.", "Phòng Nội vụ"),
        (2, "-", "Soạn thảo chương trình."),
        (1, "2.", "Công an huyện được đề nghị bảo vệ khu vực lễ hội."),
    ]
    assert [duty[1] for duty in lay(rows)] == [["Phòng Nội vụ"], ["Công an huyện"]]


def test_a_label_under_a_unit_that_is_looked_into_is_no_duty(lay):
    rows = [
        (0, "2.", "Nội dung kiểm tra"),
        (1, "2.1.", "Phòng Nội vụ"),
        (2, "-", "Pháp nhân: Giấy phép còn hạn."),
    ]
    assert lay(rows) == []


def test_bullets_that_name_units_and_their_work_are_duties_though_the_first_is_damaged(lay):
    rows = [
        (0, "", "Sở Y tế đề nghị các đơn vị thực hiện, cụ thể:"),
        (1, "-", 'Trung tâm "Kiểm nghiệm tỉnh cung cấp số liệu theo mẫu 1;'),
        (1, "-", "Bệnh viện Mắt tỉnh, :Bệnh viện Nhi tỉnh cung cấp số liệu theo mẫu 2."),
    ]
    duties = lay(rows, kind="CV", issuer="Sở Y tế", addressees=("các đơn vị",))
    assert duties[-1][:2] == (
        "cung cấp số liệu theo mẫu 2",
        ["Bệnh viện Mắt tỉnh", "Bệnh viện Nhi tỉnh"],
    )


def test_a_kind_of_units_before_a_colon_heads_its_duties(lay):
    rows = [
        (0, "", "Thống đốc yêu cầu các đơn vị thực hiện các giải pháp sau:"),
        (0, "1.", "Tổ chức tín dụng:"),
        (1, "a)", "Rà soát các khoản vay tiêu dùng."),
    ]
    (duty,) = lay(rows, kind="CT", issuer="Ngân hàng Nhà nước Việt Nam")
    assert duty[:2] == ("Rà soát các khoản vay tiêu dùng", ["Tổ chức tín dụng"])


def test_what_is_only_granted_is_no_duty(lay):
    rows = [
        (0, "", "Chủ tịch UBND tỉnh có ý kiến như sau:"),
        (0, "1.", "Đồng ý Sở Y tế mua hai xe cứu thương trong năm 2021."),
        (0, "2.", "Sở Tài chính bố trí kinh phí cho Sở Y tế."),
    ]
    (duty,) = lay(rows, kind="CV", issuer="UBND tỉnh Phú Yên", addressees=["Sở Y tế"])
    assert duty[1] == ["Sở Tài chính"]


def test_what_befalls_whoever_fails_is_no_duty(lay):
    rows = [
        (0, "", "Giám đốc Bệnh viện yêu cầu thực hiện các nội dung sau:"),
        (0, "1.", "Nộp phiếu theo dõi rác thải trước ngày 05/6/2021."),
        (0, "2.", "Khoa nào nộp muộn sẽ bị trừ điểm thi đua."),
    ]
    (duty,) = lay(rows, kind="TB", issuer="Bệnh viện Hải Hậu", addressees=["Các khoa, phòng"])
    assert duty[1] == ["Các khoa, phòng"]


def test_a_telegram_without_a_unit_asks_its_addressees(lay):
    rows = [
        (0, "", "Chủ tịch UBND tỉnh yêu cầu:"),
        (0, "1.", "Cho học sinh nghỉ học từ chiều nay."),
    ]
    (duty,) = lay(rows, kind="CĐ", issuer="UBND tỉnh Phú Yên", addressees=["UBND các huyện"])
    assert duty[1] == ["UBND các huyện"]


def test_an_office_hands_on_the_word_of_the_one_it_serves(lay):
    text = "Phó Thủ tướng Thường trực Lê Bình An giao Bộ Y tế rà soát giá dịch vụ khám bệnh."
    (duty,) = lay([(0, "", text)], kind="CV", issuer="Văn phòng Chính phủ")
    assert duty[:2] == ("rà soát giá dịch vụ khám bệnh", ["Bộ Y tế"])


def test_a_unit_set_apart_below_a_heading_has_its_own_duty(lay):
    rows = [
        (0, "III.", "TỔ CHỨC THỰC HIỆN"),
        (1, "1.", "UBND các xã, phường"),
        (2, "a)", "Thành lập đội ghe."),
        (2, "b)", "Riêng UBND Phường 1 bố trí mặt bằng gian hàng."),
    ]
    assert [duty[:2] for duty in lay(rows)] == [
        ("Thành lập đội ghe", ["UBND các xã, phường"]),
        ("bố trí mặt bằng gian hàng", ["UBND Phường 1"]),
    ]


def test_each_unit_means_those_of_the_heading(lay):
    rows = [
        (0, "III.", "TỔ CHỨC THỰC HIỆN"),
        (1, "1.", "Đề nghị Thị đoàn, Hội Nông dân thị xã"),
        (2, "", "Mỗi đơn vị thành lập 01 đội dự hội thi."),
    ]
    (duty,) = lay(rows)
    assert duty[:2] == (
        "Mỗi đơn vị thành lập 01 đội dự hội thi",
        ["Thị đoàn", "Hội Nông dân thị xã"],
    )


def test_a_point_keeps_its_own_duty_before_the_sentence_of_another_unit(lay):
    rows = [
        (0, "", "Phòng Nội vụ đề nghị UBND các xã thực hiện các nội dung sau:"),
        (0, "1.", "Tổ chức hội nghị tại xã. Phòng Y tế cử cán bộ trình bày."),
    ]
    duties = lay(rows, kind="CV", issuer="Phòng Nội vụ", addressees=["UBND các xã"])
    assert [duty[:2] for duty in duties] == [
        ("Tổ chức hội nghị tại xã", ["UBND các xã"]),
        ("cử cán bộ trình bày", ["Phòng Y tế"]),
    ]


def test_what_is_to_be_handed_in_may_stand_before_the_request(lay):
    text = "Kết quả thực hiện đề nghị gửi báo cáo về Phòng Nội vụ trước ngày 15/5/2021."
    rows = [(0, "", text)]
    (duty,) = lay(rows, kind="CV", issuer="Phòng Nội vụ", addressees=["UBND các xã"])
    assert duty[:2] == (
        "gửi báo cáo về Phòng Nội vụ trước ngày 15/5/2021",
        ["UBND các xã"],
    )


def test_a_kind_of_meeting_before_a_colon_is_no_unit(lay):
    rows = [
        (0, "II.", "NỘI DUNG"),
        (1, "1.", "Sinh hoạt chuyên đề tại chi bộ: hoàn thành trong tháng 9 năm 2021."),
    ]
    assert lay(rows) == []


def test_what_the_asked_are_to_direct_hangs_on_them(lay):
    rows = [
        (0, "", "Cục Y tế dự phòng đề nghị Giám đốc Sở Y tế, Giám đốc các bệnh viện chỉ đạo:"),
        (0, "1.", "Bổ sung dung dịch rửa tay tại buồng bệnh."),
    ]
    (duty,) = lay(rows, kind="CV", issuer="Cục Y tế dự phòng", addressees=["Sở Y tế các tỉnh"])
    assert duty[1] == ["Giám đốc Sở Y tế", "Giám đốc các bệnh viện"]


def test_to_lead_is_what_a_committee_does(lay):
    rows = [
        (0, "III.", "TỔ CHỨC THỰC HIỆN"),
        (1, "1.", "Đảng ủy các xã, thị trấn"),
        (2, "-", "Lãnh đạo chính quyền, Mặt trận, đoàn thể chọn việc khó để đăng ký."),
    ]
    (duty,) = lay(rows)
    assert duty[:2] == (
        "Lãnh đạo chính quyền, Mặt trận, đoàn thể chọn việc khó để đăng ký",
        ["Đảng ủy các xã, thị trấn"],
    )
