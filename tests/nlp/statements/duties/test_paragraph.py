import pytest


@pytest.mark.parametrize(
    ("text", "action", "lead", "support"),
    [
        (
            "Giao Văn phòng chủ trì, phối hợp với các phòng chuyên môn đôn đốc việc thực hiện.",
            "đôn đốc việc thực hiện",
            ["Văn phòng"],
            ["các phòng chuyên môn"],
        ),
        (
            "UBND huyện giao Phòng Kinh tế chủ trì, phối hợp Hạt Kiểm lâm kiểm tra rừng.",
            "kiểm tra rừng",
            ["Phòng Kinh tế"],
            ["Hạt Kiểm lâm"],
        ),
        (
            "Công an huyện có trách nhiệm bảo đảm trật tự tại lễ hội.",
            "bảo đảm trật tự tại lễ hội",
            ["Công an huyện"],
            [],
        ),
        (
            "Phòng Y tế: kiểm tra an toàn thực phẩm tại các bếp ăn tập thể.",
            "kiểm tra an toàn thực phẩm tại các bếp ăn tập thể",
            ["Phòng Y tế"],
            [],
        ),
        (
            "Thanh tra huyện tiếp công dân vào ngày 15 hằng tháng.",
            "tiếp công dân vào ngày 15 hằng tháng",
            ["Thanh tra huyện"],
            [],
        ),
        (
            "Yêu cầu các trường học phối hợp với Trạm Y tế tổ chức khám mắt cho học sinh.",
            "phối hợp với Trạm Y tế tổ chức khám mắt cho học sinh",
            ["các trường học"],
            ["Trạm Y tế"],
        ),
        (
            "Phân công đồng chí Lý Thu Hằng theo dõi việc cấp phát quà.",
            "theo dõi việc cấp phát quà",
            ["đồng chí Lý Thu Hằng"],
            [],
        ),
    ],
)
def test_a_sentence_lays_its_duty(lay, text, action, lead, support):
    (duty,) = lay([(0, "II.", "NHIỆM VỤ"), (1, "1.", text)])
    assert duty[:3] == (action, lead, support)


def test_each_unit_of_a_sentence_has_its_own_duty_behind_a_semicolon(lay):
    text = "Giao Sở Xây dựng rà soát quy hoạch; Sở Tài chính rà soát nguồn vốn."
    duties = lay([(0, "II.", "NHIỆM VỤ"), (1, "1.", text)], issuer="UBND tỉnh Nghệ An")
    assert [duty[:2] for duty in duties] == [
        ("rà soát quy hoạch", ["Sở Xây dựng"]),
        ("rà soát nguồn vốn", ["Sở Tài chính"]),
    ]


def test_the_duty_begins_behind_the_background_of_its_paragraph(lay):
    text = (
        "Hội chợ dự kiến mở cửa trong quý III/2021. Sở Công Thương giao Phòng Quản lý thương mại "
        "thẩm tra hồ sơ gian hàng."
    )
    (duty,) = lay([(0, "1.", "Nội dung"), (1, "", text)], issuer="Sở Công Thương")
    assert duty[0] == "thẩm tra hồ sơ gian hàng"


def test_a_reply_by_a_day_is_a_duty_of_the_addressees(lay):
    text = "Văn bản góp ý gửi về Sở Tư pháp trước ngày 02/4/2021. Quá thời hạn coi như nhất trí."
    (duty,) = lay([(0, "", text)], kind="CV", issuer="Sở Tư pháp", addressees=["Sở Y tế"])
    assert duty == (
        "Văn bản góp ý gửi về Sở Tư pháp trước ngày 02/4/2021",
        ["Sở Y tế"],
        [],
        "trước ngày 02/4/2021",
        "Sở Tư pháp",
    )


