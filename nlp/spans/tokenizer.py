"""The Vietnamese tokenizer of the pipeline: syllables, numbers and marks, with exact offsets."""

from collections.abc import Callable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from nlp.spans.tokens import split_pieces


class SyllableTokenizer:
    """Splits a text into syllables, numbers and marks; the text of the Doc is the text given."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """
        Doc of the text. A single blank belongs to the word before it.

        Other white space is a token.
        """
        words: list[str] = []
        spaces: list[bool] = []
        for piece in split_pieces(text):
            if piece == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
            else:
                words.append(piece)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **_: object) -> bytes:
        """Nothing: the tokenizer has no state."""
        return b""

    def from_bytes(self, _data: bytes, **_: object) -> "SyllableTokenizer":
        """Itself."""
        return self

    def to_disk(self, path: str | Path, **_: object) -> None:
        """Write an empty file, so that the folder shows the tokenizer."""
        Path(path).write_bytes(b"")

    def from_disk(self, _path: str | Path, **_: object) -> "SyllableTokenizer":
        """Itself."""
        return self


@registry.tokenizers("vanthu.syllable_tokenizer.v1")  # type: ignore[untyped-decorator]  # spaCy has no types here
def create_syllable_tokenizer() -> Callable[[Language], SyllableTokenizer]:
    """Factory of the tokenizer for a spaCy config."""

    def create(nlp: Language) -> SyllableTokenizer:
        return SyllableTokenizer(nlp.vocab)

    return create
