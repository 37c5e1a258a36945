import json

from nlp.score.folders import score_folders

GOLDEN = {"header": {"number": "5/KH-UBND"}}


def test_flat_folders_are_matched_by_file_name(tmp_path):
    golden, predicted = tmp_path / "golden", tmp_path / "predicted"
    golden.mkdir()
    predicted.mkdir()
    (golden / "a.json").write_text(json.dumps(GOLDEN), "utf-8")
    (predicted / "a.json").write_text(json.dumps(GOLDEN), "utf-8")
    assert score_folders(golden, predicted)["header.number"].f1 == 1.0


def test_samples_hold_their_golden_record_in_a_folder_each(tmp_path):
    sample = tmp_path / "samples" / "kh-01"
    sample.mkdir(parents=True)
    (sample / "golden.json").write_text(json.dumps(GOLDEN), "utf-8")
    (tmp_path / "kh-01.json").write_text(json.dumps(GOLDEN), "utf-8")
    assert score_folders(sample.parent, tmp_path)["header.number"].f1 == 1.0


def test_a_missing_prediction_counts_as_empty(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps(GOLDEN), "utf-8")
    assert score_folders(tmp_path, tmp_path / "none")["header.number"].recall == 0.0
