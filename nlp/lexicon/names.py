"""The syllables that names of people are made of."""

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def name_syllables() -> frozenset[str]:
    """The syllables of family, middle and given names, each with a capital letter.

    >>> "Nguyễn" in name_syllables(), "Ngục" in name_syllables()
    (True, False)
    """
    lines = files("nlp.lexicon").joinpath("names.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
