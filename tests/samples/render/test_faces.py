from samples.render.faces import HANDS, face_name, letters, print_face


def test_the_print_face_has_the_letters_of_vietnamese():
    assert {ord(letter) for letter in "ỗẵữĐđẦ"} <= letters(print_face())


def test_every_hand_can_write_a_number_and_a_date():
    for path in HANDS:
        assert {ord(letter) for letter in "0123456789/"} <= letters(path)


def test_each_style_has_a_name_of_its_own():
    names = {face_name(bold=bold, italic=italic) for bold in (0, 1) for italic in (0, 1)}
    assert len(names) == 4


def test_some_hand_can_write_vietnamese():
    assert any({ord(letter) for letter in "Phòng Tổ đội"} <= letters(path) for path in HANDS)
