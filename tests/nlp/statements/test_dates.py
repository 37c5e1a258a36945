from nlp.statements.dates import find_dates


def _times(marked):
    return [
        (each.mention.start and each.mention.start.isoformat(), each.mention.recurrence)
        for each in find_dates(marked)
    ]


def test_each_period_is_listed_once_in_order(mark):
    marked = mark(
        [
            (0, "1.", "Khai mạc ngày 20/3/2021, bế mạc ngày 26/3/2021."),
            (0, "2.", "Nộp bài dự thi trước ngày 20/3/2021."),
        ]
    )
    assert _times(marked) == [("2021-03-20", None), ("2021-03-26", None)]


def test_dates_of_documents_and_terms_are_left_out(mark):
    marked = mark(
        [
            (0, "", "Thực hiện Kế hoạch số 71/KH-UBND ngày 04/01/2021 của UBND tỉnh;"),
            (0, "1.", "Trả lời trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản."),
        ]
    )
    assert _times(marked) == []


def test_the_day_of_a_paper_without_a_number_is_left_out(mark):
    assert (
        _times(
            mark(
                [
                    (0, "", "Theo kết luận tại Biên bản làm việc ngày 25/9/2020."),
                ]
            )
        )
        == []
    )


def test_a_recurring_time_has_a_rule_alone(mark):
    marked = mark([(0, "1.", "Báo cáo trước ngày 25 hằng tháng.")])
    assert _times(marked) == [(None, "FREQ=MONTHLY;BYMONTHDAY=25")]


def test_every_year_alone_names_no_time(mark):
    assert _times(mark([(0, "1.", "Kinh phí được bố trí hằng năm.")])) == []
