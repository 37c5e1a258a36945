import numpy as np
import pytest

from samples.bench.conditions import CONDITIONS


@pytest.mark.parametrize("name", CONDITIONS)
def test_every_condition_leaves_a_page_with_print_and_paper(name):
    page = np.full((420, 300, 3), 255, np.uint8)
    page[60:360:12, 50:250] = 0
    worn = CONDITIONS[name].wear(page, np.random.default_rng(3))
    assert worn.dtype == np.uint8
    assert worn.shape[2] == 3
    assert np.percentile(worn, 90) - np.percentile(worn, 3) > 60