def test_a_time_before_the_unit_stays_in_the_text(lay):
    text = "Từ ngày 05/4/2021 đến ngày 09/4/2021, các trường học có trách nhiệm tự kiểm tra."
    (duty,) = lay([(0, "2.", "Thời gian"), (1, "-", text)])
    assert duty[0] == text.rstrip(".")
    assert duty[1] == ["các trường học"]


def test_lost_tone_marks_do_not_hide_a_request(lay):
    text = "Sở Y tế yêu câu các trường học báo cáo trước ngày 02/4/2021."
    (duty,) = lay([(0, "", text)], kind="CV", issuer="Sở Y tế")
    assert duty[1] == ["các trường học"]


@pytest.mark.parametrize(
    ("text", "action", "lead", "support"),
    [
        (
            "Phòng Kinh tế: Chủ trì, phối hợp với các đơn vị liên quan tham mưu cấp phép.",
            "tham mưu cấp phép",
            ["Phòng Kinh tế"],
            ["các đơn vị liên quan"],
        ),
        (
            "Phòng Nội vụ là cơ quan Thường trực, có trách nhiệm lập hồ sơ khen thưởng.",
            "lập hồ sơ khen thưởng",
            ["Phòng Nội vụ"],
            [],
        ),
        (
            "Phòng Nội vụ chịu trách nhiệm cân đối kinh phí in ấn tài liệu.",
            "cân đối kinh phí in ấn tài liệu",
            ["Phòng Nội vụ"],
            [],
        ),
        (
            "Đồng chí Lê Văn Tám, Phó Chủ tịch UBND xã trực tiếp chỉ đạo việc đắp đập.",
            "trực tiếp chỉ đạo việc đắp đập",
            ["Đồng chí Lê Văn Tám, Phó Chủ tịch UBND xã"],
            [],
        ),
        (
            "Đề nghị UBND tỉnh cấp bổ sung 02 tỷ đồng để nạo vét kênh.",
            "cấp bổ sung 02 tỷ đồng để nạo vét kênh",
            ["UBND tỉnh"],
            [],
        ),
        (
            "Chế độ báo cáo: UBND các xã báo cáo tiến độ vào ngày 20 hằng tháng.",
            "báo cáo tiến độ vào ngày 20 hằng tháng",
            ["UBND các xã"],
            [],
        ),
    ],
)
def test_the_words_that_lay_a_duty_are_no_part_of_it(lay, text, action, lead, support):
    (duty,) = lay([(0, "III.", "TỔ CHỨC THỰC HIỆN"), (1, "1.", text)], issuer="UBND huyện")
    assert duty[:3] == (action, lead, support)


@pytest.mark.parametrize(
    ("text", "action", "lead", "support"),
    [
        (
            "Đối với Trạm Khuyến nông: mở hai lớp tập huấn tỉa cành cà phê.",
            "mở hai lớp tập huấn tỉa cành cà phê",
            ["Trạm Khuyến nông"],
            [],
        ),
        (
            "Đề nghị Hội Nông dân huyện, Đoàn Thanh niên huyện: Vận động hội viên trồng cây xanh.",
            "Vận động hội viên trồng cây xanh",
            ["Hội Nông dân huyện", "Đoàn Thanh niên huyện"],
            [],
        ),
        (
            "Trung tâm Y tế huyện được giao phun hóa chất diệt muỗi tại ba xã.",
            "phun hóa chất diệt muỗi tại ba xã",
            ["Trung tâm Y tế huyện"],
            [],
        ),
        (
            "Giao Phòng Kinh tế chủ trì, cùng với Công an huyện và Trạm Thú y lập chốt kiểm dịch.",
            "lập chốt kiểm dịch",
            ["Phòng Kinh tế"],
            ["Công an huyện", "Trạm Thú y"],
        ),
        (
            "Giao Hạt Kiểm lâm làm đầu mối tổng hợp số liệu cháy rừng.",
            "tổng hợp số liệu cháy rừng",
            ["Hạt Kiểm lâm"],
            [],
        ),
        (
            "Thanh tra huyện theo chức năng, nhiệm vụ, kiểm tra việc chi trả chế độ.",
            "theo chức năng, nhiệm vụ, kiểm tra việc chi trả chế độ",
            ["Thanh tra huyện"],
            [],
        ),
        (
            "Bà Tô Thị Hiền, nhân viên y tế, trực cấp cứu trong hai ngày hội thao.",
            "trực cấp cứu trong hai ngày hội thao",
            ["Bà Tô Thị Hiền, nhân viên y tế"],
            [],
        ),
    ],
)
def test_further_forms_lay_their_duty(lay, text, action, lead, support):
    (duty,) = lay([(0, "III.", "TỔ CHỨC THỰC HIỆN"), (1, "2.", text)])
    assert duty[:3] == (action, lead, support)


