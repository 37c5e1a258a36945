"""What a document is bound to, for a terminal."""

from rich.console import Group, RenderableType
from rich.text import Text

from api.web.relations import NodeLine, RelationsView


def show_relations(view: RelationsView) -> RenderableType:
    """What became of a document, what it cites, and what cites it; empty where nothing is."""
    lines = [Text(ending, "bold red") for ending in view.endings]
    for heading, rows in (*view.cited_by.items(), *view.cites.items()):
        lines.append(Text(heading, "bold"))
        lines += [_line(row) for row in rows]
    return Group(*lines)


def _line(row: NodeLine) -> Text:
    place = f"mã {row.link.rpartition('/')[2]}" if row.link else "chưa có trong kho"
    told = [row.detail, *row.ended, "chưa chắc" if row.is_doubtful else "", place]
    return Text(f"  {row.name} ({'; '.join(filter(None, told))})")
