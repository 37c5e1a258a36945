import numpy as np

from nlp.reading.sides import without_sides


def test_the_sides_of_a_frame_go_and_letters_stay():
    piece = np.full((100, 200), 235, np.uint8)
    piece[15:85, 20:24] = piece[15:85, 180:184] = 90
    piece[30:70, 60:90] = 90  # a letter
    piece[30:70, 100:105] = 90  # an upright stroke amid letters
    cleaned = without_sides(piece)
    assert (cleaned[:, :50] == 255).all()
    assert (cleaned[:, 150:] == 255).all()
    assert (cleaned[30:70, 60:90] == 0).all()
    assert (cleaned[30:70, 100:105] == 0).all()
