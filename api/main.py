"""The ASGI application of this process, and the server that runs it."""

import gc

import uvicorn

from api.app import create_app
from api.settings import load_settings
from nlp.lexicon.schema import load_lexicon

app = create_app(load_settings())


def serve(host: str, port: int, *, works: bool = True) -> None:
    """Serve until told to stop; where it `works`, read documents that wait, too."""
    load_lexicon()
    # What was made by now stays: garbage is not to be looked for in it while someone waits.
    gc.collect()
    gc.freeze()
    uvicorn.run(
        app if works else create_app(load_settings(), works=False),
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        limit_concurrency=1000,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=5,
    )
