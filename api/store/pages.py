"""Pages as they are kept: each once, with its text."""

from typing import Any

from sqlalchemy import func, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from api.store.tables import Document, Page


def page_text(reading: dict[str, Any]) -> str:
    """The text of a page, a line a line, that of its stamps and seals at the end."""
    framed = (line for frame in reading.get("frames", ()) for line in frame["lines"])
    lines = (*reading["lines"], *framed)
    return "\n".join(" ".join(word["text"] for word in line["words"]) for line in lines)


def save_page(session: Session, document_id: int, reading: dict[str, Any]) -> None:
    """Keep the reading of a page, and count it; one that was kept before stays."""
    kept = {name: reading[name] for name in ("number", "width", "height", "origin")}
    statement = insert(Page).values(
        document_id=document_id, text=page_text(reading), reading=reading, **kept
    )
    added = session.scalar(statement.on_conflict_do_nothing().returning(Page.number))
    if added is not None:
        session.execute(
            update(Document)
            .where(Document.id == document_id)
            .values(pages_done=Document.pages_done + 1, attempts=func.least(Document.attempts, 1))
        )
