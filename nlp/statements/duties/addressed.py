"""Those a document is sent to, as its sentences call them: `Sở Y tế`, `các đơn vị`."""

import re

from nlp.spans.agencies.words import canonical_name
from nlp.statements.folding import fold

_AT_LARGE = re.compile(
    r"(?:cac|tung|moi|quy)\s+(?:co\s+quan|don\s+vi|dia\s+phuong|truong|so|phong|ban|khoa|huyen|xa|cuc"
    r"|chi\s+cuc|cong\s+ty)(?:\s*(?:,|va)\s*(?:co\s+quan|don\s+vi|dia\s+phuong|ban|nganh|phong|khoa))*$"
)
_ONE_OF_MANY = re.compile(r"^(?:cac|toan\s+the|tat\s+ca\s+cac)\s+")


def names_addressee(name: str, addressees: tuple[str, ...]) -> bool:
    """Whether a unit is one of the addressees, by its own name, one of many or in short.

    >>> names_addressee("Sở GD&ĐT", ("Các Sở Giáo dục và Đào tạo",))
    True
    >>> names_addressee("Sở Y tế", ("Sở Y tế Hà Nội", "Sở Nội vụ"))
    True
    >>> names_addressee("Công an tỉnh", ("Sở Nội vụ",))
    False
    """
    key = _key(name)
    return any(f" {key} " in f" {_key(addressee)} " for addressee in addressees)


def names_all(name: str) -> bool:
    """Whether a unit is all that the document is sent to, without a name.

    >>> names_all("các cơ quan, đơn vị"), names_all("các cơ quan báo chí")
    (True, False)
    """
    return _AT_LARGE.fullmatch(fold(name)) is not None


def _key(name: str) -> str:
    return _ONE_OF_MANY.sub("", fold(canonical_name(name)))
