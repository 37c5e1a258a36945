from nlp.geometry import Box
from nlp.reading.page import Frame
from nlp.regions.printed.sheet import sheet_of
from nlp.regions.seal import find_seals


def test_seals_and_signatures_are_told_by_their_frames(draw):
    frames = [
        Frame(kind, Box(300, 400, 400, 500), "red", 0.0, 0.9)
        for kind in ("seal", "signature", "stamp", "mark")
    ]
    seals = find_seals(sheet_of(draw("p|Nội dung.", frames=frames, number=2)))
    assert [(seal.kind, seal.page) for seal in seals] == [("seal", 2), ("signature", 2)]
