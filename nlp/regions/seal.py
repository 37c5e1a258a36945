"""The round seal and the ink of signatures, known by their place alone."""

from nlp.regions.printed.sheet import Sheet
from nlp.regions.region import Seal


def find_seals(sheet: Sheet) -> tuple[Seal, ...]:
    """The seals and signatures of a page, as the frames of its reading tell them."""
    return tuple(
        Seal("seal" if frame.kind == "seal" else "signature", sheet.number, frame.box)
        for frame in sheet.frames
        if frame.kind in ("seal", "signature")
    )
