"""A site of one function, to see what the web server does with a visitor who is slow or breaks something."""

from collections.abc import Callable, Iterable
from typing import Any


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Read what was sent, and break when it is asked."""
    environ["wsgi.input"].read()
    if environ["PATH_INFO"].endswith("/stuk/"):
        raise RuntimeError("stuk")
    start_response("200 OK", [("Content-Length", "2")])
    return [b"ja"]
