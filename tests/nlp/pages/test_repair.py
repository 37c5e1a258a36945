"""Drawn pages: turned, inked, framed and ruled as scans are."""

import cv2
import numpy as np
import pytest

from nlp.pages.borders import find_borders
from nlp.pages.deskew import find_skew, straighten
from nlp.pages.frames import find_frames, shrink
from nlp.pages.image import page_image
from nlp.pages.ink import split_inks
from nlp.pages.light import even_light, is_two_level, soften
from nlp.pages.orient import footing
from nlp.pages.outlines import find_crossed_stamps, find_outlined_stamps
from nlp.pages.rulings import erase, find_rulings
from nlp.pages.specks import remove_specks
from nlp.pages.upright import find_posture, turn

DPI = 100.0
RED = (200, 40, 50)
WORDS = "van ban giao viec cho cac don vi thuc hien nhiem vu trong nam theo ke hoach"


def sheet(colour=(255, 255, 255)):
    return np.full((1100, 800, 3), colour, np.uint8)


def written(page, colour=(20, 20, 20)):
    words = WORDS.split()
    for row, y in enumerate(range(120, 1000, 26)):
        text = " ".join(words[(row * 5 + step) % len(words)] for step in range(9))
        cv2.putText(page, text[: 60 - row % 3 * 12], (80, y), 0, 0.6, colour, 1)
    return page


@pytest.mark.parametrize("angle", [-4.5, -1.3, 0.0, 2.2, 4.8])
def test_the_lean_of_a_page_is_found(angle):
    page = straighten(written(sheet()), -angle)
    assert find_skew(page[:, :, 0] < 128, DPI) == pytest.approx(angle, abs=0.15)


def test_a_page_on_its_side_is_noticed():
    page = np.rot90(written(sheet())).copy()
    assert find_posture(page_image(page, DPI)).is_sideways
    assert not find_posture(page_image(written(sheet()), DPI)).is_sideways


def test_a_table_that_says_the_same_in_every_row_does_not_lie_on_its_side():
    page = sheet()
    for row in range(18):
        for text, x in ((f"{row + 1}.", 90), ("Benh vien da khoa", 150), ("Ngay 20/11", 470)):
            cv2.putText(page, text, (x, 180 + row * 42), 0, 0.6, (20, 20, 20), 1)
    assert not find_posture(page_image(page, DPI)).is_sideways
    assert find_posture(page_image(np.rot90(page).copy(), DPI)).is_sideways


def test_a_turned_page_has_its_sides_exchanged_and_locked_pixels():
    image = page_image(written(sheet()), DPI)
    turned = turn(image, find_posture(image), 90)
    assert turned.image.pixels.shape == (800, 1100, 3)
    assert not turned.image.pixels.flags.writeable


def test_red_ink_goes_and_print_below_it_stays():
    page = sheet()
    cv2.rectangle(page, (100, 100), (400, 300), RED, -1)
    cv2.putText(page, "KE HOACH", (130, 220), 0, 1.5, (10, 10, 10), 4)
    inks = split_inks(page)
    assert inks.red[110, 110] == 255
    assert inks.grey[110, 110] > 230
    assert inks.grey[150:240, 120:400].min() < 60


def test_grey_paper_becomes_white():
    page = cv2.cvtColor(written(sheet((150, 150, 150))), cv2.COLOR_RGB2GRAY)
    assert np.median(even_light(page, DPI)) == 255


def test_a_dark_edge_is_found_and_text_is_not():
    page = cv2.cvtColor(written(sheet()), cv2.COLOR_RGB2GRAY)
    assert find_borders(page, DPI) is None
    page[:, :40] = 20
    borders = find_borders(page, DPI)
    assert borders is not None
    assert borders[:, :38].min() == 255
    assert borders[:, 80:].max() == 0


def test_the_soft_shadow_of_a_hand_is_no_dark_edge():
    page = cv2.cvtColor(written(sheet()), cv2.COLOR_RGB2GRAY)
    shade = np.clip(np.linspace(2.2, 0.35, 1100), 0.35, 1)[:, None]
    assert find_borders((page * shade).astype(np.uint8), DPI) is None