@pytest.mark.parametrize(
    "text",
    [
        "Ban Chỉ đạo làm việc theo chế độ kiêm nhiệm và tự giải thể khi xong nhiệm vụ.",
        "Đề nghị các đồng chí dự họp đúng thành phần, thời gian.",
        "Ban Tổ chức được sử dụng con dấu của Phòng Nội vụ.",
    ],
)
def test_how_a_board_works_is_no_duty(lay, text):
    assert lay([(0, "III.", "TỔ CHỨC THỰC HIỆN"), (1, "2.", text)]) == []


def test_how_a_board_works_is_no_duty_below_its_name_either(lay):
    rows = [
        (0, "Điều 2.", "Nhiệm vụ của Tổ công tác"),
        (1, "1.", "Kiểm đếm hồ sơ giấy tại kho."),
        (1, "2.", "Tổ công tác làm việc theo chế độ kiêm nhiệm."),
    ]
    assert [duty[0] for duty in lay(rows)] == ["Kiểm đếm hồ sơ giấy tại kho"]


def test_who_only_approves_is_no_receiver(lay):
    text = (
        "Kế toán Trường THCS Tề Lỗ dự trù kinh phí, trình Hiệu trưởng duyệt trước ngày 02/4/2021."
    )
    ((*_, receiver),) = lay([(0, "III.", "TỔ CHỨC THỰC HIỆN"), (1, "2.", text)])
    assert receiver is None


def test_each_is_no_unit_of_its_own_behind_a_semicolon(lay):
    text = "Hội Nông dân huyện vận động hội viên; mỗi chi hội trồng ít nhất 50 cây."
    (duty,) = lay([(0, "III.", "TỔ CHỨC THỰC HIỆN"), (1, "2.", text)])
    assert duty[0].endswith("mỗi chi hội trồng ít nhất 50 cây")


def test_a_pointer_to_an_annex_is_no_duty(lay):
    text = "Việc phân công đơn vị chủ trì, thời gian hoàn thành được quy định tại Phụ lục này."
    assert lay([(0, "II.", "NHIỆM VỤ CỤ THỂ"), (1, "", text)]) == []


def test_a_report_tells_what_was_ordered_before(lay):
    text = "Tại Kế hoạch số 5/KH-UBND, UBND huyện giao Phòng Nội vụ tham mưu mở lớp tập huấn."
    rows = [(0, "I.", "KẾT QUẢ THỰC HIỆN"), (1, "1.", text)]
    assert lay(rows, kind="BC", issuer="UBND huyện Yên Lạc") == []


def test_a_report_may_request(lay):
    rows = [
        (0, "III.", "KIẾN NGHỊ"),
        (1, "1.", "Đối với Sở Công Thương"),
        (2, "", "Đề nghị Sở hỗ trợ hai gian hàng tại hội chợ xuân."),
    ]
    ((action, lead, *_),) = lay(rows, kind="BC")
    assert (action, lead) == ("hỗ trợ hai gian hàng tại hội chợ xuân", ["Sở Công Thương"])


