import cv2
import numpy as np
import pytest

from nlp.errors import ModelMissing
from nlp.reading.inprocess import InProcessEngine, find_tessdata
from nlp.reading.tesseract import TesseractEngine

needs_data = pytest.mark.skipif(find_tessdata() is None, reason="no Vietnamese data of Tesseract")


@needs_data
@pytest.mark.parametrize("engine_class", [InProcessEngine, TesseractEngine])
def test_both_engines_read_the_same_print(engine_class):
    page = np.full((120, 500), 255, np.uint8)
    cv2.putText(page, "CONG VAN 2018", (20, 80), 2, 1.6, 0, 3)
    words = engine_class().words(page, 300, "line")
    assert [word.text for word in words] == ["CONG", "VAN", "2018"]
    assert all(0 <= word.left < word.right <= 500 and word.confidence > 0.5 for word in words)


@needs_data
def test_an_empty_image_has_no_words():
    assert InProcessEngine().words(np.full((300, 300), 255, np.uint8), 300, "page") == ()


def test_missing_data_are_told(tmp_path):
    with pytest.raises(ModelMissing):
        InProcessEngine(tessdata=tmp_path)
