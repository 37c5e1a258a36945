"""The parts of one directive. Every word of its pages lies in exactly one of them."""

from dataclasses import dataclass
from typing import Literal

from nlp.evidence import Leaf
from nlp.geometry import Box
from nlp.reading.page import Passage, Slot


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The top of page 1: two columns, then the centred type and subject.

    `organs` are the lines of the left column above the number, from the top, a wrapped name joined
    to one passage; `motto` is the right column's (quốc hiệu, or ĐẢNG CỘNG SẢN VIỆT NAM). `number`
    is the line `Số: …`, `place_date` the line `Vĩnh Tường, ngày … tháng … năm …`, `type_name` the
    centred name of the kind (KẾ HOẠCH), `subject` the trích yếu: the lines below the type, or
    `V/v …` below the number. `slots` are the filled slots of number and date.
    """

    organs: tuple[Passage, ...] = ()
    motto: Passage | None = None
    number: Passage | None = None
    place_date: Passage | None = None
    type_name: Passage | None = None
    subject: Passage | None = None
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class Stamp:
    """The ĐẾN stamp. Labels (Số, Ngày, Chuyển, Lưu hồ sơ số) are not part of the passages.

    `number_slot` and `date_slot` are what the recogniser of digits read; the passages are the
    printed (or OCR) words.
    """

    page: int
    box: Box | None
    organisation: Passage | None = None
    number: Passage | None = None
    date: Passage | None = None
    forwarded_to: Passage | None = None
    file_number: Passage | None = None
    number_slot: Slot | None = None
    date_slot: Slot | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of urgency or secrecy; `value` as the contract spells it (KHẨN, HỎA TỐC, MẬT …)."""

    kind: Literal["urgency", "secrecy"]
    value: Leaf[str]


@dataclass(frozen=True, slots=True)
class Seal:
    """The round seal, or the ink of a signature, by its place alone."""

    kind: Literal["seal", "signature"]
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Cell:
    """
    One cell of a table; `passage` is None where it is empty.

    Rows and columns count from 0; spans are at least 1.
    """

    row: int
    column: int
    row_span: int
    column_span: int
    passage: Passage | None
    boxes: tuple[tuple[int, Box], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table, joined over page ends, repeated header rows left out.

    `cells` are in row-major order; the first `header_rows` rows are the header; a group row is one
    cell over all columns.
    """

    row_count: int
    column_count: int
    header_rows: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph, heading or bullet of the body and its appendices; or a table there.

    `marker` is as printed ("I.", "1.1.", "a)", "-", "+", "Điều 3.", "Chương II", "" where none)
    and is not part of `passage`. `level` is the depth of the outline (0: top), `parent` the index
    in the body of the item that this one stands under, -1 at the top. A heading is an item with
    children or of heading form; `is_heading` says the form alone (bold, upper case, centred, short
    without a full stop). `part` counts the appendices: 0 is the document proper. The passage of an
    item with a table is empty: its words are in the cells.
    """

    marker: str
    level: int
    parent: int
    passage: Passage
    is_heading: bool = False
    is_bold: bool = False
    is_italic: bool = False
    is_centred: bool = False
    part: int = 0
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """One signature block: lines of authority (TM., KT. …), lines of the title, the name."""

    authority: tuple[Passage, ...] = ()
    title: tuple[Passage, ...] = ()
    name: Passage | None = None


@dataclass(frozen=True, slots=True)
class Closing:
    """
    The end of the document proper: items of Nơi nhận, and the signature blocks.

    The block of the first issuer stands first.
    """

    recipients: tuple[Passage, ...] = ()
    signers: tuple[Signer, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """
    One directive of a file, on its pages from `pages_from` to `pages_to`, both inclusive.

    `addressees` are the items of Kính gửi (điện:, kính mời:), in order. `opening` are lines
    between the letterhead and the body that belong to neither, such as the centred organ above
    `Căn cứ`. `footnotes` are those of all pages, without their markers.
    Absent parts are empty or None.
    """

    pages_from: int
    pages_to: int
    letterhead: Letterhead
    addressees: tuple[Passage, ...] = ()
    opening: tuple[Passage, ...] = ()
    body: tuple[Item, ...] = ()
    closing: Closing = Closing()
    stamp: Stamp | None = None
    marks: tuple[Mark, ...] = ()
    seals: tuple[Seal, ...] = ()
    footnotes: tuple[Passage, ...] = ()