def test_a_unit_in_brackets_belongs_to_the_name_before_it(lay):
    text = "Phòng Nội vụ lập danh sách, gửi về Bộ Y tế (Vụ Tổ chức cán bộ) trước ngày 02/4/2021."
    ((*_, receiver),) = lay([(0, "III.", "TỔ CHỨC THỰC HIỆN"), (1, "2.", text)])
    assert receiver == "Bộ Y tế (Vụ Tổ chức cán bộ)"


def test_how_long_a_list_hangs_out_is_no_deadline(lay):
    text = "UBND xã Tề Lỗ niêm yết danh sách tại nhà văn hóa trong 07 ngày."
    ((*_, time, _),) = lay([(0, "III.", "TỔ CHỨC THỰC HIỆN"), (1, "2.", text)])
    assert time is None


def test_the_time_before_a_verb_is_no_opening_of_a_unit(lay):
    rows = [
        (0, "III.", "TỔ CHỨC THỰC HIỆN"),
        (1, "1.", "UBND các xã"),
        (2, "-", "Hằng tuần báo cáo tiến độ về Thường trực HĐND huyện."),
    ]
    ((_, lead, *_),) = lay(rows)
    assert lead == ["UBND các xã"]


def test_an_opening_of_a_list_may_tell_the_standing_of_the_unit(lay):
    text = "Ban CHQS huyện là cơ quan thường trực của Hội đồng, có trách nhiệm:"
    rows = [
        (0, "III.", "TỔ CHỨC THỰC HIỆN"),
        (1, "2.", text),
        (2, "a)", "Tổng hợp danh sách thanh niên trong độ tuổi."),
    ]
    ((action, lead, *_),) = lay(rows)
    assert (action, lead) == ("Tổng hợp danh sách thanh niên trong độ tuổi", ["Ban CHQS huyện"])


def test_an_order_behind_a_semicolon_is_a_duty_of_its_own(lay):
    text = "Yêu cầu các xã thực hiện nghiêm; giao Phòng Nội vụ theo dõi, báo cáo UBND huyện."
    duties = lay([(0, "", text)], issuer="UBND huyện Yên Lạc")
    assert [duty[:2] for duty in duties] == [("theo dõi, báo cáo UBND huyện", ["Phòng Nội vụ"])]


def test_a_standing_rule_is_nobody_to_report_to(lay):
    text = "Hội Nông dân huyện vận động hội viên áp dụng quy trình VietGAP."
    ((*_, receiver),) = lay([(0, "III.", "TỔ CHỨC THỰC HIỆN"), (1, "2.", text)])
    assert receiver is None


def test_a_person_named_by_work_alone_has_a_duty_before_a_colon(lay):
    rows = [(0, "III.", "PHÂN CÔNG"), (1, "5.", "Bảo vệ: hướng dẫn xe ra vào cổng phụ.")]
    assert [duty[:2] for duty in lay(rows)] == [("hướng dẫn xe ra vào cổng phụ", ["Bảo vệ"])]


@pytest.mark.parametrize(
    "heading", ["NHIỆM VỤ TRỌNG TÂM THỜI GIAN TỚI", "PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ TỚI"]
)
def test_a_report_says_who_is_to_do_what_is_to_come(lay, heading):
    rows = [
        (0, "I.", "KẾT QUẢ ĐẠT ĐƯỢC"),
        (1, "1.", "Trạm Y tế xã tổ chức 03 buổi khám lưu động."),
        (0, "II.", heading),
        (1, "1.", "Công an xã phối hợp với Xã đoàn tuần tra các điểm trường."),
        (1, "2.", "Trưởng thôn Đồi Mây hàng tháng họp dân, công khai quỹ thôn."),
    ]
    assert [duty[:2] for duty in lay(rows, kind="BC")] == [
        ("phối hợp với Xã đoàn tuần tra các điểm trường", ["Công an xã"]),
        ("hàng tháng họp dân, công khai quỹ thôn", ["Trưởng thôn Đồi Mây"]),
    ]


