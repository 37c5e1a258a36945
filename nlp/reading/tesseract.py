"""Tesseract as a child process, by way of pytesseract: works wherever Tesseract is installed."""

import os

import pytesseract
from PIL import Image

from nlp.errors import ModelMissing, PageTimeout
from nlp.pages.image import Grey
from nlp.reading.engine import Layout, OcrWord
from nlp.reading.tsv import SEGMENTATION, parse_tsv


class TesseractEngine:
    """Reads Vietnamese with the `tesseract` program, one thread a page."""

    def __init__(self, language: str = "vie", timeout: int = 120) -> None:
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        self._language = language
        self._timeout = timeout

    def words(self, image: Grey, dpi: float, layout: Layout) -> tuple[OcrWord, ...]:
        """The words of a grey image, as `OcrEngine` asks.

        Raises:
            ModelMissing: Tesseract or its Vietnamese data are not installed.
            PageTimeout: the program took too long.
        """
        try:
            table = pytesseract.image_to_data(
                Image.fromarray(image),
                lang=self._language,
                config=f"--psm {SEGMENTATION[layout]} --dpi {round(dpi)}",
                timeout=self._timeout,
            )
        except pytesseract.TesseractNotFoundError as error:
            raise ModelMissing(name="tesseract-ocr") from error
        except pytesseract.TesseractError as error:
            raise ModelMissing(name="tesseract-ocr-vie") from error
        except RuntimeError as error:
            raise PageTimeout from error
        return parse_tsv(str(table))
