"""Tesseract inside this process, by way of tesserocr: the same words for less time."""

import os
from pathlib import Path
from typing import Final

import tesserocr  # type: ignore[import-untyped] # it carries no types

from nlp.errors import ModelMissing
from nlp.pages.image import Grey
from nlp.reading.engine import Layout, OcrWord
from nlp.reading.tsv import SEGMENTATION, parse_tsv

_LEAST_SIDE: Final = 8  # pixels: Tesseract complains of smaller images
_FOLDERS: Final = ("/usr/share/tesseract-ocr", "/usr/share/tessdata", "/usr/local/share/tessdata")


def find_tessdata(language: str = "vie") -> Path | None:
    """The folder that holds the data of the language, the newest where there are several."""
    told = os.environ.get("TESSDATA_PREFIX")
    roots = [Path(told)] if told else []
    for root in (*roots, *(Path(folder) for folder in _FOLDERS)):
        found = sorted(root.rglob(f"{language}.traineddata")) if root.is_dir() else []
        if found:
            return found[-1].parent
    return None


class InProcessEngine:
    """Reads Vietnamese with the library that tesserocr carries. Not to be shared by threads."""

    def __init__(self, language: str = "vie", tessdata: Path | None = None) -> None:
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        folder = tessdata or find_tessdata(language)
        if folder is None:
            raise ModelMissing(name="tesseract-ocr-vie")
        tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)
        try:
            self._api = tesserocr.PyTessBaseAPI(path=str(folder), lang=language)
        except RuntimeError as error:
            raise ModelMissing(name="tesseract-ocr-vie") from error

    def words(self, image: Grey, dpi: float, layout: Layout) -> tuple[OcrWord, ...]:
        """The words of a grey image, as `OcrEngine` asks."""
        if min(image.shape) < _LEAST_SIDE:
            return ()
        self._api.SetPageSegMode(SEGMENTATION[layout])  # pyright: ignore[reportArgumentType] - its modes are plain numbers
        height, width = image.shape
        self._api.SetImageBytes(image.tobytes(), width, height, 1, width)  # pyright: ignore[reportArgumentType] - it takes bytes
        self._api.SetSourceResolution(round(dpi))
        words = parse_tsv(self._api.GetTSVText(0))
        self._api.Clear()
        return words
