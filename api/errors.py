"""Every error that the rim raises on purpose, and how each problem is answered.

    Problem        a problem with a stable `code` and a Vietnamese sentence that says what to do
     └ Conflict    a change to something that was changed meanwhile, with both versions

The codes are those of `nlp.errors` and of the rim itself. `KINDS` gives each its HTTP status, the
exit code of the command line (0 done, 1 our own failure, 2 wrong use, 3 unreadable input,
4 refused) and a short title; the sentence of a code is in `nlp.errors.SENTENCES` or here in
`SENTENCES`.
"""

from typing import Any, Final, NamedTuple

from nlp.errors import SENTENCES as READING_SENTENCES

EXIT_BROKEN: Final = 1
EXIT_WRONG_USE: Final = 2
EXIT_UNREADABLE: Final = 3
EXIT_REFUSED: Final = 4


class ProblemKind(NamedTuple):
    """How problems of one code are answered."""

    status: int
    exit_code: int
    title: str


_BROKEN_FILE: Final = ProblemKind(422, EXIT_UNREADABLE, "Không đọc được tệp")
_TOO_MUCH: Final = ProblemKind(422, EXIT_UNREADABLE, "Tệp vượt giới hạn")

KINDS: Final = {
    "empty_file": _BROKEN_FILE,
    "unreadable_file": _BROKEN_FILE,
    "not_a_pdf": _BROKEN_FILE,
    "no_pages": _BROKEN_FILE,
    "password_required": _BROKEN_FILE,
    "unsupported_type": ProblemKind(415, EXIT_UNREADABLE, "Loại tệp không được hỗ trợ"),
    "too_many_pages": _TOO_MUCH,
    "too_many_pixels": _TOO_MUCH,
    "page_too_large": _TOO_MUCH,
    "too_complex": _TOO_MUCH,
    "page_timeout": _TOO_MUCH,
    "file_too_large": ProblemKind(413, EXIT_UNREADABLE, "Tệp vượt giới hạn"),
    "secret_document": ProblemKind(422, EXIT_REFUSED, "Văn bản mật bị từ chối"),
    "model_missing": ProblemKind(500, EXIT_BROKEN, "Cài đặt chưa đủ"),
    "missing_file": ProblemKind(404, EXIT_UNREADABLE, "Không tìm thấy tệp"),
    "not_found": ProblemKind(404, EXIT_WRONG_USE, "Không tìm thấy"),
    "version_conflict": ProblemKind(409, EXIT_WRONG_USE, "Đã có người sửa trước"),
    "version_required": ProblemKind(428, EXIT_WRONG_USE, "Thiếu phiên bản"),
    "invalid_move": ProblemKind(409, EXIT_WRONG_USE, "Không chuyển được"),
    "missing_answer": ProblemKind(422, EXIT_WRONG_USE, "Không có văn bản trả lời"),
    "no_proposal": ProblemKind(404, EXIT_WRONG_USE, "Không có bản đọc mới"),
    "not_failed": ProblemKind(409, EXIT_WRONG_USE, "Không cần đọc lại"),
    "not_ready": ProblemKind(404, EXIT_WRONG_USE, "Chưa đọc xong"),
    "foreign_request": ProblemKind(403, EXIT_REFUSED, "Yêu cầu từ trang khác bị từ chối"),
    "method_not_allowed": ProblemKind(405, EXIT_WRONG_USE, "Không được phép"),
    "invalid_request": ProblemKind(422, EXIT_WRONG_USE, "Yêu cầu không hợp lệ"),
    "quarantined": ProblemKind(422, EXIT_UNREADABLE, "Văn bản được để riêng"),
    "storage_unavailable": ProblemKind(503, EXIT_BROKEN, "Kho tệp không sẵn sàng"),
    "invalid_settings": ProblemKind(500, EXIT_WRONG_USE, "Cấu hình không hợp lệ"),
    "upload_timeout": ProblemKind(408, EXIT_UNREADABLE, "Tải lên quá chậm"),
    "disk_full": ProblemKind(507, EXIT_BROKEN, "Hết chỗ lưu trữ"),
    "database_unavailable": ProblemKind(503, EXIT_BROKEN, "Cơ sở dữ liệu không sẵn sàng"),
    "internal_error": ProblemKind(500, EXIT_BROKEN, "Lỗi nội bộ"),
}

