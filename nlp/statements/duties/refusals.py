"""What looks like a duty and is none: conditions, background, closings, bare introductions."""

import re

from nlp.statements.duties.actions import find_action
from nlp.statements.folding import fold

_CONDITION = re.compile(
    r"""^\W*(?:(?:tuy\s+nhiên|ngoài\s+ra|đồng\s+thời)\W+)?
    (?: nếu\b | (?:trong\s+)?trường\s+hợp\b(?!\s+(?:của\s+)?(?:ông|bà|hộ)\b) | quá\s+thời\s+hạn
      | khi\s+có\s+(?:khó\s+khăn|vướng\s+mắc)
      | (?:mọi|các|những)\s+(?:khó\s+khăn|vướng\s+mắc|ý\s+kiến|phản\s+ánh|sự\s+cố|thắc\s+mắc
        |thông\s+tin\s+(?:chi\s+tiết|liên\s+hệ))
      | (?:trong\s+)?quá\s+trình\s+[^.;]{0,120}
        \b(?:nếu|khó\s+khăn|vướng\s+mắc|phát\s+sinh|bất\s+cập)
      | (?:khó\s+khăn|vướng\s+mắc)\b )""",
    re.VERBOSE | re.IGNORECASE,
)
_CONDITION_INSIDE = re.compile(
    r"\bnếu\b|(?<!\d\s)(?<!\bcác\s)(?<!\bsố\s)\btrường\s+hợp\b|\b(?:có|gặp|phát\s+sinh)\s+(?:\w+\s+){0,2}?(?:khó\s+khăn|vướng\s+mắc)",
    re.IGNORECASE,
)
_ENACTMENT = re.compile(
    r"chịu\s+trách\s+nhiệm\s+(?:tổ\s+chức\s+)?(?:thi\s+hành|thực\s+hiện)\s+"
    r"(?:quyết\s+định|nghị\s+quyết|quy\s+chế|quy\s+định|chỉ\s+thị|kế\s+hoạch)\s+này"
    r"|căn\s+cứ\s+quyết\s+định\s+thi\s+hành",
    re.IGNORECASE,
)


def _words(listed: str) -> str:
    return "|".join(r"\s+".join(words.split()) for words in listed.split("|"))


_EMPTY_WORDS = """
    nghiem|nghiem tuc|khan truong|chu dong|tich cuc|phoi hop|quan tam|kip thoi|to chuc|trien khai
    |thuc hien|chap hanh|chi dao|quan triet|co hieu qua|hieu qua|tot|day du|noi dung|cac|nhung
    |ke hoach|cong van|chi thi|quyet dinh|quy che|thong bao|cong dien|van ban|nay|tren|neu|dung
    |theo|xem xet|phe duyet|chap thuan|de|duoc|biet|va|phai|can|tap trung|nhiem vu
    |quy dinh|yeu cau|thoi gian|thoi han|tien do
    |huong dan|nghi quyet|chuong trinh|tinh than|can cu|chuc nang|duoc giao|cua|minh|tinh hinh
    |thuc te|viec|lam tot"""
_EMPTY = re.compile(rf"^(?:\W|\b(?:{_words(_EMPTY_WORDS)})\b)+\w{{0,2}}\W*$")
_STATUS = re.compile(
    r"^\W*(?:(?:làm\s+việc|hoạt\s+động)\s+(?:theo\s+(?:chế\s+độ|nguyên\s+tắc)|kiêm\s+nhiệm)"
    r"|tự\s+(?:giải\s+thể|chấm\s+dứt)|(?:được\s+)?(?:sử\s+dụng|dùng)\s+con\s+dấu"
    r"|(?:được\s+)?hưởng\s+(?:chế\s+độ|phụ\s+cấp)|(?:tham\s+)?(?:dự|gia)(?:\s+họp|\s+hội\s+nghị)?\s+"
    r"(?:đầy\s+đủ|đúng)[\s,]*(?:(?:và|đúng|đầy\s+đủ|thành\s+phần|thời\s+gian|giờ|địa\s+điểm)[\s,]*)*\W*$)",
    re.IGNORECASE,
)
_SET_ELSEWHERE = re.compile(
    r"^(?!\W*căn\s+cứ)[^.;]{0,60}\bđược\s+(?:quy\s+định|nêu|phân\s+công|thể\s+hiện|xác\s+định|nêu\s+rõ)"
    r"(?:\s+(?:chi\s+tiết|cụ\s+thể|rõ))?\s+(?:tại|trong|ở)\b",
    re.IGNORECASE,
)
_LIST_FOLLOWS = re.compile(
    r"(?:như\s+sau|sau\s+đây|sau|dưới\s+đây|gồm|cụ\s+thể|có\s+trách\s+nhiệm|nhiệm\s+vụ)\s*:\s*$",
    re.IGNORECASE,
)
_NOTHING_SAID = re.compile(
    r"^\W*(?:trên\s+đây\s+là|trân\s+trọng|kính\s+(?:gửi|mong|trình)|xin\s+trân\s+trọng|rất\s+(?:mong|hân\s+hạnh)"
    r"|địa\s+chỉ\b[^.;]{0,40}:|phụ\s+lục|biểu\s+mẫu|mẫu\s+số|ghi\s+chú|\(?(?:kèm|gửi\s+kèm|đính\s+kèm|chi\s+tiết))",
    re.IGNORECASE,
)


