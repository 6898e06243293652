"""A log formatter that never writes what people typed.

A traceback's message may quote a value (PostgreSQL errors quote whole rows), so of an exception only its
type and the places in our code are kept.
"""

import logging
import traceback


class SafeFormatter(logging.Formatter):
    """Time, level, logger, message; exceptions as type and code places only, without their text."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def formatException(self, ei: object) -> str:  # noqa: N802  (the name is logging's)
        if not isinstance(ei, tuple) or ei[0] is None:
            return "unknown exception"
        places = (
            f"{f.filename.rsplit('/src/', 1)[-1]}:{f.lineno} {f.name}" for f in traceback.extract_tb(ei[2])
        )
        return f"{ei[0].__module__}.{ei[0].__qualname__} at " + " < ".join(reversed(list(places)))
