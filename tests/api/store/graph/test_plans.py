import pytest

from api.store.graph.plans import Plans, compare_tasks

SUBJECT = "Tháng hành động vì bình đẳng giới và phòng chống bạo lực trên cơ sở giới năm"


@pytest.fixture
def years(keep, make_record):
    """Plans of three years, and others; gives their numbers in the store."""
    rows = (
        ("KH", f"Triển khai {SUBJECT} 2018", "2018-11-08"),
        ("KH", f"{SUBJECT} 2017", "2017-11-01"),
        ("KH", f"Tổ chức {SUBJECT.replace('chống', 'ngừa, ứng phó với')} 2019", "2019-11-05"),
        ("KH", "Phòng cháy chữa cháy rừng mùa khô", "2018-11-01"),
        ("BC", f"Kết quả {SUBJECT} 2018", "2018-12-20"),
    )
    tasks = [("Tổ chức mít tinh hưởng ứng", ["Phòng Nội vụ"])]
    return [
        keep(make_record(type=code, subject=subject, date=day, number="1/A", tasks=tasks))
        for code, subject, day in rows
    ]


def test_the_same_plan_of_other_years_is_found(engine, years):
    found = Plans(engine).similar(years[0])
    assert {plan.document_id for plan in found} == {years[1], years[2]}
    assert found[0].score >= found[1].score > 0.4


def test_a_document_unlike_all_others_has_none(engine, years):
    assert Plans(engine).similar(years[3]) == []
    assert Plans(engine).similar(0) == []


def test_tasks_are_compared(make_record):
    earlier = make_record(
        tasks=[("Tổ chức mít tinh", ["Phòng LĐ-TB&XH"]), ("Treo băng rôn", ["Văn phòng"])]
    )
    later = make_record(
        tasks=[("Tổ chức lễ mít tinh", ["Phòng Nội vụ"]), ("Tập huấn cán bộ", ["Hội Phụ nữ"])]
    )
    changes = compare_tasks(earlier, later)
    assert [(change.earlier, change.later) for change in changes] == [
        ("Tổ chức mít tinh", "Tổ chức lễ mít tinh"),
        (None, "Tập huấn cán bộ"),
        ("Treo băng rôn", None),
    ]
    assert changes[0].earlier_lead == ("Phòng LĐ-TB&XH",)
    assert not changes[0].is_same


def test_a_task_that_stays_with_its_unit_is_the_same(make_record):
    record = make_record(tasks=[("Tổ chức mít tinh", ["Phòng Nội vụ"])])
    assert [change.is_same for change in compare_tasks(record, record)] == [True]
