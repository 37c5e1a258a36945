"""Every error that the library raises on purpose.

VanThuError               any of them; `code` is stable, str() is a Vietnamese sentence that says what to do
├── UnreadableInput       the bytes are not a document that can be read (exit code 3, HTTP 422)
│   ├── EmptyFile             empty_file
│   ├── UnsupportedType       unsupported_type (HTTP 415)
│   ├── BrokenFile            unreadable_file, not_a_pdf, no_pages
│   ├── PasswordRequired      password_required
│   ├── LimitExceeded         too_many_pages, too_many_pixels, page_too_large, too_complex, file_too_large (HTTP 413)
│   └── PageTimeout           page_timeout
├── Refused               the document may not be kept (exit code 4, HTTP 422)
│   └── SecretDocument        secret_document; knows the level of secrecy and nothing else
└── ModelMissing          model_missing: the installation is incomplete
"""  # noqa: E501 -- the tree is a table

from typing import Final, Literal

BrokenCode = Literal["unreadable_file", "not_a_pdf", "no_pages"]
LimitCode = Literal[
    "too_many_pages", "too_many_pixels", "page_too_large", "too_complex", "file_too_large"
]

SENTENCES: Final = {
    "empty_file": "Tệp không có nội dung; hãy quét hoặc tải lại văn bản.",
    "unsupported_type": "Loại tệp này chưa đọc được; hãy gửi PDF, TIFF, JPEG, PNG hoặc chữ UTF-8.",
    "unreadable_file": "Tệp bị hỏng hoặc chưa tải lên trọn; hãy mở thử rồi gửi lại bản lành.",
    "not_a_pdf": "Tệp không phải PDF hợp lệ; hãy xuất hoặc quét lại thành PDF.",
    "no_pages": "Tệp không có trang nào; hãy kiểm tra lại bản quét.",
    "password_required": "Tệp có mật khẩu; hãy bỏ mật khẩu rồi gửi lại.",
    "too_many_pages": "Tệp có quá nhiều trang; hãy tách thành nhiều tệp nhỏ hơn.",
    "too_many_pixels": "Ảnh của trang quá lớn; hãy quét lại ở 300 dpi.",
    "page_too_large": "Khổ giấy của trang quá lớn; hãy xuất lại theo khổ A4 hoặc A3.",
    "too_complex": "Tệp bung ra quá lớn khi đọc; hãy in ra rồi quét lại thành PDF.",
    "file_too_large": "Tệp quá nặng; hãy tách tệp hoặc quét lại ở 300 dpi.",
    "page_timeout": "Một trang mất quá nhiều thời gian để đọc; hãy in ra rồi quét lại trang đó.",
    "secret_document": "Văn bản có dấu {detail} không được lưu ở đây; hãy đăng ký vào sổ mật.",
    "model_missing": "Bản cài đặt thiếu {detail}; hãy báo quản trị viên chạy lại lệnh cài đặt.",
}  # fmt: skip


class VanThuError(Exception):
    """Any error raised on purpose; `code` is a key of SENTENCES, `detail` fills its gap."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail

    def __str__(self) -> str:
        """A Vietnamese sentence that says what to do."""
        return SENTENCES[self.code].format(detail=self.detail)


class UnreadableInput(VanThuError):  # noqa: N818 -- says what is wrong
    """The bytes are not a document that can be read."""


class EmptyFile(UnreadableInput):
    """The file has no bytes."""

    def __init__(self) -> None:
        super().__init__("empty_file")
        self.args = ()


class UnsupportedType(UnreadableInput):
    """The bytes are of a kind that is not read."""

    def __init__(self) -> None:
        super().__init__("unsupported_type")
        self.args = ()


class BrokenFile(UnreadableInput):
    """The kind is right, but the content is damaged or has no page."""

    def __init__(self, code: BrokenCode = "unreadable_file") -> None:
        super().__init__(code)
        self.args = (code,)


class PasswordRequired(UnreadableInput):
    """The file is encrypted and opens only with a password."""

    def __init__(self) -> None:
        super().__init__("password_required")
        self.args = ()


class LimitExceeded(UnreadableInput):
    """The file would take more than a limit allows."""

    def __init__(self, code: LimitCode) -> None:
        super().__init__(code)
        self.args = (code,)


class PageTimeout(UnreadableInput):
    """A page took longer than a limit allows."""

    def __init__(self) -> None:
        super().__init__("page_timeout")
        self.args = ()


class Refused(VanThuError):  # noqa: N818 -- says what happened
    """The document may not be kept."""


class SecretDocument(Refused):
    """The document bears a mark of secrecy; nothing of it but the level is told."""

    def __init__(self, level: str) -> None:
        super().__init__("secret_document", level)
        self.args = (level,)


class ModelMissing(VanThuError):  # noqa: N818 -- says what is wrong
    """A model or a language file of the installation is not there."""

    def __init__(self, name: str) -> None:
        super().__init__("model_missing", name)
        self.args = (name,)
