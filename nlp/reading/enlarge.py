"""Coarse scans enlarged before they are read."""

from dataclasses import replace
from typing import Final

import cv2

from nlp.pages.image import Grey
from nlp.reading.engine import Layout, OcrEngine, OcrWord

_COARSE: Final = 140.0  # dpi: finer images are read as they are
_FINE: Final = 200.0


class EnlargingEngine:
    """Reads images of less than 140 dpi enlarged to 200; boxes are those of the image given."""

    def __init__(self, engine: OcrEngine) -> None:
        self._engine = engine

    def words(self, image: Grey, dpi: float, layout: Layout) -> tuple[OcrWord, ...]:
        """The words of a grey image, as `OcrEngine` asks."""
        if dpi >= _COARSE:
            return self._engine.words(image, dpi, layout)
        factor = _FINE / dpi
        large = cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
        return tuple(
            replace(
                word,
                left=int(word.left / factor),
                top=int(word.top / factor),
                right=round(word.right / factor),
                bottom=round(word.bottom / factor),
            )
            for word in self._engine.words(large, _FINE, layout)
        )
