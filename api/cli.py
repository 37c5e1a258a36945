"""The command line `vanthu`. Exit codes: 0 done, 2 wrong use, 3 unreadable input, 4 refused."""

import logging
import pkgutil
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import ValidationError

from api.errors import EXIT_WRONG_USE, Problem
from api.record import Record, find_secrecy
from api.settings import Settings, load_settings
from api.store.search.found import Sort, Wish
from api.terminal.giving import err, give, give_extract, give_rows, out, tell
from api.terminal.paths import find_files, plan_outputs, write_text
from api.terminal.progress import PageBar
from api.terminal.receiving import await_read, receive_all, side_by_side
from api.terminal.relations import show_relations
from api.terminal.tables import show_changes, show_documents, show_found, show_tasks
from api.terminal.usage import Command, Group, explain_misuse, print_version
from api.web.relations import view_relations
from api.work.pool import Pool
from api.work.reader import Reader

if TYPE_CHECKING:
    from api.work.desk import Desk

app = typer.Typer(
    cls=Group,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Json = Annotated[bool, typer.Option("--json", help="In JSON, mỗi dòng một mục.")]
Limit = Annotated[int, typer.Option("--limit", min=1, max=1000, help="Số mục nhiều nhất.")]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="THƯ_MỤC", help="Ghi một tệp JSON cho từng tệp.")
]
SORTS: tuple[Sort, Sort] = ("relevance", "date")
Outcome = Record | Problem


