"""The web application, made from its settings."""

from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path
from typing import Final

import anyio.to_thread
from anyio import CapacityLimiter
from fastapi import APIRouter, FastAPI
from fastapi.staticfiles import StaticFiles

from api.guard import BodyLimits, OwnPagesOnly, SecurityHeaders
from api.problems import add_problem_handlers
from api.routes import (
    arrivals,
    book_pages,
    clerk_pages,
    corrections,
    documents,
    events,
    files,
    graph_pages,
    health,
    office,
    office_pages,
    organs,
    pages,
    relations,
    search,
    search_pages,
    searches,
    task_pages,
    tasks,
    webhooks,
)
from api.settings import Settings
from api.web.render import show_problem
from api.work.desk import MakeRunner, open_desk
from api.work.pool import Pool

STATIC: Final = Path(__file__).parent / "web" / "static"
VERSION: Final = "1"
DESCRIPTION: Final = (
    "Reads scanned Vietnamese directives and keeps what they order: references, dates, purposes"
    " and tasks. Errors are problem details (RFC 9457) with a sentence that says what to do."
)


def create_app(
    settings: Settings, make_runner: MakeRunner = Pool, *, works: bool = True
) -> FastAPI:
    """The application; with its lifespan it opens the desk and, where it `works`, reads too."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with ExitStack() as stack:
            desk = await anyio.to_thread.run_sync(
                stack.enter_context, open_desk(settings, make_runner)
            )
            if works:
                stack.enter_context(desk.working())
            app.state.desk = desk
            app.state.receivers = CapacityLimiter(settings.workers + 1)
            try:
                yield
            finally:
                await anyio.to_thread.run_sync(stack.close)

    app = FastAPI(
        title="Văn Thư",
        version=VERSION,
        description=DESCRIPTION,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        generate_unique_id_function=lambda route: route.name,
    )
    add_problem_handlers(app, show_problem)
    app.include_router(_api())
    for part in (
        pages,
        clerk_pages,
        book_pages,
        task_pages,
        search_pages,
        graph_pages,
        office_pages,
    ):
        app.include_router(part.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_middleware(
        BodyLimits,
        max_bytes=settings.max_upload_bytes,
        idle_seconds=settings.upload_idle_seconds,
        total_seconds=settings.upload_total_seconds,
    )
    app.add_middleware(OwnPagesOnly, show=show_problem)
    app.add_middleware(SecurityHeaders)
    return app


def _api() -> APIRouter:
    router = APIRouter(prefix="/api/v1")
    for part in (
        documents,
        corrections,
        arrivals,
        events,
        files,
        tasks,
        search,
        searches,
        relations,
        organs,
        office,
        webhooks,
        health,
    ):
        router.include_router(part.router)
    router.include_router(search_pages.files)
    return router
