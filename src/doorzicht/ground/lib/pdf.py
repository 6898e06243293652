"""PDF/UA from a template and data, from memory to memory: nothing is written to a disk, nothing is fetched; the fonts
are those inside `typst`."""

import json
from functools import lru_cache
from typing import Any

import typst

_ONE_CHARACTER = b"""#set document(title: "x")
#set text(font: "Libertinus Serif")
#json(bytes(sys.inputs.data))"""


def compile_pdf(template: bytes, data: dict[str, Any]) -> bytes:
    """The document that a typst template makes of `data` (texts, in dicts and lists).

    What no font can show becomes a question mark in a box: PDF/UA refuses the whole document otherwise, and one emoji
    in a decision would take the list away.
    """
    try:
        return _typeset(template, data)
    except typst.TypstError:
        return _typeset(template, _showable(data))


def _typeset(template: bytes, data: object) -> bytes:
    made = typst.compile(
        template,
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        ignore_system_fonts=True,
    )
    assert isinstance(made, bytes)
    return made


def _showable(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _showable(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_showable(value) for value in data]
    return "".join(c if _has_glyph(c) else "\N{REPLACEMENT CHARACTER}" for c in data)


@lru_cache(maxsize=4096)
def _has_glyph(character: str) -> bool:
    try:
        return bool(_typeset(_ONE_CHARACTER, character))
    except typst.TypstError:
        return False
