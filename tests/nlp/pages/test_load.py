import contextlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from nlp.errors import (
    BrokenFile,
    EmptyFile,
    LimitExceeded,
    PasswordRequired,
    UnreadableInput,
    UnsupportedType,
)
from nlp.pages.load import Limits, inspect_file


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    body, offsets = b"%PDF-1.7\n", []
    for number, item in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    root = b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n" % (size, trailer, len(body))
    return body + head + table + root + b"%%EOF\n"


def pages(count: int, box: bytes = b"[0 0 595 842]") -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(count))
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
        *[b"<</Type/Page/Parent 2 0 R/MediaBox%s>>" % box] * count,
    )


def image(kind: str, size: tuple[int, int] = (40, 30), frames: int = 1) -> bytes:
    target = io.BytesIO()
    first, *rest = [Image.new("RGB", size, "white") for _ in range(frames)]
    extra = {"save_all": True, "append_images": rest} if rest else {}
    first.save(target, kind, **extra)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type", "count"),
    [
        (pages(3), "application/pdf", 3),
        (image("PNG"), "image/png", 1),
        (image("JPEG"), "image/jpeg", 1),
        (image("TIFF", frames=2), "image/tiff", 2),
        ("Số: 12/KH-ABC\n".encode(), "text/plain", 1),
        (b"\xef\xbb\xbfmot\fhai\f\n", "text/plain", 3),
    ],
)
def test_a_readable_file_tells_its_kind_and_pages(data, media_type, count):
    facts = inspect_file(data)
    assert (facts.media_type, facts.pages, len(facts.sha256)) == (media_type, count, 64)


@pytest.mark.parametrize(
    ("data", "error", "code"),
    [
        (b"", EmptyFile, "empty_file"),
        (b"%", BrokenFile, "not_a_pdf"),
        (b"%PDF-1.7\n", BrokenFile, "unreadable_file"),
        (b" \n\n", BrokenFile, "no_pages"),
        (pages(0), BrokenFile, "no_pages"),
        (b"MZ\0\0", UnsupportedType, "unsupported_type"),
        (b"<svg/>", UnsupportedType, "unsupported_type"),
        (image("PNG")[:50], BrokenFile, "unreadable_file"),
        (pages(1, b"[0 0 99999 99999]"), LimitExceeded, "page_too_large"),
    ],
)
def test_an_unreadable_file_tells_why(data, error, code):
    with pytest.raises(error) as caught:
        inspect_file(data)
    assert caught.value.code == code


def test_pages_are_counted_no_further_than_the_limit():
    with pytest.raises(LimitExceeded) as caught:
        inspect_file(pages(4), Limits(max_pages=3))
    assert caught.value.code == "too_many_pages"


def test_pixels_are_counted_from_the_header():
    with pytest.raises(LimitExceeded) as caught:
        inspect_file(image("PNG", (50, 50)), Limits(max_pixels=2499))
    assert caught.value.code == "too_many_pixels"


def test_an_image_in_a_pdf_is_measured_before_it_is_drawn():
    picture = b"<</Subtype/Image/Width 90000/Height 90000/Length 1>>\nstream\nx\nendstream"
    with pytest.raises(LimitExceeded) as caught:
        inspect_file(pages(1) + picture)
    assert caught.value.code == "too_many_pixels"


def test_a_locked_pdf_asks_for_its_password_to_be_taken_off():
    lock = b"<</Filter/Standard/V 2/R 3/Length 128/P -44/O<%s>/U<%s>>>" % (b"41" * 32, b"42" * 32)
    locked = pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        lock,
        trailer=b"/Encrypt 4 0 R/ID[<00><00>]",
    )
    with pytest.raises(PasswordRequired):
        inspect_file(locked)


@given(st.binary(max_size=300) | st.binary(max_size=200).map(lambda tail: b"%PDF-1.4\n" + tail))
def test_any_bytes_give_facts_or_a_typed_error(data):
    with contextlib.suppress(UnreadableInput):
        assert inspect_file(data).pages >= 1
