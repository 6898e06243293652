"""The besluitenlijst as a Word document, made for one reader, in memory: the same `document()` as the PDF.

The template is `word/besluitenlijst.docx`: another letterhead is another file. What people typed is data and
never template or markup.
"""

import io
import re
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any
from uuid import UUID

from docxtpl import DocxTemplate

from doorzicht.ground.access.api import Actor
from doorzicht.wings.regie.overleg import pdf

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_NOT_IN_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(overleg_id: UUID, *, by: Actor, at: datetime) -> bytes:
    """The document for this reader; logged as the PDF is. Raises `Overleg.DoesNotExist` or `Geweigerd`."""
    data = pdf.gather(overleg_id, "besluitenlijst", by=by, at=at)
    template = DocxTemplate(io.BytesIO(_template()))
    template.render(_clean(data), autoescape=True)
    core = template.docx.core_properties
    core.title, core.created, core.modified = _clean(data["titel"]), at, at
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


@cache
def _template() -> bytes:
    return files("doorzicht.wings.regie.overleg").joinpath("word", "besluitenlijst.docx").read_bytes()


def _clean(value: Any) -> Any:
    """Without the characters that XML cannot hold: one of them would take the whole list away."""
    if isinstance(value, str):
        return _NOT_IN_XML.sub("", value)
    if isinstance(value, dict):
        return {key: _clean(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(part) for part in value]
    return value