SENTENCES: Final = {
    "secret_document": "Văn bản có dấu chỉ độ mật nên không được lưu; hãy đăng ký vào sổ mật.",
    "model_missing": "Bản cài đặt thiếu mô hình; hãy báo quản trị viên chạy lại lệnh cài đặt.",
    "missing_file": "Không mở được tệp; hãy kiểm tra lại đường dẫn và quyền đọc.",
    "not_found": "Không tìm thấy nội dung này; hãy kiểm tra lại địa chỉ.",
    "version_conflict": "Nội dung này vừa được người khác sửa; hãy xem bản hiện có rồi sửa lại.",
    "version_required": "Yêu cầu thiếu If-Match; hãy gửi kèm ETag của bản đang sửa.",
    "invalid_move": "Nhiệm vụ không chuyển sang tình trạng này được; hãy xem tình trạng hiện có.",
    "missing_answer": "Văn bản trả lời chưa có trong kho; hãy nhận văn bản đó trước.",
    "no_proposal": "Văn bản này không có bản đọc mới đang chờ; hãy cho đọc lại trước.",
    "not_failed": "Văn bản này không bị lỗi khi đọc; hãy mở trang văn bản để xem kết quả.",
    "not_ready": "Văn bản chưa đọc xong; hãy thử lại sau ít phút.",
    "foreign_request": "Yêu cầu này đến từ một trang web khác nên bị từ chối; hãy mở Văn Thư rồi"
    " làm lại ở đó.",
    "method_not_allowed": "Địa chỉ này không nhận cách gọi đó; hãy xem tài liệu API.",
    "invalid_request": "Yêu cầu thiếu hoặc sai tham số; hãy kiểm tra lại.",
    "quarantined": "Việc đọc văn bản này đã hỏng ba lần nên văn bản được để riêng; hãy kiểm tra"
    " tệp rồi cho đọc lại.",
    "storage_unavailable": "Không kết nối được kho tệp; hãy báo quản trị viên rồi thử lại.",
    "invalid_settings": "Cấu hình VANTHU_… không hợp lệ; hãy kiểm tra các biến môi trường.",
    "upload_timeout": "Việc tải tệp bị ngắt quãng quá lâu; hãy gửi lại.",
    "disk_full": "Ổ đĩa đã đầy nên tệp chưa được lưu; hãy giải phóng dung lượng rồi gửi lại.",
    "database_unavailable": "Không kết nối được cơ sở dữ liệu; hãy kiểm tra dịch vụ PostgreSQL.",
    "internal_error": "Chương trình gặp lỗi ngoài dự kiến; hãy thử lại hoặc báo quản trị viên.",
}


class Problem(Exception):  # noqa: N818 - the word of RFC 9457
    """A problem to be told to the user; `str()` is the Vietnamese sentence.

    `code` is a key of KINDS. `level` is the level of secrecy of a refused document, else None.
    """

    def __init__(self, code: str, detail: str | None = None, *, level: str | None = None) -> None:
        """Take the sentence of `code` where `detail` is not given."""
        self.code = code if code in KINDS else "internal_error"
        self.level = level
        super().__init__(detail or SENTENCES.get(self.code) or READING_SENTENCES[self.code])

    @property
    def kind(self) -> ProblemKind:
        """How this problem is answered."""
        return KINDS[self.code]

    @property
    def detail(self) -> str:
        """The Vietnamese sentence."""
        return str(self)


class Conflict(Problem):
    """A change that was made on an older version: `current` is what stands, `yours` the change."""

    def __init__(self, version: int, current: dict[str, Any], yours: dict[str, Any]) -> None:
        """Take what is there, and what was to be."""
        super().__init__("version_conflict")
        self.version, self.current, self.yours = version, current, yours
