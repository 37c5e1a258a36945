"""Images made smaller."""

import numpy as np
import pytest

from nlp.pages.image import shrunk


@pytest.mark.parametrize("scale", [0.5, 0.49993, 0.375, 0.333, 0.75, 1.0])
def test_a_dot_of_a_smaller_image_is_the_mean_of_what_it_covers(scale):
    rows, columns = np.mgrid[:240, :320]
    image = ((rows + columns) * 0.4).astype(np.uint8)
    small = shrunk(image, scale)
    assert small.shape == (round(240 * scale), round(320 * scale))
    assert abs(float(small.mean()) - float(image.mean())) < 1
    assert abs(float(small[-1, -1]) - float(image[-1, -1])) < 3
