from rich.console import Console

from api.terminal.relations import show_relations
from api.web.relations import NodeLine, RelationsView

PLAN = NodeLine(
    "/van-ban/3", "Kế hoạch 1/KH", "UBND tỉnh", "", ("đã bị thay thế",), is_doubtful=True
)
LAW = NodeLine("", "Luật Bình đẳng giới", "", "", (), is_doubtful=False)


def test_relations_tell_where_each_document_is():
    view = RelationsView(("Bị thay thế.",), {"Căn cứ": (LAW,)}, {"Thực hiện": (PLAN,)}, ())
    console = Console(width=140)
    with console.capture() as capture:
        console.print(show_relations(view))
    assert capture.get().splitlines() == [
        "Bị thay thế.",
        "Thực hiện",
        "  Kế hoạch 1/KH (UBND tỉnh; đã bị thay thế; chưa chắc; mã 3)",
        "Căn cứ",
        "  Luật Bình đẳng giới (chưa có trong kho)",
    ]
