import numpy as np
import pytest

from samples.render.ink import arrival_stamp, mark, round_seal, sign, write_by_hand


def inked(image):
    return (np.asarray(image.getchannel("A")) > 60).mean()


def test_handwriting_is_blue_and_grows_with_its_text(rng):
    short, long = write_by_hand("7", 40, rng), write_by_hand("2873", 40, rng)
    assert long.width > short.width
    pixels = np.asarray(long)[np.asarray(long.getchannel("A")) > 200]
    assert pixels[:, 2].mean() > pixels[:, 0].mean()


def test_a_signature_and_a_seal_leave_ink_but_do_not_cover(rng):
    for image in (sign(300, rng), round_seal("UBND xã An Hải", 300, rng)):
        assert 0.005 < inked(image) < 0.6


@pytest.mark.parametrize("double", [False, True])
def test_a_mark_is_wider_than_high_and_red(double):
    image = mark("HỎA TỐC", 8, double=double)
    assert image.width > image.height
    assert tuple(np.asarray(image)[2, image.width // 2, :3]) == (200, 28, 44)


def test_the_stamp_carries_number_date_and_nothing_for_an_empty_line(script, rng):
    _, writing = arrival_stamp(script.arrival, 8, rng)
    assert len(writing) == 2