@pytest.mark.parametrize("cue", ["Kiến nghị", "Kính kiến nghị", "Đề xuất"])
def test_a_report_proposes_to_the_organ_above(lay, cue):
    rows = [(0, "IV.", "KIẾN NGHỊ"), (1, "1.", f"{cue} UBND huyện sớm cấp bù phần thiếu.")]
    ((action, lead, *_),) = lay(rows, kind="BC", issuer="UBND xã Đồi Mây")
    assert (action, lead) == ("sớm cấp bù phần thiếu", ["UBND huyện"])


def test_to_lead_and_direct_is_no_one_of_a_report(lay):
    text = "Lãnh đạo, chỉ đạo hoàn thành các chỉ tiêu về thu ngân sách."
    assert lay([(0, "II.", "PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ TỚI"), (1, "-", text)], kind="BC") == []


def test_what_a_unit_proposes_is_its_own_duty(lay):
    rows = [
        (0, "III.", "TỔ CHỨC THỰC HIỆN"),
        (1, "1.", "Thanh tra huyện kiểm tra, kiến nghị UBND huyện thu hồi phần chi sai."),
        (1, "2.", "Phòng Nội vụ kiến nghị UBND huyện khen thưởng."),
    ]
    assert [duty[1] for duty in lay(rows)] == [["Thanh tra huyện"], ["Phòng Nội vụ"]]


def test_one_of_several_is_told_apart_by_a_word_before_it(lay):
    text = "Riêng Phòng Y tế huyện chỉ đạo các trạm lập sổ theo dõi."
    ((action, lead, *_),) = lay([(0, "III.", "TỔ CHỨC THỰC HIỆN"), (1, "3.", text)])
    assert (action, lead) == ("chỉ đạo các trạm lập sổ theo dõi", ["Phòng Y tế huyện"])


def test_a_time_may_have_two_parts_before_the_unit(lay):
    text = "Định kỳ hàng quý, trước ngày 8 của tháng cuối quý, Ủy ban nhân dân các xã gửi số liệu."
    ((action, lead, *_),) = lay([(0, "III.", "TỔ CHỨC THỰC HIỆN"), (1, "2.", text)])
    assert (action, lead) == (text.rstrip("."), ["Ủy ban nhân dân các xã"])


def test_an_officer_of_a_commune_is_named_whole_with_the_office(lay):
    rows = [
        (0, "III.", "PHÂN CÔNG NHIỆM VỤ"),
        (1, "-", "Ông Lý Văn Tụ, công chức Văn hóa - Xã hội phụ trách lập hồ sơ từng hộ."),
        (1, "-", "Công chức Tài chính - Kế toán lập dự toán."),
    ]
    assert [duty[1] for duty in lay(rows)] == [
        ["Ông Lý Văn Tụ, công chức Văn hóa - Xã hội"],
        ["Công chức Tài chính - Kế toán"],
    ]