def test_lines_stand_firmer_than_they_hang():
    page = sheet()
    for y in range(120, 1000, 30):
        for word in range(9):
            x = 80 + word * 70
            page[y - 12 : y, x : x + 50] = 20
            page[y - 16 - word % 3 * 2 : y - 12, x + word * 4 : x + word * 4 + 14] = 20
    ink = page[:, :, 0] < 128
    assert footing(ink, 0.0) > 1.04
    assert footing(np.rot90(ink, 2), 0.0) < 1 / 1.04


def test_a_page_without_ink_has_no_footing():
    assert footing(np.zeros((1100, 800), np.bool_), 0.0) == 1.0


def test_a_fax_knows_black_and_white_only_and_its_edges_become_soft():
    page = np.where(written(sheet()) < 128, 0, 255).astype(np.uint8)
    assert is_two_level(page)
    assert not is_two_level(cv2.GaussianBlur(page, (5, 5), 0))
    assert len(np.unique(soften(page[:, :, 0], 200.0))) > 50


def test_lone_specks_go_and_full_stops_stay():
    page = np.full((400, 400), 255, np.uint8)
    cv2.rectangle(page, (100, 100), (110, 120), 0, -1)
    page[119:121, 114:116] = 0
    page[300:302, 300:302] = 0
    clean = remove_specks(page, DPI)
    assert clean[300, 300] == 255
    assert clean[119, 114] == 0


def test_the_lines_of_a_table_are_found_and_erased():
    page = np.full((600, 600), 255, np.uint8)
    for x in (100, 300, 500):
        cv2.line(page, (x, 100), (x, 300), 0, 2)
    for y in (100, 200, 300):
        cv2.line(page, (100, y), (500, y), 0, 2)
    rulings = find_rulings(page, DPI)
    assert len(rulings.boxes) == 6
    assert erase(page, rulings.mask).min() == 255


@pytest.mark.parametrize("angle", [0.0, -6.0, 9.0])
def test_a_red_arrival_stamp_is_found_with_its_tilt(angle):
    page = sheet()
    cv2.rectangle(page, (100, 300), (330, 430), RED, 3)
    cv2.line(page, (100, 335), (330, 335), RED, 2)
    page = straighten(page, -angle)
    frames = find_frames(shrink(split_inks(page).red, DPI), "red")
    assert [frame.kind for frame in frames] == ["stamp"]
    assert frames[0].angle_degrees == pytest.approx(angle, abs=1.0)


def test_a_round_seal_and_a_mark_are_told_apart():
    page = sheet()
    cv2.circle(page, (500, 800), 68, RED, 4)
    cv2.rectangle(page, (100, 100), (230, 140), RED, 3)
    frames = find_frames(shrink(split_inks(page).red, DPI), "red")
    assert sorted(frame.kind for frame in frames) == ["mark", "seal"]


def test_a_photocopied_stamp_is_found_by_its_lines():
    dark = np.zeros((1100, 800), np.uint8)
    cv2.rectangle(dark, (60, 300), (270, 430), 255, 2)
    cv2.line(dark, (60, 330), (270, 330), 255, 2)
    cv2.line(dark, (60, 390), (270, 390), 255, 2)
    stamps = find_outlined_stamps(dark)
    assert [stamp.ink for stamp in stamps] == ["black"]
    assert stamps[0].box.width == pytest.approx(210 * 0.72, abs=6)


def photocopied_stamp():
    dark = np.zeros((1100, 800), np.uint8)
    cv2.rectangle(dark, (60, 300), (290, 430), 255, 2)
    for y in (325, 380):
        cv2.line(dark, (60, y), (290, y), 255, 2)
    return dark


def test_a_frame_without_a_line_below_its_heading_is_a_stamp_where_it_is_whole():
    dark = np.zeros((1100, 800), np.uint8)
    cv2.rectangle(dark, (60, 300), (250, 440), 255, 2)
    (stamp,) = find_outlined_stamps(dark)
    assert stamp.box.height == pytest.approx(140 * 0.72, abs=3)
    dark[330:410, 55:65] = dark[330:410, 245:255] = 0
    assert not find_outlined_stamps(dark)


