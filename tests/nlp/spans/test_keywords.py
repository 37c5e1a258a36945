from nlp.spans.keywords import find_keywords, is_keyword

LINES = [
    "Rà soát, số hóa hồ sơ đất đai; bàn giao hồ sơ đất đai cho kho lưu trữ.",
    "Thực hiện Kế hoạch số 15/KH-UBND, phối hợp với Công an xã về hồ sơ cư trú.",
]


def test_the_commonest_compounds_come_first():
    assert find_keywords(LINES)[:2] == ("hồ sơ", "đất đai")


def test_words_that_steer_a_sentence_and_symbols_are_no_keywords():
    found = find_keywords(LINES)
    assert not {"thực hiện", "phối hợp"} & set(found)
    assert all(is_keyword(word) for word in found)
    assert not any("/" in word for word in found)


def test_no_text_has_no_keywords():
    assert find_keywords(["", "  ", "15/KH"]) == ()