@pytest.mark.parametrize(
    ("text", "action", "lead", "support"),
    [
        (
            "Giao Sở Xây dựng chủ trì, Sở Tài chính và UBND huyện Ba Vì phối hợp định giá đất.",
            "định giá đất",
            ["Sở Xây dựng"],
            ["Sở Tài chính", "UBND huyện Ba Vì"],
        ),
        (
            "Công an huyện được đề nghị bảo vệ khu vực trường bắn.",
            "bảo vệ khu vực trường bắn",
            ["Công an huyện"],
            [],
        ),
        (
            "Sở Xây dựng và UBND các xã có kênh Đông, kênh Tây đi qua phân luồng giao thông.",
            "phân luồng giao thông",
            ["Sở Xây dựng", "UBND các xã có kênh Đông, kênh Tây đi qua"],
            [],
        ),
        (
            "Trưởng phòng Nội vụ phân công công chức đôn đốc từng đơn vị.",
            "phân công công chức đôn đốc từng đơn vị",
            ["Trưởng phòng Nội vụ"],
            [],
        ),
        (
            "Trường hợp bà Trần Thị Lựu đề nghị cấp giấy: Phòng Nội vụ có trách nhiệm trả lời.",
            "trả lời",
            ["Phòng Nội vụ"],
            [],
        ),
        (
            "Trưởng các phòng: căn cứ nhiệm vụ được phân công tại Mục II lập kế hoạch chi tiết.",
            "căn cứ nhiệm vụ được phân công tại Mục II lập kế hoạch chi tiết",
            ["Trưởng các phòng"],
            [],
        ),
        (
            "Đề nghị các phòng, các đoàn thể huyện: Mỗi đơn vị đăng ký 01 mô hình.",
            "Mỗi đơn vị đăng ký 01 mô hình",
            ["các phòng", "các đoàn thể huyện"],
            [],
        ),
        (
            "Trường Tiểu học Kim Xá được chọn làm điểm, có trách nhiệm báo cáo kết quả.",
            "báo cáo kết quả",
            ["Trường Tiểu học Kim Xá"],
            [],
        ),
        (
            "Giao Sở Nội vụ là cơ quan đầu mối, theo dõi và đôn đốc các đơn vị.",
            "theo dõi và đôn đốc các đơn vị",
            ["Sở Nội vụ"],
            [],
        ),
        (
            "Kính mời Báo Gia Lai cử phóng viên đưa tin.",
            "cử phóng viên đưa tin",
            ["Báo Gia Lai"],
            [],
        ),
    ],
)
def test_a_duty_is_laid_in_less_common_words(lay, text, action, lead, support):
    duties = lay([(0, "II.", "NHIỆM VỤ"), (1, "1.", text)], issuer="UBND tỉnh Nghệ An")
    assert [duty[:3] for duty in duties] == [(action, lead, support)]


@pytest.mark.parametrize(
    "text",
    [
        "Trưởng các khoa, phòng chịu trách nhiệm tổ chức thực hiện nghiêm túc.",
        "Kính mời lãnh đạo Sở Nội vụ đến dự và chỉ đạo hội nghị.",
        "UBND huyện đã ban hành Công văn số 3/UBND-NC, trong đó yêu cầu các xã báo cáo kết quả.",
        "UBND huyện đã có Công văn số 3/UBND-NC đề nghị gửi báo cáo về huyện trước 20/02/2021.",
        "Yêu cầu các đơn vị triển khai thực hiện; những vấn đề phát sinh kịp thời báo cáo.",
    ],
)
def test_what_was_asked_before_and_empty_words_lay_nothing(lay, text):
    assert lay([(0, "", text)], kind="CV", issuer="UBND huyện Ba Vì") == []


def test_what_follows_when_the_time_is_over_belongs_to_the_duty(lay):
    text = "Yêu cầu các xã gửi báo cáo trước 10/4. Quá thời hạn trên, xã nào chậm sẽ bị trừ điểm."
    ((action, *_),) = lay([(0, "", text)], kind="CV")
    assert action.endswith("trừ điểm")


def test_where_to_write_is_no_part_of_the_duty(lay):
    text = "Đề nghị các xã gửi báo cáo trước ngày 10/4. Địa chỉ nhận: số 5 Lê Lợi."
    ((action, *_),) = lay([(0, "", text)], kind="CV")
    assert action == "gửi báo cáo trước ngày 10/4"


def test_an_issuer_is_known_by_its_field_where_its_first_word_is_lost(lay):
    text = "Nhằm hoàn thiện dự thảo Thông Y tế đề nghị Sở Nội vụ góp ý trước ngày 10/4."
    ((_, lead, *_),) = lay([(0, "", text)], kind="CV", issuer="Bộ Y tế")
    assert lead == ["Sở Nội vụ"]


