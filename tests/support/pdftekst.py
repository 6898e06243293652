"""The text of a PDF as a reader that reads aloud gets it."""

import io
import re

import pikepdf


def words(content: bytes) -> str:
    """The text of a PDF: its glyphs through their ToUnicode maps, without any library that draws."""
    with pikepdf.open(io.BytesIO(content)) as document:
        return "".join(_page_text(page) for page in document.pages)


def _page_text(page: pikepdf.Page) -> str:
    maps = {
        name: _to_unicode(bytes(font.ToUnicode.read_bytes()))
        for name, font in page.resources.Font.items()
        if "/ToUnicode" in font
    }
    text, current = [], {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            current = maps.get(str(operands[0]), {})
        elif str(operator) in {"Tj", "TJ"}:
            parts = operands[0] if str(operator) == "TJ" else operands
            for part in parts:
                if isinstance(part, pikepdf.String):
                    raw = bytes(part)
                    text += [current.get(raw[i : i + 2], "?") for i in range(0, len(raw), 2)]
    return "".join(text)


def _to_unicode(cmap: bytes) -> dict[bytes, str]:
    pairs = re.findall(rb"^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>$", cmap, re.MULTILINE)
    return {
        bytes.fromhex(code.decode()): bytes.fromhex(to.decode()).decode("utf-16-be") for code, to in pairs
    }
