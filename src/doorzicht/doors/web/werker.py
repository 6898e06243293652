"""gunicorn's plain worker, made to keep quiet about a visitor and to wait shortly for one who says nothing.

Imported by gunicorn's own process too, so nothing of Django here.
"""

import select
import socket
from typing import Any, Final

from gunicorn.workers.sync import SyncWorker

EERSTE_BYTE: Final = 5.0
"""Seconds for the first byte. A browser opens connections that it may never use, and a worker serves one at a time."""


class Werker(SyncWorker):
    """One request at a time. Who sends slowly after the first byte still holds it: for them there is a proxy
    (docs/beheer/proxy.md)."""

    def handle(self, listener: Any, client: socket.socket, addr: Any) -> None:
        """Serve a connection, unless it stays silent."""
        spoken, _, _ = select.select([client], [], [], EERSTE_BYTE)
        if spoken:
            super().handle(listener, client, addr)
        else:
            client.close()

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: BaseException) -> None:
        """Answer with an error, and log where in the code it was. gunicorn would write down what was asked for: the
        path of a report, with the second (product rule 7)."""
        super().handle_error(None, client, addr, exc)
