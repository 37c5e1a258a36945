"""The syllables of names."""

from nlp.lexicon.names import name_syllables
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
