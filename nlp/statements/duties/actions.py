"""The words that say what to do: where they begin, the names of those who do it have ended."""

import re
from typing import Final

from nlp.statements.folding import fold

ACTIONS: Final = (
    *("báo cáo", "ban hành", "bảo đảm", "biên soạn", "bố trí", "bồi dưỡng", "bàn giao", "bám sát"),
    *("cân đối", "căn cứ", "cập nhật", "chấm dứt", "chấn chỉnh", "chấp hành", "chỉ đạo", "chọn"),
    *("chịu trách nhiệm", "chủ động", "chủ trì", "chuẩn bị", "chuyển", "công bố", "công khai"),
    *("cung cấp", "cử", "cho ý kiến", "có văn bản", "có kế hoạch", "có biện pháp", "có giải pháp"),
    *("có trách nhiệm", "có nhiệm vụ", "đảm bảo", "đăng ký", "đăng tải", "đánh giá", "đẩy mạnh"),
    *("đề xuất", "điều tra", "điều chỉnh", "đôn đốc", "đưa", "đổi mới", "định kỳ", "đăng"),
    *("gắn", "giám sát", "giao", "giải quyết", "giới thiệu", "góp ý", "gửi", "giúp", "hoàn thành"),
    *("hoàn thiện", "hỗ trợ", "huy động", "hướng dẫn", "kết nối", "khẩn trương", "khảo sát"),
    *(
        "khắc phục",
        "kiểm tra",
        "kiện toàn",
        "kịp thời",
        "kiểm soát",
        "lập",
        "lồng ghép",
        "lựa chọn",
    ),
    *(
        "lấy ý kiến",
        "làm",
        "mở",
        "nắm",
        "nâng cao",
        "nâng cấp",
        "nêu gương",
        "nghiêm túc",
        "nghiên cứu",
    ),
    *(
        "niêm yết",
        "nhập",
        "nộp",
        "phải",
        "phát động",
        "phát hiện",
        "phát huy",
        "phân công",
        "phúc tra",
    ),
    *("phân bổ", "phê duyệt", "phổ biến", "phối hợp", "phát thanh", "phát sóng", "phòng ngừa"),
    *("quan tâm", "quán triệt", "quản lý", "rà soát", "ra quân", "sao gửi", "sắp xếp", "số hóa"),
    *(
        "sử dụng",
        "tăng cường",
        "tăng",
        "tạo điều kiện",
        "tập huấn",
        "tập trung",
        "tập hợp",
        "tham dự",
    ),
    *("tham gia", "tham mưu", "thanh tra", "thành lập", "thẩm định", "theo dõi", "thông báo"),
    *("thông tin", "thống kê", "thống nhất", "thu thập", "thường xuyên", "thực hiện", "tích cực"),
    *("tích hợp", "tiến hành", "tiếp công dân", "tiếp nhận", "tiếp tục", "tổ chức", "tổng hợp"),
    *(
        "trả lời",
        "treo",
        "triển khai",
        "trình",
        "trực tiếp",
        "tuyên truyền",
        "tự kiểm tra",
    ),
    *("tuân thủ", "ưu tiên", "vận động", "vận hành", "viết", "xác minh", "xác định", "xây dựng"),
    *(
        "dự trù",
        "dự thảo",
        "dự giờ",
        "duy trì",
        "điều hành",
        "điều phối",
        "động viên",
        "đối chiếu",
    ),
    *(
        "đối thoại",
        "bình xét",
        "biểu dương",
        "cam kết",
        "cắt cử",
        "canh gác",
        "chi trả",
        "củng cố",
    ),
    *("cụ thể hóa", "di dời", "giải tỏa", "giáo dục", "hạn chế", "kêu gọi", "kê khai"),
    *("ngăn chặn", "nghiệm thu", "nhắc nhở", "nhân rộng", "phân loại", "phân luồng"),
    *("phụ trách", "rút kinh nghiệm", "sẵn sàng", "sơ tán", "sửa chữa", "thanh toán", "thay thế"),
    *("thu gom", "tiêm phòng", "tiêu hủy", "trang bị", "truyền thông", "tuần tra", "tu sửa"),
    *("tư vấn", "túc trực", "ứng phó", "vệ sinh", "xác nhận", "xét duyệt", "khám bệnh", "ký kết"),
    *("xem xét", "xét", "xử lý", "yêu cầu", "in ấn", "đặt hàng", "bổ sung", "bảo vệ", "thăm"),
)
_ONE: Final = "|".join(words for words in ACTIONS if " " not in words)
_SEVERAL: Final = "|".join(fold(words).replace(" ", "[ ]+") for words in ACTIONS if " " in words)
_NOUNS: Final = (
    *(
        "công trình",
        "chương trình",
        "quy trình",
        "lộ trình",
        "quá trình",
        "tờ trình",
        "giáo trình",
    ),
    *(
        "ngoài công lập",
        "nghiệp công lập",
        "trường công lập",
        "việc làm",
        "thu nhập",
        "xuất nhập",
        "giao thông",
        "giao dịch",
        "gia tăng",
    ),
)
"""Words of names and things that hold one of the verbs: `công trình giao thông`."""
_SURE: Final = re.compile(rf"(?<!\w)(?:{'|'.join(_NOUNS)}|(?P<act>{_ONE}))(?!\w)", re.IGNORECASE)
_FOLDED: Final = re.compile(rf"(?<!\w)(?:{_SEVERAL})(?!\w)")


def opens_with_action(text: str) -> bool:
    """Whether the text begins with a word that says what to do; lost tone marks don't hide it.

    >>> opens_with_action("Rà soát hồ sơ"), opens_with_action("Sở Nội vụ")
    (True, False)
    """
    text = text.lstrip(" -+•._~")
    sure = _SURE.match(text)
    return bool((sure and sure["act"]) or _FOLDED.match(fold(text[:40])))


def find_action(text: str, start: int, end: int | None = None) -> int | None:
    """Where the first word that says what to do begins at or after `start`."""
    stop = len(text) if end is None else end
    sure = next((each for each in _SURE.finditer(text, start, stop) if each["act"]), None)
    found = (sure, _FOLDED.search(fold(text), start, stop))
    return min((each.start() for each in found if each), default=None)
