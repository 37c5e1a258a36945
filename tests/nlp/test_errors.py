import pickle

import pytest

from nlp.errors import (
    SENTENCES,
    BrokenFile,
    EmptyFile,
    LimitExceeded,
    ModelMissing,
    PageTimeout,
    PasswordRequired,
    SecretDocument,
    UnsupportedType,
)

ERRORS = [
    EmptyFile(),
    UnsupportedType(),
    BrokenFile(),
    BrokenFile("not_a_pdf"),
    PasswordRequired(),
    LimitExceeded("too_complex"),
    PageTimeout(),
    SecretDocument("MẬT"),
    ModelMissing("tesseract-ocr-vie"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.code)
def test_an_error_tells_what_to_do_and_survives_the_way_between_processes(error):
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 -- our own bytes
    assert (type(again), again.code, str(again)) == (type(error), error.code, str(error))
    assert "hãy" in str(error)
    assert "{" not in str(error)


def test_the_sentence_of_a_secret_document_names_its_level_alone():
    assert "MẬT" in str(SecretDocument("MẬT"))
    assert set(SENTENCES) >= {error.code for error in ERRORS}
