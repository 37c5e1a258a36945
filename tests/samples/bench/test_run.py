from samples.bench.errors import Errors
from samples.bench.run import measure
from samples.bench.sheets import Sheet


def test_each_reader_reads_each_sheet_and_its_costs_are_shared_out():
    sheets = [Sheet(b"1", ("Số: 15/KH",), ()), Sheet(b"2", ("Số: 16/KH",), ())]
    readers = {
        "right": lambda pdf: ({b"1": "Số: 15/KH", b"2": "Số: 16/KH"}[pdf], 1.0),
        "blind": lambda pdf: ("", 2.0 if pdf == b"1" else 4.0),
    }
    right, blind = measure("fax", sheets, readers)
    assert right.errors == Errors(0, 18, 0, 4, 0, 0)
    assert (blind.errors.character_rate, blind.seconds_a_page) == (100, 3.0)