def test_a_photocopied_stamp_that_leans_over_print_keeps_its_own_lean():
    dark = straighten(255 - photocopied_stamp(), -5.0)
    dark = np.where(dark < 128, 255, 0).astype(np.uint8)
    for y in (340, 352, 364, 376, 394, 406):
        cv2.line(dark, (120, y), (300, y), 255, 2)
    (stamp,) = find_outlined_stamps(dark)
    assert stamp.angle_degrees == pytest.approx(5.0, abs=0.5)


def test_a_photocopied_stamp_whose_upper_side_is_torn_is_as_high_as_its_sides():
    dark = photocopied_stamp()
    dark[298:303, 150:230] = 0
    (stamp,) = find_outlined_stamps(dark)
    assert stamp.box.height == pytest.approx(130 * 0.72, abs=3)


def test_a_photocopied_stamp_that_the_leaning_edge_of_the_sheet_cuts_is_found():
    dark = photocopied_stamp()
    dark[:, :70] = 0
    dark = np.roll(dark, -60, axis=1)
    (stamp,) = find_outlined_stamps(dark)
    assert stamp.box.x0 == pytest.approx(10 * 0.72, abs=2)


def test_a_side_that_print_crosses_and_runs_out_behind_is_found():
    dark = photocopied_stamp()
    for y in (312, 345, 364, 396, 415):
        dark[y - 4 : y + 4, 90:340:5] = dark[y - 1 : y + 1, 90:340] = 255
    (stamp,) = find_outlined_stamps(dark)
    assert stamp.box.x1 == pytest.approx(290 * 0.72, abs=3)


def test_a_photocopied_stamp_that_runs_into_the_dark_edge_of_a_leaning_sheet_is_found():
    dark = photocopied_stamp()
    cv2.line(dark, (75, 0), (45, 1099), 255, 9)
    (stamp,) = find_crossed_stamps(dark)
    assert stamp.box.x0 == pytest.approx(70 * 0.72, abs=6)
    assert stamp.box.x1 == pytest.approx(290 * 0.72, abs=3)


def test_a_photocopied_stamp_that_the_line_of_a_fax_crosses_is_found_whole():
    dark = photocopied_stamp()
    cv2.line(dark, (110, 0), (110, 1099), 255, 1)
    (stamp,) = find_crossed_stamps(dark)
    assert stamp.box.x0 == pytest.approx(60 * 0.72, abs=3)
    assert stamp.box.width == pytest.approx(230 * 0.72, abs=3)


@pytest.mark.parametrize("x", [60, 290])
def test_lines_without_a_side_beside_no_longer_line_are_no_stamp(x):
    dark = photocopied_stamp()
    dark[302:325, x - 3 : x + 4] = dark[328:378, x - 3 : x + 4] = dark[383:428, x - 3 : x + 4] = 0
    assert find_crossed_stamps(dark) == ()


def test_a_page_without_a_line_longer_than_a_stamp_is_not_searched_again():
    assert find_crossed_stamps(photocopied_stamp()) == ()


def test_a_table_as_wide_as_the_page_is_no_stamp():
    dark = np.zeros((1100, 800), np.uint8)
    cv2.rectangle(dark, (60, 300), (740, 430), 255, 2)
    cv2.line(dark, (60, 360), (740, 360), 255, 2)
    assert find_outlined_stamps(dark) == ()


def test_a_stamp_that_other_ink_of_its_colour_crosses_is_found_by_its_lines():
    red = np.zeros((1100, 800), np.uint8)
    cv2.rectangle(red, (60, 300), (270, 430), 255, 2)
    cv2.line(red, (60, 330), (270, 330), 255, 2)
    cv2.line(red, (60, 390), (330, 390), 255, 2)  # runs out of the frame
    assert find_frames(red, "red") == ()
    (stamp,) = find_outlined_stamps(red, "red")
    assert stamp.ink == "red"
    assert stamp.box.x0 == pytest.approx(60 * 0.72, abs=4)
