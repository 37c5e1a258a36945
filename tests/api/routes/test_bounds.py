import pytest

from api.errors import Problem
from api.routes.bounds import etag, parse_version


@pytest.mark.parametrize(
    ("header", "version"), [('"3"', 3), (' W/"12" ', 12), ("*", None), (etag(7), 7)]
)
def test_a_version_is_read_from_if_match(header, version):
    assert parse_version(header) == version


@pytest.mark.parametrize(
    ("header", "code"),
    [(None, "version_required"), ("3", "invalid_request"), ('"x"', "invalid_request")],
)
def test_a_header_without_a_version_is_refused(header, code):
    with pytest.raises(Problem) as caught:
        parse_version(header)
    assert caught.value.code == code
