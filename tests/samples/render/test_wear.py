import numpy as np
import pytest

from samples.render.wear import WEARS


@pytest.fixture
def page():
    pixels = np.full((400, 300, 3), 255, np.uint8)
    pixels[100:110, 50:250] = 0
    return pixels


@pytest.mark.parametrize("name", WEARS)
def test_wear_keeps_size_and_leaves_print_darker_than_paper(name, page, rng):
    worn = WEARS[name](page, rng)
    assert worn.shape == page.shape
    assert worn[104:106, 80:220].mean() < worn[200:300, 80:220].mean() - 80


def test_a_fax_is_black_and_white(page, rng):
    assert set(np.unique(WEARS["fax"](page, rng))) == {0, 255}