def test_an_addressee_is_known_by_the_name_that_the_letter_gives_it(lay):
    name = "Tổng công ty Bảo đảm hàng hải miền Bắc, miền Nam"
    text = f"{name} thường xuyên kiểm tra các đèn biển."
    rows = [(0, "", "Cục yêu cầu:"), (1, "1.", text)]
    assert [
        d[:2] for d in lay(rows, kind="CV", issuer="Cục Hàng hải", addressees=(name, "B"))
    ] == [("thường xuyên kiểm tra các đèn biển", [name])]


def test_where_the_result_goes_belongs_to_the_duty_before_it(lay):
    text = (
        "Sở Nội vụ yêu cầu UBND các huyện kiểm tra việc chấm công. Kết quả kiểm tra báo cáo về"
        " Sở Nội vụ bằng văn bản trước ngày 18/6/2021."
    )
    (duty,) = lay([(0, "", text)], kind="CV", issuer="Sở Nội vụ")
    assert duty[0].endswith("trước ngày 18/6/2021")
    assert duty[1:] == (["UBND các huyện"], [], "trước ngày 18/6/2021", "Sở Nội vụ")


def test_a_list_of_units_goes_on_behind_a_semicolon(lay):
    text = (
        "UBND tỉnh đề nghị các cơ quan, đơn vị của Trung ương; các sở, ban, ngành và các hộ gia"
        " đình trên địa bàn tỉnh treo cờ rủ trong ngày 02/7/2021."
    )
    (duty,) = lay([(0, "", text)], kind="TB", issuer="UBND tỉnh Phú Yên")
    assert duty[1] == [
        "các cơ quan, đơn vị của Trung ương",
        "các sở, ban, ngành",
        "các hộ gia đình trên địa bàn tỉnh",
    ]


def test_behind_a_semicolon_another_unit_has_its_own_part(lay):
    text = (
        "UBND các phường có trách nhiệm kiểm tra việc treo cờ; Thủ trưởng các cơ quan chỉ đạo,"
        " nhắc nhở việc treo cờ ở trụ sở."
    )
    duties = lay([(0, "", text)], kind="TB", issuer="UBND tỉnh Phú Yên")
    assert [duty[1] for duty in duties] == [["UBND các phường"], ["Thủ trưởng các cơ quan"]]


def test_behind_a_comma_one_told_apart_has_its_own_part(lay):
    text = (
        "Trạm Y tế xã Đạ Tông cung cấp số liệu theo mẫu số 2, riêng Bệnh viện Lâm Hà cung cấp số"
        " liệu theo mẫu số 3."
    )
    duties = lay([(0, "-", text)], kind="CV", issuer="Sở Y tế")
    assert [duty[1] for duty in duties] == [["Trạm Y tế xã Đạ Tông"], ["Bệnh viện Lâm Hà"]]


def test_what_the_writer_itself_was_given_is_no_duty(lay):
    text = "Cục Thủy lợi được Lãnh đạo Bộ Nông nghiệp giao nhiệm vụ làm đầu mối lập bản đồ đê."
    assert lay([(0, "", text)], kind="CV", issuer="Cục Thủy lợi", addressees=("Sở Nội vụ",)) == []


def test_a_letter_of_an_earlier_day_asks_nothing_anew(lay):
    text = (
        "Ngày 08/02/2021, Văn phòng ban hành Văn bản số 40/VP-TH về đơn của bà Lê Thị Mận, giao"
        " Sở Nội vụ trả lời đơn trong 10 ngày."
    )
    assert lay([(0, "", text)], kind="CV", issuer="Văn phòng", addressees=("Sở Nội vụ",)) == []


def test_a_closing_that_speaks_of_difficulties_is_no_duty(lay):
    text = (
        "Yêu cầu các phòng, ban triển khai thực hiện; trong quá trình thực hiện nếu có vướng mắc,"
        " kịp thời phản ánh về Phòng Nội vụ để được hướng dẫn."
    )
    assert lay([(0, "1.", "Kiểm tra bến đò."), (0, "", text)], kind="KH") == []
