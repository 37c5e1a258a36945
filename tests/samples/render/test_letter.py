from samples.render.letter import Places, Spot
from samples.render.typeset import typeset


def test_a_place_is_kept_from_the_top_of_its_page(script):
    _, places = typeset(script)
    assert isinstance(places, Places)
    assert places.spots["number"].page == 0
    assert 0 < places.spots["number"].y < places.spots["signature0"].y < places.page_height


def test_marks_lie_under_the_number(script):
    _, places = typeset(script)
    spot = places.spots["marks"]
    assert isinstance(spot, Spot)
    assert spot.y > places.spots["number"].y