_BASIS = re.compile(
    r"^\W*(?!căn\s+cứ\s+(?:\w+\s+){1,4}này\s*,)(?:căn\s+cứ\s+(?:luật|bộ\s+luật|hiến|pháp\s+lệnh|nghị|thông|quyết|kế|công\s+văn|chỉ\s+thị"
    r"|hướng\s+dẫn|quy\s+(?:chế|định)|kết\s+luận|văn\s+bản|tờ\s+trình)|xét\s+đề\s+nghị|theo\s+đề\s+nghị)",
    re.IGNORECASE,
)


def is_basis(text: str) -> bool:
    """Whether the text names what the document is based on."""
    return _BASIS.match(text) is not None


_THING = re.compile(
    r"^\W*(?:(?:công\s+tác|việc|tình\s+hình|kết\s+quả|số\s+lượng|hoạt\s+động|danh\s+sách|tỷ\s+lệ"
    r"|hồ\s+sơ)\b|\d+\s*%"
    r"|(?:thành\s+phần|địa\s+điểm|thời\s+gian|kinh\s+phí|đối\s+tượng|số\s+lượng|hình\s+thức|trang\s+phục)"
    r"(?:\s+[^\W\d]+){0,5}\s*:)",
    re.IGNORECASE,
)


_UNIT = re.compile(
    r"^\W*[A-ZĐ]{2,8}\s+(?:huyện|quận|thị\s+xã|thị\s+trấn|thành\s+phố|tỉnh|xã|phường|TP\.?)"
    r"(?:\s+[A-ZĐ][^\W\d_]*){1,4}\W*$"
)


def names_thing(text: str) -> bool:
    """Whether a bullet names a matter to look into, or a unit alone, not a thing to do.

    >>> names_thing("TTYT huyện Yên Lạc;"), names_thing("UBND xã Trung Nguyên rà soát hồ sơ")
    (True, False)
    """
    return _THING.match(text) is not None or _UNIT.match(text) is not None


def is_conditional(text: str) -> bool:
    """Whether a sentence speaks of a case that may come, not of a duty that stands.

    >>> is_conditional("Nếu trời mưa to, lễ khai mạc lùi sang ngày hôm sau.")
    True
    """
    return _CONDITION.match(text) is not None


_CASE = re.compile(
    r"^\W*(?:(?:trong\s+)?trường\s+hợp|quá\s+thời\s+hạn(?![^.;]*(?:coi|xem)\s+như))\b",
    re.IGNORECASE,
)


def cuts_off(text: str) -> bool:
    """Whether a sentence ends the duty before it; `Trường hợp …`, `Quá thời hạn …` go on."""
    return is_conditional(text) and _CASE.match(text) is None


def has_condition(text: str) -> bool:
    """Whether the words before a request make it conditional."""
    return _CONDITION_INSIDE.search(text) is not None


def is_enactment(text: str) -> bool:
    """Whether the text is the article that puts the document itself into force."""
    return _ENACTMENT.search(text) is not None


def is_empty(action: str) -> bool:
    """Whether an action says no more than to carry this document out.

    >>> is_empty("nghiêm túc triển khai thực hiện Kế hoạch này./.")
    True
    >>> is_empty("rà soát hồ sơ")
    False
    """
    return _EMPTY.match(fold(action)) is not None


_HANDED_DOWN = re.compile(
    r"^\W*(?:chỉ\s+đạo|đôn\s+đốc|quán\s+triệt)\s[^,;.:]{5,80}?\s(?=(?:triển\s+khai|thực\s+hiện|chấp\s+hành)\b)",
    re.IGNORECASE,
)


def only_carries_out(action: str) -> bool:
    """Whether an action says no more than that from its first verb on, unknown names before it.

    >>> only_carries_out("chỉ đạo các trường thực hiện nghiêm túc hướng dẫn này")
    True
    """
    handed = _HANDED_DOWN.match(action)
    at = handed.end() if handed else find_action(action, 0)
    return at is not None and is_empty(action[at:])


def tells_status(action: str) -> bool:
    """Whether an action only says how a board works or that guests come in time.

    >>> tells_status("làm việc theo chế độ kiêm nhiệm"), tells_status("làm việc với các hộ dân")
    (True, False)
    """
    return any(form.match(action) for form in (_STATUS, _SET_ELSEWHERE))


_BOARD = re.compile(
    r"^\W*(?:(?:các\s+)?thành\s+viên|tổ|ban|đoàn|hội\s+đồng|nhóm)\b(?:\s+[^\W\d]+){0,7}?\s+"
    r"(?=(?:làm\s+việc|hoạt\s+động|tự|được|sử\s+dụng|hưởng)\s)",
    re.IGNORECASE,
)


