"""What the rules of marking say, in Vietnamese: why a stretch of text was taken for what it is."""

from typing import Final

RULES: Final = {
    "reference.numbered": "có tên loại văn bản và số, ký hiệu",
    "reference.number_alone": "số, ký hiệu đứng một mình",
    "reference.bare_number": "có tên loại và số, không có ký hiệu",
    "reference.partial": "số còn để trống trong văn bản",
    "reference.law": "tên luật, bộ luật, pháp lệnh",
    "reference.congress": "nghị quyết đại hội, hội nghị của Đảng",
    "reference.range": "nằm giữa số đầu và số cuối của một dãy",
    "date.day": "ngày, tháng ghi rõ",
    "date.days": "dãy ngày liền nhau",
    "date.day_of_list": "một ngày trong danh sách",
    "date.range": "từ ngày … đến ngày …",
    "date.month": "tháng, hoặc nhiều tháng liền nhau",
    "date.month_of_list": "một tháng trong danh sách",
    "date.month_in_figures": "tháng viết bằng số",
    "date.week_of_month": "một tuần của một tháng",
    "date.quarter": "quý trong năm",
    "date.part_of_year": "một phần của năm: 6 tháng, 9 tháng, nửa năm",
    "date.year_end": "hết năm, cuối năm",
    "date.half_years": "định kỳ 6 tháng, hằng năm",
    "date.horizon": "giai đoạn, nhiệm kỳ, năm học: không phải thời hạn",
    "date.anniversary": "khoảng nhiều năm: không phải thời hạn",
    "date.effective": "ngày có hiệu lực",
    "date.of_document": "ngày của văn bản được dẫn",
    "date.term": "thời hạn tính từ một sự kiện",
    "date.next_working_day": "ngày làm việc tiếp theo",
    "date.at_once": "ngay sau khi nhận được",
    "date.vague": "thời gian không phải là ngày: thường xuyên, trong năm",
    "date.blank": "ngày còn để trống hoặc viết tay chưa đọc được",
    "date.impossible": "ngày không có trong lịch",
    "date.weekday_mismatch": "thứ trong tuần không khớp với ngày",
    "date.recurring": "lặp lại theo kỳ",
    "agency.organ": "tên cơ quan, đơn vị theo từ đứng đầu",
    "agency.tagger": "tên cơ quan, đơn vị do mô hình đã học nhận ra",
    "agency.group": "nhóm cơ quan: các sở, ban, ngành …",
    "agency.person": "đồng chí, ông, bà và họ tên",
    "agency.post": "chức vụ và cơ quan",
    "cue": "từ khóa trong bảng từ của Văn Thư",
}

CUES: Final = {
    "assign": "giao việc",
    "request": "đề nghị, yêu cầu",
    "lead": "chủ trì",
    "support": "phối hợp",
    "duty": "trách nhiệm",
    "report": "báo cáo",
    "condition": "điều kiện: không phải nhiệm vụ",
    "background": "bối cảnh: không phải nhiệm vụ",
}

DATE_KINDS: Final = {
    "day": "Ngày",
    "period": "Khoảng thời gian",
    "recurring": "Định kỳ",
    "term": "Thời hạn tính từ sự kiện",
    "horizon": "Giai đoạn, không phải hạn",
    "cutoff": "Mốc số liệu, không phải hạn",
    "effective": "Ngày hiệu lực, không phải hạn",
    "vague": "Thời gian chung, không phải hạn",
}

OPERATORS: Final = {"before": "trước", "by": "chậm nhất", "within": "trong", "from": "từ"}


def explain_rule(rule: str) -> str:
    """What a rule says; that of its family where it has no words of its own, else nothing.

    >>> explain_rule("date.recurring.monthly")
    'lặp lại theo kỳ'
    """
    name = rule
    while name and name not in RULES:
        name = name.rpartition(".")[0]
    return RULES.get(name, "")
