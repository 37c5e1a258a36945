from datetime import date

import pytest

from nlp.geometry import Box
from nlp.reading.page import Slot
from nlp.regions.region import Letterhead, Parts, Stamp
from nlp.statements.arrival import find_arrival, parse_day

BOX = Box(0, 0, 10, 10)
ISSUED = date(2019, 5, 6)


@pytest.fixture
def arrive(passage, parts):
    def find(issued=ISSUED, body=(), **fields):
        texts = {k: passage(v) if isinstance(v, str) else v for k, v in fields.items()}
        return find_arrival(parts(body, stamp=Stamp(1, BOX, **texts)), issued)

    return find


def _slot(kind, text, confidence=0.9, alternatives=()):
    return Slot(kind, BOX, text, confidence, is_handwritten=True, alternatives=alternatives)


def test_without_a_stamp_nothing_arrived():
    assert find_arrival(Parts(1, 1, Letterhead()), ISSUED) is None


def test_a_printed_stamp_is_read(arrive):
    arrival = arrive(organisation="PHÒNG Y TẾ HUYỆN YÊN LẠC", number="0037", date="8/5/2019")
    assert arrival.organisation.value == "Phòng Y tế huyện Yên Lạc"
    assert arrival.number.value == "0037"
    assert arrival.date.value == date(2019, 5, 8)


def test_the_pen_is_read_from_its_slots(arrive):
    arrival = arrive(
        number_slot=_slot("arrival_number", "512"), date_slot=_slot("arrival_date", "7/5/19")
    )
    assert arrival.number.value == "512"
    assert arrival.date.value == date(2019, 5, 7)


def test_a_day_soon_after_the_issue_wins_over_a_likelier_one(arrive):
    slot = _slot("arrival_date", "7/3/2019", alternatives=(("7/5/2019", 0.4),))
    assert arrive(number="1", date_slot=slot).date.value == date(2019, 5, 7)


def test_a_day_before_the_issue_is_kept_but_unsure(arrive):
    leaf = arrive(number="1", date_slot=_slot("arrival_date", "7/3/2019")).date
    assert leaf.value == date(2019, 3, 7)
    assert leaf.confidence < 0.5


def test_a_slip_in_the_name_is_mended_by_the_document(arrive):
    body = [(0, "", "UBND huyện Yên Lạc giao các phòng của huyện Yên Lạc rà soát.")]
    arrival = arrive(organisation="TRUNG TÂM Y TẾ HUYỆN YÊN LAC", number="3", body=body)
    assert arrival.organisation.value == "Trung tâm Y tế huyện Yên Lạc"


def test_a_stamp_that_can_hardly_be_read_is_that_of_the_only_addressee(passage, parts):
    stamp = Stamp(1, BOX, organisation=passage("UBND H: Yon Lzc", 0.3), number=passage("5"))
    letter = parts([], stamp=stamp, addressees=(passage("UBND huyện Yên Lạc."),))
    leaf = find_arrival(letter, ISSUED).organisation
    assert leaf.value == "UBND huyện Yên Lạc"
    assert leaf.confidence == pytest.approx(0.3)


def test_the_first_word_glued_to_scraps_still_tells_the_only_addressee(passage, parts):
    stamp = Stamp(1, BOX, organisation=passage("UBNDH/4+ Lzc", 0.2), number=passage("5"))
    letter = parts([], stamp=stamp, addressees=(passage("UBND huyện Yên Lạc."),))
    assert find_arrival(letter, ISSUED).organisation.value == "UBND huyện Yên Lạc"


def test_scraps_that_no_addressee_explains_are_no_name(passage, parts):
    stamp = Stamp(1, BOX, organisation=passage("LI% ZxQ", 0.2), number=passage("5"))
    assert find_arrival(parts([], stamp=stamp), ISSUED).organisation is None


def test_the_lost_end_of_a_province_is_completed_but_not_promised(arrive):
    leaf = arrive(organisation="SỞ XÂY DỰNG LÂM ĐỒN ï", number="3").organisation
    assert leaf.value == "Sở Xây dựng Lâm Đồng"
    assert leaf.confidence < 0.6


@pytest.mark.parametrize("seen", ["|lỞ Y TẾ LÂM ĐỒ", "Y TẾ LÂM ĐỒN", "[SỞ Y TẾ LÂM ĐỒNG"])
def test_a_department_is_told_by_what_an_edge_left_of_it(arrive, seen):
    assert arrive(organisation=seen, number="3").organisation.value == "Sở Y tế Lâm Đồng"


def test_a_legible_stamp_is_never_changed_to_an_addressee(passage, parts):
    stamp = Stamp(1, BOX, organisation=passage("UBND xã Tề Lỗ"), number=passage("5"))
    letter = parts([], stamp=stamp, addressees=(passage("UBND xã Tề Sơn"),))
    assert find_arrival(letter, ISSUED).organisation.value == "UBND xã Tề Lỗ"


def test_a_stamp_that_says_more_than_the_addressee_keeps_its_name(passage, parts):
    stamp = Stamp(1, BOX, organisation=passage("SỞ NỘI VỤ LÂM ĐỒNG", 0.5), number=passage("5"))
    letter = parts([], stamp=stamp, addressees=(passage("Sở Nội vụ."),))
    assert find_arrival(letter, ISSUED).organisation.value == "Sở Nội vụ Lâm Đồng"


def test_a_heading_that_is_no_name_of_an_organ_is_not_promised(arrive):
    leaf = arrive(organisation="E B AN TIN HOC", number="3").organisation
    assert leaf.confidence < 0.65


@pytest.mark.parametrize("text", ["", "31/6/2019", "tháng 5", "5/2019"])
def test_what_is_no_day_is_none(text):
    assert parse_day(text) is None


def test_a_month_misread_is_put_right_by_the_day_of_issue_but_not_promised(arrive):
    slot = _slot("arrival_date", "8/12/19", 0.055, (("8/12/17", 0.032), ("8/5/19", 0.029)))
    leaf = arrive(number="1", date_slot=slot).date
    assert leaf.value == date(2019, 5, 8)
    assert leaf.confidence < 0.7


def test_two_days_that_fit_equally_well_make_each_other_unsure(arrive):
    rival = _slot("arrival_date", "8/5/19", 0.6, (("9/5/19", 0.35),))
    alone = _slot("arrival_date", "8/5/19", 0.6, (("8/5/29", 0.35),))
    assert arrive(number="1", date_slot=rival).date.confidence < 0.7
    assert arrive(number="1", date_slot=alone).date.confidence > 0.9


def test_a_letter_misread_in_a_short_name_is_mended(arrive):
    arrival = arrive(organisation="SỞ NN&PINT LAI CHÂU", number="4")
    assert arrival.organisation.value == "Sở NN&PTNT Lai Châu"
