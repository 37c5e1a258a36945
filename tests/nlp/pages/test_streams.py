import zlib

import pytest

from nlp.errors import LimitExceeded
from nlp.pages.streams import check_streams


def stream(filters: bytes, content: bytes) -> bytes:
    return b"1 0 obj\n<</Filter%s/Length 9>>\nstream\n%s\nendstream\n" % (filters, content)


BIG = bytes(3_000_000)


@pytest.mark.parametrize(
    "data",
    [
        stream(b"/FlateDecode", zlib.compress(BIG)),
        stream(b"[/FlateDecode/FlateDecode]", zlib.compress(zlib.compress(BIG))),
        stream(b"/FlateDecode", zlib.compress(BIG[:600_000])) * 3,
    ],
)
def test_a_stream_that_unfolds_too_far_is_refused(data):
    with pytest.raises(LimitExceeded) as caught:
        check_streams(data, 1_000, 1_000_000)
    assert caught.value.code == "too_complex"


def test_streams_of_usual_size_pass():
    check_streams(stream(b"/FlateDecode", zlib.compress(BIG)), 1_000, 4_000_000)


def test_what_is_no_stream_is_left_alone():
    check_streams(b"a stream\nof words; endstream\n" + stream(b"/FlateDecode", b"junk"), 9, 9)