def main() -> None:
    """Run the command line and leave with its exit code."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        code = app(sys.argv[1:] or ["--help"], standalone_mode=False)
    except Problem as problem:
        tell(problem)
        code = problem.kind.exit_code
    except ValidationError as error:
        names = ", ".join(f"VANTHU_{str(item['loc'][0]).upper()}" for item in error.errors())
        err.print(f"Cấu hình không hợp lệ: {names}. Hãy kiểm tra các biến môi trường này.")
        code = EXIT_WRONG_USE
    except typer.TyperException as error:
        err.print(f"Lệnh sai: {explain_misuse(error)}. Xem hướng dẫn: vanthu --help")
        code = EXIT_WRONG_USE
    except (typer.Abort, KeyboardInterrupt):
        err.print("Đã dừng.")
        code = 130
    sys.exit(code)


@app.callback()
def start(
    _asked: Annotated[  # noqa: FBT002 - an option
        bool,
        typer.Option("--version", is_eager=True, callback=print_version, help="In phiên bản."),
    ] = False,
) -> None:
    """Văn Thư: đọc văn bản đến, lưu giữ, tìm kiếm và lập danh sách nhiệm vụ."""


@app.command(cls=Command)
def extract(
    files: Annotated[list[Path], typer.Argument(metavar="TỆP", help="Tệp văn bản cần đọc.")],
    as_json: Json = False,  # noqa: FBT002 - an option of the command line
    folder: Out = None,
) -> int:
    """Đọc văn bản và in kết quả; không cần cơ sở dữ liệu."""
    paths, codes = find_files(files), [0]
    places = plan_outputs(paths, folder)
    with PageBar(err, len(paths)) as bar, _open_reader(load_settings()) as reader:
        for path, outcome in _extract_all(reader, paths, bar):
            if isinstance(outcome, Problem):
                refusal: Problem | None = outcome
            else:
                refusal = _find_refusal(outcome)
                give_extract(outcome, places.get(path), refusal, as_json=as_json)
            if refusal is not None:
                tell(refusal, path)
                codes.append(refusal.kind.exit_code)
    return max(codes)


@app.command(cls=Command)
def explain(
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp văn bản cần giải thích.")],
    place: Annotated[
        Path | None, typer.Option("--out", metavar="HTML", help="Tệp HTML sẽ ghi.")
    ] = None,
) -> int:
    """Giải thích kết quả đọc: trang HTML với từng chỗ được nhận ra và quy tắc của nó."""
    place = place or Path(f"{file.stem}.html")
    try:
        with PageBar(err, 1) as bar, _open_reader(load_settings()) as reader:
            explained = reader.explain(file, lambda done, pages: bar.set(file, done, pages))
        if (refusal := _find_refusal(explained["record"])) is not None:
            raise refusal
    except Problem as problem:
        tell(problem, file)
        return problem.kind.exit_code
    render = pkgutil.resolve_name("api.web.explanation:render_explanation")  # loads the web
    write_text(place, render(explained["record"], explained["passages"]))
    out.print(f"Đã ghi {place}")
    return 0


@app.command(cls=Command)
def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="ĐƯỜNG_DẪN", help="Tệp hoặc thư mục.")],
) -> int:
    """Nhận văn bản vào kho và đọc chúng."""
    files, codes = find_files(paths), [0]
    with _open_desk() as desk, desk.working(), PageBar(err, len(files)) as bar:
        taken: dict[int, Path] = {}
        for path, outcome in receive_all(desk, files):
            if isinstance(outcome, Problem):
                tell(outcome, path)
                codes.append(outcome.kind.exit_code)
                bar.end_file(path)
            else:
                taken[outcome] = path
        await_read(desk, taken, bar)
        documents = [desk.documents.get(document_id) for document_id in taken]
        for document in documents:
            if document is not None and document.error_code:
                problem = Problem(code=document.error_code, detail=document.error_detail)
                tell(problem, taken[document.id])
                codes.append(problem.kind.exit_code)
        ready = sum(document is not None and document.state == "ready" for document in documents)
        out.print(f"Đã lưu và đọc {ready} văn bản trong {len(files)} tệp.")
    return max(codes)


@app.command(cls=Command)
def documents(limit: Limit = 50, as_json: Json = False) -> None:  # noqa: FBT002 - an option
    """Liệt kê văn bản, mới nhất trước."""
    with _open_desk() as desk:
        rows = desk.documents.newest(limit)
    if as_json:
        give_rows(rows)
    else:
        out.print(show_documents(rows))


@app.command(cls=Command)
def tasks(
    limit: Limit = 200,
    is_ours: Annotated[bool, typer.Option("--ours", help="Chỉ việc của đơn vị ta.")] = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002 - an option
) -> None:
    """Liệt kê nhiệm vụ theo hạn: ai, việc gì, đến khi nào, theo văn bản nào."""
    with _open_desk() as desk:
        rows = desk.tasks.ours(limit) if is_ours else desk.tasks.due(limit)
    if as_json:
        give_rows(rows)
    else:
        out.print(show_tasks(rows))


@app.command(cls=Command)
def search(
    query: Annotated[list[str], typer.Argument(metavar="TỪ", help="Từ khóa hoặc số văn bản.")],
    limit: Limit = 20,
    by_date: Annotated[bool, typer.Option("--by-date", help="Mới nhất trước.")] = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002 - an option
) -> None:
    """Tìm văn bản theo từ (có dấu hoặc không dấu), số, ký hiệu, hoặc bộ lọc như loại:KH."""
    with _open_desk() as desk:
        found = desk.finder.find(" ".join(query), Wish(limit, None, SORTS[by_date]))
    if as_json:
        give_rows([hit.document for hit in found.hits])
    else:
        out.print(show_found(found))


@app.command(cls=Command)
def show(
    document_id: Annotated[int, typer.Argument(metavar="MÃ", help="Mã văn bản.")],
    as_json: Json = False,  # noqa: FBT002 - an option
) -> None:
    """Xem kết quả đọc của một văn bản."""
    with _open_desk() as desk:
        document = desk.documents.require(document_id)
        record = desk.documents.record(document_id)
        bound = desk.graph.relations(document_id)
    if record is None:
        raise Problem(code=document.error_code or "not_ready", detail=document.error_detail)
    give(record, None, as_json=as_json)
    if not as_json:
        out.print(show_relations(view_relations(bound)))


@app.command(cls=Command)
def reread(
    document_ids: Annotated[list[int], typer.Argument(metavar="MÃ", help="Mã văn bản.")],
    accepts: Annotated[bool, typer.Option("--accept", help="Nhận luôn bản đọc mới.")] = False,  # noqa: FBT002 - an option
) -> int:
    """Đọc lại văn bản trong kho, cho xem những gì sẽ đổi; giá trị đã sửa tay được giữ."""
    codes = [0]
    with _open_desk() as desk:
        for document_id in document_ids:
            try:
                changes = desk.compare_anew(document_id)
                if changes and accepts:
                    desk.corrections.accept(document_id)
            except Problem as problem:
                tell(problem, f"Văn bản {document_id}")
                codes.append(problem.kind.exit_code)
            else:
                lines = pkgutil.resolve_name("api.web.deeds:view_changes")(changes)
                out.print(show_changes(document_id, lines, is_taken=accepts))
    return max(codes)


@app.command(cls=Command)
def serve(
    host: Annotated[str | None, typer.Option(help="Địa chỉ lắng nghe.")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Cổng.")] = None,
    web_only: Annotated[  # noqa: FBT002 - an option
        bool, typer.Option("--web-only", help="Không đọc văn bản; dùng cùng “vanthu worker”.")
    ] = False,
) -> None:
    """Mở trang web và API, đồng thời đọc văn bản đang chờ."""
    settings = load_settings()
    host, port = host or settings.host, port or settings.port
    err.print(f"Văn Thư: http://{host}:{port} (Ctrl+C để dừng)")
    # By name, so that the other commands need not load the web.
    pkgutil.resolve_name("api.main:serve")(host, port, works=not web_only)


@app.command(cls=Command)
def worker() -> None:
    """Đọc văn bản đang chờ, trên máy này; chạy trên bao nhiêu máy cũng được."""
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: stopped.set())
    with _open_desk() as desk, desk.working():
        err.print("Đang đọc văn bản chờ (Ctrl+C để dừng)")
        stopped.wait()


def _open_desk() -> AbstractContextManager["Desk"]:
    from api.work.desk import open_desk  # noqa: PLC0415 - `extract` starts without a database

    return open_desk(load_settings())


@contextmanager
def _open_reader(settings: Settings) -> Iterator[Reader]:
    with (
        Pool(settings.workers, settings.child_memory_bytes) as pool,
        closing(Reader(pool, settings)) as reader,
    ):
        yield reader


def _extract_all(
    reader: Reader, paths: Sequence[Path], bar: PageBar
) -> Iterator[tuple[Path, Outcome]]:
    def extract_one(path: Path) -> Outcome:
        try:
            return reader.extract(path, lambda done, pages: bar.set(path, done, pages))
        except Problem as problem:
            return problem
        finally:
            bar.end_file(path)

    yield from side_by_side(paths, extract_one, load_settings().workers)


def _find_refusal(record: Record) -> Problem | None:
    level = find_secrecy(record)
    return None if level is None else Problem(code="secret_document", level=level)


if __name__ == "__main__":
    main()
