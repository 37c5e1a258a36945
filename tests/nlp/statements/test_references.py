from nlp.statements.references import find_references


def test_a_later_short_mention_is_the_same_reference(mark):
    marked = mark(
        [
            (0, "", "Thực hiện Kế hoạch số 71/KH-UBND ngày 04/01/2021 của UBND tỉnh Nghệ An;"),
            (0, "1.", "Các nội dung của Kế hoạch số 71/KH-UBND được giữ nguyên."),
        ]
    )
    (reference,) = find_references(marked, None)
    assert reference.number.value == "71/KH-UBND"
    assert reference.relation == "implements"
    assert reference.date.value.isoformat() == "2021-01-04"
    assert reference.issuer.value == "UBND tỉnh Nghệ An"


def test_references_keep_the_order_of_first_mention(mark):
    marked = mark(
        [
            (0, "", "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;"),
            (0, "", "Căn cứ Quyết định số 12/QĐ-UBND ngày 06/02/2020 của UBND huyện Yên Lạc."),
        ]
    )
    found = find_references(marked, None)
    assert [each.number.value for each in found] == ["30/2020/NĐ-CP", "12/QĐ-UBND"]
    assert {each.relation for each in found} == {"basis"}


def test_the_own_number_is_no_reference(mark):
    marked = mark([(0, "", "(Kèm theo Kế hoạch số 5/KH-UBND ngày 08/3/2021 của UBND huyện)")])
    assert find_references(marked, "05/KH-UBND") == ()


def test_the_evidence_of_a_number_is_the_number_alone(mark):
    marked = mark([(0, "", "Thực hiện Công văn số 9/UBND-NC ngày 04/01/2021 của UBND tỉnh.")])
    (reference,) = find_references(marked, None)
    assert "9/UBND-NC" in reference.number.evidence.text
    assert "Thực" not in reference.number.evidence.text


def test_a_figure_alone_recalls_the_document_of_its_kind(mark):
    marked = mark(
        [
            (0, "", "Căn cứ Nghị định số 59/2019/NĐ-CP ngày 01/7/2019 của Chính phủ;"),
            (0, "", "Việc kiểm tra thực hiện theo Nghị định 59."),
        ]
    )
    assert [each.number.value for each in find_references(marked, None)] == ["59/2019/NĐ-CP"]


def test_a_document_that_only_a_footnote_cites_is_listed_last(mark, passage):
    marked = mark(
        [(0, "", "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2021 của UBND huyện.")],
        footnotes=(passage("Công văn số 88/UBND-KT ngày 09/02/2021 của UBND huyện."),),
    )
    found = find_references(marked, None)
    assert [each.number.value for each in found] == ["12/KH-UBND", "88/UBND-KT"]


def test_the_first_letters_of_a_law_recall_it(mark):
    marked = mark(
        [
            (0, "", "Căn cứ Luật Phòng, chống thiên tai năm 2013;"),
            (0, "", "Tuyên truyền Luật PCTT, Luật BHYT."),
        ]
    )
    subjects = [each.subject.value for each in find_references(marked, None)]
    assert subjects == ["Phòng, chống thiên tai", "BHYT"]
