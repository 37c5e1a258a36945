"""What a clerk does with the first page, in a real browser on the real server."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

SAMPLES = Path(__file__).parents[2] / "samples"
SCAN = SAMPLES / "cong-dien" / "cong-dien.png"
SECRET = SAMPLES / "van-ban-mat" / "van-ban-mat.pdf"
READING_MS = 180_000


def send(page: Page, *files: Path) -> None:
    page.locator("#files").set_input_files(files)


def open_scan(page: Page) -> None:
    """Send the scan, which is kept once, and open its page when it is read."""
    send(page, SCAN)
    page.locator("li.upload.ready").get_by_role("link", name="Mở").click(timeout=READING_MS)


def test_a_scan_is_sent_and_read_page_by_page(page):
    send(page, SCAN)
    expect(page.locator("li.upload progress")).to_be_visible()
    expect(page.locator("li.upload.ready")).to_contain_text("13/CĐ-UBND", timeout=READING_MS)
    expect(page.locator("#recent")).to_contain_text("13/CĐ-UBND")


def test_a_value_and_its_box_on_the_page_light_up_together(page):
    open_scan(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Công điện 13/CĐ-UBND")
    image = page.locator(".sheet img").first
    expect(image).to_have_js_property("naturalWidth", 1400)
    page.locator("#v-header-number").hover()
    lit = page.locator(".mark.is-lit rect")
    expect(lit).to_have_count(1)
    box, sheet = lit.bounding_box(), image.bounding_box()
    assert box is not None
    assert sheet is not None
    assert box["y"] - sheet["y"] < sheet["height"] / 4
    page.locator(".mark").last.click()
    expect(page.locator(".record .value.is-lit").first).to_be_visible()


def test_what_the_document_orders_is_among_the_tasks(page):
    open_scan(page)
    task = page.locator(".record .tasks .action .value").first.inner_text()
    page.get_by_role("link", name="Việc", exact=True).click()
    row = page.locator("#task-list tbody tr").filter(has_text=task)
    expect(row).to_contain_text("13/CĐ-UBND")
    row.locator("a.cover").click()
    expect(page.locator(".record .tasks .value.is-lit").first).to_be_visible()


@pytest.mark.parametrize("query", ["sat lo dat", "sạt lở đất", "13/cđ-ubnd", "13"])
def test_a_document_is_found_with_or_without_diacritics_and_by_number(page, query):
    open_scan(page)
    page.get_by_label("Tìm văn bản").fill(query)
    page.keyboard.press("Enter")
    hit = page.locator("#results li").first
    expect(hit).to_contain_text("sạt lở đất")
    hit.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("13/CĐ-UBND")


def test_results_follow_what_is_typed(page):
    open_scan(page)
    page.get_by_role("link", name="Tra cứu").click()
    page.get_by_label("Số, ký hiệu hoặc nội dung").press_sequentially("mua lu", delay=30)
    expect(page.locator("#results li").first).to_contain_text("13/CĐ-UBND")
    assert page.url.endswith("/tim?q=mua%20lu")


def test_the_same_file_is_not_kept_twice(page):
    send(page, SCAN)
    expect(page.locator("li.upload.ready")).to_be_visible(timeout=READING_MS)
    page.reload()
    send(page, SCAN)
    row = page.locator("li.upload.ready")
    expect(row).to_contain_text("đã có trong kho", timeout=READING_MS)
    expect(page.locator("#recent tbody tr")).to_have_count(1)


def test_files_that_cannot_be_read_say_why(page, tmp_path):
    broken = tmp_path / "hong.pdf"
    broken.write_bytes(b"%PDF-1.7\n1 0 obj\n")
    program = tmp_path / "chuong-trinh.exe"
    program.write_bytes(b"MZ\x90\x00")
    send(page, broken, program)
    rows = page.locator("li.upload.failed")
    expect(rows).to_have_count(2, timeout=READING_MS)
    expect(rows.filter(has_text=broken.name)).to_contain_text("gửi lại")
    expect(rows.filter(has_text=program.name)).to_contain_text("PDF, TIFF, JPEG, PNG")


def test_a_file_can_be_dropped_anywhere_on_the_page(page):
    dropped = page.evaluate_handle(
        """text => {
            const carried = new DataTransfer();
            carried.items.add(new File([text], "thong-bao.txt", { type: "text/plain" }));
            return carried;
        }""",
        "UBND XÃ ĐỒNG LẠC\nSố: 6/TB-UBND\nTHÔNG BÁO\nVề lịch tiếp công dân tháng 4\n",
    )
    page.dispatch_event("#recent", "dragenter", {"dataTransfer": dropped})
    expect(page.locator("#upload.is-over")).to_be_visible()
    page.dispatch_event("#recent", "drop", {"dataTransfer": dropped})
    row = page.locator("li.upload.ready")
    expect(row).to_contain_text("6/TB-UBND", timeout=READING_MS)


def test_a_secret_document_is_refused_and_not_kept(page):
    send(page, SECRET)
    row = page.locator("li.upload:is(.failed, .ready)")
    expect(row).to_be_visible(timeout=READING_MS)
    expect(row).to_contain_text("không được lưu")
    page.reload()
    expect(page.locator("#recent")).not_to_contain_text("38/PTM")


def test_the_desk_works_by_keyboard_alone(page):
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Đến nội dung chính")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#files")).to_be_focused()


def test_a_button_that_is_refused_says_why(page):
    told = '{"detail": "Nội dung này vừa được người khác sửa."}'
    page.route("**/vao-so", lambda route: route.fulfill(status=409, body=told))
    open_scan(page)
    page.get_by_role("button", name="Vào sổ, lấy số kế tiếp").click()
    expect(page.get_by_role("alert")).to_have_text("Nội dung này vừa được người khác sửa.")
    page.unroute("**/vao-so")
    page.get_by_role("button", name="Vào sổ, lấy số kế tiếp").click()
    expect(page.locator("#so-den")).to_contain_text("số 1 ngày")


def test_a_clerk_corrects_a_value_by_keyboard(page):
    open_scan(page)
    page.get_by_label("Sửa địa danh").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Địa danh, để trống").fill("Nghĩa Lộ")
    page.keyboard.press("Enter")
    expect(page.locator("#v-header-place")).to_have_text("Nghĩa Lộ")


def test_an_office_says_who_it_is_and_sees_its_tasks(page):
    open_scan(page)
    page.get_by_role("link", name="Đơn vị", exact=True).click()
    page.get_by_label("Các tên của đơn vị").fill("Sở Y tế tỉnh Yên Bái")
    page.get_by_label("Cơ quan chủ quản").fill("UBND tỉnh Yên Bái")
    page.get_by_role("button", name="Ghi lại").click()
    expect(page.get_by_label("Các tên của đơn vị")).to_have_value("Sở Y tế tỉnh Yên Bái")
    page.get_by_role("link", name="Xem việc của đơn vị ta").click()
    rows = page.locator("#task-list tbody tr")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("cơ số thuốc")
    expect(rows.locator(".badge.good")).to_be_visible()
