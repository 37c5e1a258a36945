"""The syllables of names."""

from nlp.lexicon.names import family_names, is_settled, name_syllables, near_family_name
from nlp.lexicon.syllables import is_syllable

# names of the Ê Đê and the Gia Rai, who spell in their own way
HIGHLANDS = {
    *("Niê", "Mlô", "Êban", "Êñuôl", "Kđăm", "Kbuôr", "Ksor", "Kpă", "Kpuih", "Rmah", "Rcom"),
    *("Rahlan", "Siu", "Nay", "Ayun", "Byă", "Hmok", "Hwing", "Ktla", "Knul"),
}


def test_every_part_of_a_name_is_one_syllable_with_a_capital():
    wrong = [name for name in name_syllables() if not name.istitle() or " " in name]
    assert not wrong


def test_all_are_spelled_as_syllables_are():
    odd = {name for name in name_syllables() if not is_syllable(name.lower())}
    assert odd <= {"Quỳnh"} | HIGHLANDS  # the y behind qu the spelling rules do not tell


def test_family_names_are_names():
    assert family_names() < name_syllables()


def test_marks_are_settled_where_one_name_alone_has_the_letters():
    assert is_settled("Nguyễn", is_family=True)
    assert not is_settled("Quảng", is_family=True)  # there is Quàng alone
    assert not is_settled("Thắng", is_family=False)  # there is Thăng too


def test_a_family_name_is_told_by_its_letters_or_else_by_letters_that_look_alike():
    given = ["Định", "Nguyên", "Là", "Vã", "Quảng", "Hã", "Lê", "Xyz"]
    assert [near_family_name(one) for one in given] == [
        *("Đinh", "Nguyễn", "Lò", "Võ", "Quàng", "Hà", "Lê", "Xyz")
    ]
