import pytest

from nlp.geometry import Box
from nlp.reading.page import Slot
from nlp.regions.region import Item, Letterhead, Parts
from nlp.statements.heading.kind import find_type
from nlp.statements.heading.number import find_number, mend_reading, read_number

BOX = Box(0, 0, 10, 10)


@pytest.fixture
def number(passage):
    def find(line, slots=(), confidence=1.0, banner=None, **known):
        letterhead = Letterhead(number=passage(line, confidence), slots=tuple(slots))
        body = (Item("", 0, -1, passage(banner), part=1),) if banner else ()
        parts = Parts(1, 1, letterhead, body=body)
        kind, issuer = known.get("kind"), known.get("issuer")
        reading = mend_reading(parts, read_number(parts), kind, issuer)
        return find_number(parts, reading, kind, issuer)

    return find


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Số: 315/KH-UBND", "315/KH-UBND"),
        ("Số: 04 / QĐ - UBND", "04/QĐ-UBND"),
        ("Số: 05/UBND-VX", "05/UBND-VX"),
        ("Số 18-NQ/HU", "18-NQ/HU"),
        ("Số: 3176B/QĐ-SYT", "3176B/QĐ-SYT"),
        ("Số: 12/2019/TT-BTC", "12/2019/TT-BTC"),
        ("Số: 77/QÐ–SNV", "77/QĐ-SNV"),
        ("Sô: 77/SLĐTBXH-BĐG&PCTNXH", "77/SLĐTBXH-BĐG&PCTNXH"),
    ],
)
def test_a_number_has_one_canonical_form(number, line, value):
    assert number(line).value == value


def test_an_empty_slot_gives_no_number(number):
    assert number("Số: /KH-UBND") is None


def test_digits_by_hand_come_from_their_slot_and_letters_from_print(number):
    slot = Slot("number", BOX, "482", 0.9, is_handwritten=True)
    leaf = number("Số: H§t /SYT-NVY", [slot])
    assert leaf.value == "482/SYT-NVY"
    assert leaf.confidence <= 0.9


def test_digits_by_hand_stand_before_the_dash_of_a_party_number(number):
    slot = Slot("number", BOX, "61", 0.9, is_handwritten=True)
    assert number("Số - -KH/HU", [slot]).value == "61-KH/HU"
    assert number("Số: ..... -CV/TU", [slot]).value == "61-CV/TU"


def test_a_slot_without_ink_gives_no_number(number):
    slot = Slot("number", BOX, "", 0.9, is_handwritten=False)
    assert number("Số: /SYT-NVY", [slot]) is None


def test_typed_digits_that_slot_and_print_agree_on_are_surer(number):
    slot = Slot("number", BOX, "91", 0.98, is_handwritten=False)
    leaf = number("Số: 91/BC-SYT", [slot], confidence=0.7, kind="BC", issuer="Sở Y tế")
    assert leaf.confidence > 0.9


def test_a_damaged_symbol_is_mended_and_less_sure(number):
    leaf = number("Số: 40/QD-UBND")
    assert leaf.value == "40/QĐ-UBND"
    assert leaf.confidence < 0.9


def test_letters_that_fit_kind_and_issuer_are_sure(number):
    slot = Slot("number", BOX, "48", 0.99, is_handwritten=True)
    unsure = number("Số: /QĐ-SYT", [slot], confidence=0.5)
    sure = number("Số: /QĐ-SYT", [slot], confidence=0.5, kind="QĐ", issuer="Sở Y tế")
    assert unsure.confidence < 0.9 < sure.confidence


def test_letters_misread_and_mended_by_the_issuer_may_be_promised(number):
    slot = Slot("number", BOX, "18", 0.98, is_handwritten=True)
    leaf = number("Số: |Ế /SVT-VP", [slot], confidence=0.4, issuer="Sở Y tế")
    assert leaf.value == "18/SYT-VP"
    assert leaf.confidence > 0.85


def test_a_kind_that_only_the_damaged_symbol_shows_is_no_witness(number):
    slot = Slot("number", BOX, "436", 0.9, is_handwritten=True)
    leaf = number("só:436 /Qb-SNV", [slot], confidence=0.4, kind="Qb", issuer="Sở Nội vụ")
    assert leaf.value == "436/QĐ-SNV"


def test_a_slash_that_was_read_as_a_letter_is_found(number):
    slot = Slot("number", BOX, "214", 0.98, is_handwritten=True)
    leaf = number("Só:2lÄJSNV-VP", [slot], confidence=0.2, issuer="Sở Nội vụ")
    assert leaf.value == "214/SNV-VP"


def test_the_appendix_knows_the_number_too(number):
    banner = "(Kèm theo Kế hoạch số 66/KH-UBND ngày 02 tháng 3 năm 2020 của UBND huyện)"
    assert number("Số: /KH-UBND", banner=banner).value == "66/KH-UBND"


def test_a_banner_of_another_document_changes_nothing(number):
    banner = "(Kèm theo Thông tư số 08/2015/TT-BNV ngày 02 tháng 3 năm 2015 của Bộ Nội vụ)"
    assert number("Số: 66/KH-UBND", banner=banner).value == "66/KH-UBND"


@pytest.mark.parametrize(
    ("type_name", "line", "code"),
    [
        ("KẾ HOẠCH", "Số: 1/KH-UBND", "KH"),
        ("QUY ĐỊNH", "Số: 66-QĐ/TU", "QyĐ"),
        ("CHÍ THỊ", "Số: 2/CT-UBND", "CT"),
        (None, "Số: 9/UBND-NC", "CV"),
        (None, "Số: 9-CV/HU", "CV"),
        ("CHƯƠNG TRÌNH PHỐI HỢP", "Số: 9/CTPH-HND-LĐLĐ", "CTPH"),
    ],
)
def test_the_type_follows_the_name_before_the_symbol(passage, type_name, line, code):
    letterhead = Letterhead(
        number=passage(line), type_name=passage(type_name) if type_name else None
    )
    leaf = find_type(letterhead, read_number(Parts(1, 1, letterhead)).symbol)
    assert leaf.value == code


def test_without_name_and_number_there_is_no_type():
    assert find_type(Letterhead(), None) is None
