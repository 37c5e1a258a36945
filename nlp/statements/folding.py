"""Letters without their marks, one for one, so that offsets hold."""

import unicodedata
from functools import lru_cache


def _bare(letter: str) -> str:
    plain = unicodedata.normalize("NFD", letter)[0]
    return {"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"}.get(plain, plain)


_LETTERS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđðÐîïìäëöüñçā"
_TABLE = str.maketrans({letter: _bare(letter) for letter in (_LETTERS + _LETTERS.upper())})


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The text in small letters without marks; as long as the text, where that is NFC.

    >>> fold("Vĩnh Tường"), fold("ĐỒNG NAI")
    ('vinh tuong', 'dong nai')
    """
    return text.translate(_TABLE).lower()
