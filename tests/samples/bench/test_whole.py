from samples.bench.whole import main


def test_a_file_is_read_as_the_service_does_and_its_costs_are_told(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("KẾ HOẠCH\nNạo vét kênh mương năm 2024", "utf-8")
    took = main(path)
    assert took["pages"] == 1
    assert took["main_mib"] > 10
    assert took["cores"] > 0
