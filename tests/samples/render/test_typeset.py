from dataclasses import replace

import pypdfium2

from samples.render.typeset import typeset


def text_of(script):
    page = pypdfium2.PdfDocument(typeset(script)[0])[0]
    return page.get_textpage().get_text_bounded()


def test_the_text_layer_holds_what_the_script_says(script):
    text = text_of(script)
    assert "Khơi thông dòng chảy." in text
    assert "Đỗ Văn An" in text


def test_a_slot_for_the_pen_is_left_blank(script):
    assert "15/KH-UBND" not in text_of(script)


def test_a_second_page_is_numbered_and_the_first_is_not(script):
    data, _ = typeset(replace(script, body=script.body + "\n---\nHết."))
    first, second = pypdfium2.PdfDocument(data)
    assert second.get_textpage().get_text_bounded().startswith("2")
    assert not first.get_textpage().get_text_bounded().startswith("1")


def test_a_digital_signature_stands_above_the_letterhead(script):
    signed = replace(script, paper=replace(script.paper, signature_block=("Ký bởi: UBND xã",)))
    assert "Ký bởi: UBND xã" in text_of(signed)