def tells_how_it_works(text: str) -> bool:
    """Whether a sentence only says how a board works: `Tổ công tác làm việc theo chế độ …`."""
    board = _BOARD.match(text)
    return board is not None and tells_status(text[board.end() :])


_MEMBERS = re.compile(
    r"(?:gồm|bao\s+gồm)\b[^:]{0,80}\b(?:ông|bà|đồng\s+chí|thành\s+viên|cán\s+bộ)\b[^:]{0,60}:?\s*$"
    r"|^\W*(?:thành\s+lập|kiện\s+toàn)\b[^:]*(?:gồm|như\s+sau)[^:]{0,60}:?\s*$",
    re.IGNORECASE,
)


_AGREES = re.compile(
    r"^\W*(?:cơ\s+bản\s+)?(?:đồng\s+ý|cho\s+phép|nhất\s+trí|chấp\s+thuận|thống\s+nhất\s+(?:chủ\s+trương|với|nội\s+dung))\b"
    r"(?![^,;.]{0,20}\b(?:giao|phân\s+công)\b)",
    re.IGNORECASE,
)


def agrees(text: str) -> bool:
    """Whether an item only grants what was asked for: `Đồng ý Sở Y tế mua một xe cứu thương`."""
    return _AGREES.match(text) is not None


_WHOEVER = re.compile(
    r"^\W*(?:đơn\s+vị|cơ\s+quan|địa\s+phương|cá\s+nhân|trường|khoa|phòng|xã|tổ|lớp)\s+nào\b",
    re.IGNORECASE,
)


def warns(text: str) -> bool:
    """Whether a sentence says what befalls whoever fails: `Khoa nào nộp muộn sẽ bị trừ điểm`."""
    return _WHOEVER.match(text) is not None


_RESTS = re.compile(
    r"^\W*(?:(?:các|toàn\s+thể|tất\s+cả)\s+)?(?:cán\s+bộ|công\s+chức|viên\s+chức|giáo\s+viên|học\s+sinh"
    r"|sinh\s+viên|nhân\s+viên|người\s+lao\s+động)\b[^.]{0,220}?(?<!cho\s)\bnghỉ\b",
    re.IGNORECASE,
)


def grants_rest(text: str) -> bool:
    """Whether a sentence only says who is off work: `Cán bộ, học sinh được nghỉ Tết 07 ngày`."""
    return _RESTS.match(text) is not None


_PERSON = re.compile(r"^\W*(?:Ông|Bà|Đồng\s+chí|Đ/c)\s*:?\s+(?:[A-ZĐ]|K['’])")


_SEAT = re.compile(
    r"[-–,:]\s*(?:(?:phó\s+)?trưởng\s+(?:ban|đoàn|tiểu\s+ban|nhóm)|phó\s+ban|(?:ủy|uỷ)\s+viên(?:\s+\w+){0,2}"
    r"|thành\s+viên|thư\s+k[ýí](?:\s+\w+){0,2}|tổ\s+(?:trưởng|phó)|(?:phó\s+)?chủ\s+tịch\s+hội\s+đồng)\W*$",
    re.IGNORECASE,
)


def names_member(text: str) -> bool:
    """Whether a line is a person with a post and nothing to do: a member of a board.

    >>> names_member("Bà Lê Thị Hoa - Tổng phụ trách Đội - Ủy viên")
    True
    """
    is_person = _PERSON.match(text) is not None
    return is_person and (find_action(text, 0) is None or _SEAT.search(text) is not None)


def lists_members(text: str) -> bool:
    """Whether the text opens a list of people: `Thành lập Tổ công tác gồm các ông, bà sau:`."""
    return _MEMBERS.search(text) is not None


def introduces_list(text: str) -> bool:
    """Whether the text only opens the list below it."""
    return _LIST_FOLLOWS.search(text) is not None


_MEETING = re.compile(
    r"^\W*(?:(?:chiều|sáng|tối)\s+)?ngày\s[^;.]{6,160}?\bchủ\s+trì,?\s+(?:(?:cuộc|buổi|phiên)\s+)?"
    r"(?:họp|hội\s+nghị|làm\s+việc|hội\s+ý|giao\s+ban)\b",
    re.IGNORECASE,
)


def tells_meeting(text: str) -> bool:
    """Whether a sentence tells of a meeting that was: `Ngày 21/10/2022, X chủ trì cuộc họp …`."""
    return _MEETING.match(text) is not None


_TELLS = re.compile(r"^\W*(?:xin\s+)?thông\s+báo\b.*\b(?:biết|được\s+rõ)\b", re.IGNORECASE)


def only_tells(action: str) -> bool:
    """Whether an action only passes the document on: `thông báo để các đơn vị biết`."""
    return _TELLS.match(action) is not None


def says_nothing(text: str) -> bool:
    """Whether the text closes a letter, names an annex or explains a form."""
    return _NOTHING_SAID.match(text) is not None
