"""The slips of recognition, put on text: characters lost, doubled by a speck or misread."""

import random
import unicodedata

LOOKALIKES = (
    "0O", "0o", "1l", "1I", "5S", "8B", "6G", "2Z", "ce", "ao", "nm", "hb", "ij", "tf", "rn", "uv",
    "vy", "gq", "ĐD", "đd", "êe", "ôo", "ơo", "ưu", "âa", "ăa", "íi", "óo", "áa", "àa", "éé", "ảà",
    "ệê", "ộô", "ậâ", "ịi", "ạa", "ụu", "ếê", "ốô", "ấâ", "ểế", "ổố", "ẩấ", "ễể", "ỗổ", "ẫẩ", "ừư",
    "ứừ", "ửứ", "ựư", "ờơ", "ớờ", "ởớ", "ợơ", "/l", "/1", "-.", ".,", ",.", ";:", ":;",
)  # fmt: skip
KINDS = {"lost": 15, "speck": 10, "alike": 60, "other": 15}  # in a hundred
LETTERS = "abcdeghiklmnopqrstuvxy"
SPECKS = ".,'-:~|"


def damage(text: str, rate: float, dice: random.Random) -> str:
    """The text with each character left out, doubled by a speck or misread, at a rate."""
    return "".join(damage_char(char, dice) if dice.random() < rate else char for char in text)


def damage_char(char: str, dice: random.Random) -> str:
    """What recognition may make of one character: nothing, it and a speck, or another one."""
    kind = dice.choices(list(KINDS), list(KINDS.values()))[0]
    if kind == "lost":
        return ""
    if kind == "speck":
        return char + dice.choice(SPECKS)
    alike = [pair.replace(char, "", 1) for pair in LOOKALIKES if char in pair]
    if alike and kind == "alike":
        return dice.choice(alike)
    if char.isalpha():
        bare = unicodedata.normalize("NFD", char)[0]
        return (
            bare if bare != char else dice.choice(LETTERS.upper() if char.isupper() else LETTERS)
        )
    return dice.choice("0123456789" if char.isdigit() else SPECKS)
