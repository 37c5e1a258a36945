from reportlab.platypus import PageBreak, Paragraph, Table

from samples.render.blocks import flow_blocks, rich_text
from samples.render.faces import typeface


def test_marks_become_bold_and_italic_and_angle_brackets_stay_text():
    assert rich_text("**a** __b__ <c>") == "<b>a</b> <i>b</i> &lt;c&gt;"


def test_a_heading_stays_with_what_follows():
    with typeface("times"):
        heading, paragraph = flow_blocks("# I. MỤC ĐÍCH\n- Một việc.", 14, 400)
    assert heading.getKeepWithNext()
    assert not paragraph.getKeepWithNext()


def test_rows_become_one_table_and_a_rule_of_dashes_a_new_page():
    with typeface("times"):
        flow = flow_blocks("a\n---\n|: 1 3\n| TT | Việc |\n|| I | NHÓM |\n| 1 | Đo |", 14, 400)
    assert [type(block) for block in flow if isinstance(block, PageBreak | Paragraph | Table)] == [
        Paragraph,
        PageBreak,
        Table,
    ]
