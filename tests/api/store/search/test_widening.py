import pytest

from api.store.search.found import Wish
from api.store.search.language import parse_question
from api.store.search.widening import widen


@pytest.mark.parametrize(
    "query", ["rác thải xã Thổ Tang", "cơ quan:UBND xã Thổ Tang", "nơi:xa tho tang"]
)
def test_a_commune_is_widened_to_its_district(query):
    (widening,), variants = widen(parse_question(query))
    assert (widening.name, widening.others[0], widening.era) == (
        "xã Thổ Tang",
        "huyện Vĩnh Tường",
        "before",
    )
    assert {variant.era for variant in variants} == {"before"}


def test_only_the_name_changes():
    _, variants = widen(parse_question("rác thải cơ quan:UBND xã Thổ Tang"))
    assert variants[0].question.words == ("rác", "thải")
    assert variants[0].question.filters.issuers == ("ubnd huyện vĩnh tường",)


@pytest.mark.parametrize("query", ["xã Tân Thành", "bình đẳng giới", "2873/KH-UBND"])
def test_what_is_ambiguous_or_no_organ_is_not_widened(query):
    assert widen(parse_question(query)) == ((), ())


@pytest.fixture
def times(keep):
    """Documents of the district before and after its end, and one of the commune."""
    for number, issuer, day in (
        ("1/KH", "UBND huyện Vĩnh Tường", "2024-01-01"),
        ("2/KH", "UBND huyện Vĩnh Tường", "2025-08-01"),
        ("3/KH", "UBND xã Thổ Tang", "2025-09-01"),
    ):
        keep({"number": number, "issuer": issuer, "date": day, "subject": "Rác thải"})


@pytest.mark.usefixtures("times")
def test_a_search_widens_to_the_time_before_and_says_so(finder):
    query = "rác thải cơ quan:xã Thổ Tang"
    narrow = finder.find(query)
    wide = finder.find(query, Wish(is_widened=True))
    assert [hit.document.number for hit in narrow.hits] == ["3/KH"]
    assert [hit.document.number for hit in wide.hits] == ["3/KH", "1/KH"]
    assert (narrow.is_widened, wide.is_widened, wide.total) == (False, True, 2)
    assert narrow.widenings == wide.widenings
