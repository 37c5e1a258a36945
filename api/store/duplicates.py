"""Papers that came twice: by number, symbol, organ and year, and by nearly the same words.

Words are compared by MinHash (Broder 1997): the least hashes of all pairs of syllables agree in
about the share of pairs that two texts have in common. A rescan reads some syllables otherwise,
so folded syllables are taken, and less than all of the pairs in common is enough.
"""

import zlib
from collections.abc import Mapping
from itertools import pairwise
from typing import Any, Final

import numpy as np
from sqlalchemy import false, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from api.store.lexemes import fold, number_key, syllables
from api.store.tables import Document, Duplicate, Signature

HASHES: Final = 64
ROWS_OF_A_BAND: Final = 4
LEAST_COMMON: Final = 0.6
LEAST_OF_OTHER_NUMBER: Final = 0.85
FEWEST_PAIRS: Final = 20
MOST_CANDIDATES: Final = 50

_PRIME: Final = (1 << 31) - 1
_RANDOM: Final = np.random.default_rng(2873)
_FACTORS: Final = _RANDOM.integers(1, _PRIME, HASHES, dtype=np.uint64)
_OFFSETS: Final = _RANDOM.integers(0, _PRIME, HASHES, dtype=np.uint64)


def sign_text(text: str) -> list[int]:
    """The MinHash of a text, HASHES numbers; empty where it has too few words to be compared."""
    words = syllables(fold(text))
    pairs = {f"{first} {second}" for first, second in pairwise(words)}
    if len(pairs) < FEWEST_PAIRS:
        return []
    keys = np.array([zlib.crc32(pair.encode()) % _PRIME for pair in pairs], dtype=np.uint64)
    mixed = (keys[:, None] * _FACTORS + _OFFSETS) % np.uint64(_PRIME)
    return [int(least) for least in mixed.min(axis=0)]


def share_in_common(one: list[int], other: list[int]) -> float:
    """About what share of their pairs of words two signed texts have in common, 0 to 1."""
    return sum(a == b for a, b in zip(one, other, strict=True)) / HASHES


def link_duplicates(session: Session, document: Document, text: str) -> None:
    """Find the papers that `document`, whose record was just filed, is likely the same as."""
    hashes = sign_text(text)
    key = _legal_key(document)
    values = {"key": key, "hashes": hashes, "bands": _bands(hashes)}
    statement = insert(Signature).values(document_id=document.id, **values)
    session.execute(statement.on_conflict_do_update(index_elements=["document_id"], set_=values))
    for other, signature in _find_candidates(session, document.id, values):
        is_key = key is not None and signature.key == key and _may_be_one_year(other, document)
        is_other = _is_other_number(signature, key)
        is_alike = _is_alike(hashes, signature, is_other=is_other)
        is_text = is_alike and not (is_other and _is_other_day(other, document))
        reasons = {"key": is_key, "text": is_text}
        first, second = sorted((document.id, other.id))
        for reason in (reason for reason, holds in reasons.items() if holds):
            link = insert(Duplicate).values(document_id=second, other_id=first, reason=reason)
            session.execute(link.on_conflict_do_nothing())


def _find_candidates(
    session: Session, document_id: int, values: Mapping[str, Any]
) -> list[tuple[Document, Signature]]:
    ways = [Signature.bands.overlap(values["bands"])] if values["bands"] else []
    if values["key"] is not None:
        ways.append(Signature.key == values["key"])
    query = (
        select(Document, Signature)
        .join(Signature, Signature.document_id == Document.id)
        .where(or_(false(), *ways), Document.id != document_id)
        .order_by(Document.id.desc())
        .limit(MOST_CANDIDATES)
    )
    return [(row[0], row[1]) for row in session.execute(query)]


def _legal_key(document: Document) -> str | None:
    key = number_key(document.number or "")
    if key is None or "/" not in key or document.issuer is None:
        return None
    return f"{key} {fold(document.issuer)}"


def _may_be_one_year(one: Document, other: Document) -> bool:
    if one.issued_on is None or other.issued_on is None:
        return True
    return one.issued_on.year == other.issued_on.year


def _is_other_number(other: Signature, key: str | None) -> bool:
    return None not in (key, other.key) and key != other.key


def _is_other_day(one: Document, other: Document) -> bool:
    """Whether both days are known and differ, as of the same plan in another year."""
    return None not in (one.issued_on, other.issued_on) and one.issued_on != other.issued_on


def _is_alike(hashes: list[int], other: Signature, *, is_other: bool) -> bool:
    if not hashes or not other.hashes:
        return False
    # A number may be misread; where the numbers differ, more is asked.
    least = LEAST_OF_OTHER_NUMBER if is_other else LEAST_COMMON
    return share_in_common(hashes, other.hashes) >= least


def _bands(hashes: list[int]) -> list[int]:
    starts = range(0, len(hashes), ROWS_OF_A_BAND)
    parts = (repr((start, hashes[start : start + ROWS_OF_A_BAND])) for start in starts)
    return [zlib.crc32(part.encode()) for part in parts]
