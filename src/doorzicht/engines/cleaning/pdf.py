"""PDF: looked through object by object, and written anew with the pages and nothing that describes or does something.

What is on the page stays text. Filled-in fields and drawn remarks become part of the page.
"""

import base64
import io
import zlib
from collections.abc import Iterator
from typing import Any, Final

import pikepdf

from doorzicht.engines.cleaning.jpeg import strip_jpeg, strip_jpeg2000
from doorzicht.engines.cleaning.types import (
    MAX_BLADZIJDEN,
    MAX_OBJECTEN,
    MAX_PIXELS,
    MAX_UITGEPAKT,
    Onbruikbaar,
    words,
)

ROOT_KEYS: Final = words("/Type /Pages /Version /PageLabels /StructTreeRoot /MarkInfo /Lang /OCProperties")
PAGE_KEYS: Final = words(
    "/Type /Parent /MediaBox /CropBox /BleedBox /TrimBox /ArtBox /Rotate /Resources /Contents /Group /UserUnit "
    "/StructParents /Tabs"
)
NEVER_KEYS: Final = words(
    "/Metadata /PieceInfo /LastModified /AA /AF /EF /Thumb /OPI /Ref /Measure /PtData /VP /Alternates "
    "/OpenAction /Dests /URI /Threads /SpiderInfo /Legal /Perms /DSS /Lock /Info"
)
"""Keys that describe a file, point elsewhere or act, wherever they stand."""

_ACTIVE: Final = words(
    "/JavaScript /Launch /SubmitForm /ImportData /GoToE /Rendition /Movie /Sound /RichMediaExecute "
    "/RichMedia /3D /Screen /GoTo3DView"
)
_ATTACHED: Final = frozenset({"/EF", "/EmbeddedFiles", "/AF", "/Collection"})
_DEPTH: Final = 200


def clean_pdf(data: bytes) -> bytes:
    """The same pages as a new PDF. Raises `Onbruikbaar`."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if pdf.is_encrypted:
                raise Onbruikbaar("op_slot")
            if len(pdf.objects) > MAX_OBJECTEN:
                raise Onbruikbaar("te_zwaar")
            _look_through(pdf)
            if not 0 < len(pdf.pages) <= MAX_BLADZIJDEN:
                raise Onbruikbaar("te_zwaar" if len(pdf.pages) else "kapot")
            _strip(pdf)
            out = io.BytesIO()
            pdf.save(
                out,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                fix_metadata_version=False,
                preserve_pdfa=False,
                deterministic_id=True,
            )
            return out.getvalue()
    except pikepdf.PasswordError as error:
        raise Onbruikbaar("op_slot") from error
    except MemoryError as error:
        raise Onbruikbaar("te_zwaar") from error
    except Onbruikbaar:
        raise
    except Exception as error:  # a parser may raise anything over bytes that lie
        # Here the key of a locked file cannot even be tried: that takes a library that may not be loaded any more.
        raise Onbruikbaar("op_slot" if b"/Encrypt" in data else "kapot") from error


def _look_through(pdf: pikepdf.Pdf) -> None:
    """Every object, also those no page uses: nothing active, nothing attached, nothing that grows without end."""
    grown = 0
    for found in pdf.objects:
        for item in _inside(found):
            if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
                _refuse_active(item)
        if isinstance(found, pikepdf.Stream):
            grown += _grown(found, MAX_UITGEPAKT - grown)
            if grown > MAX_UITGEPAKT:
                raise Onbruikbaar("bom")


def _inside(found: Any) -> Iterator[Any]:
    """An object and what lies directly in it; what is referred to comes by itself."""
    todo = [(found, 0)]
    while todo:
        item, depth = todo.pop()
        if depth > _DEPTH:
            raise Onbruikbaar("te_zwaar")
        yield item
        for child in _children(item):
            if not child.is_indirect:
                todo.append((child, depth + 1))


def _children(item: Any) -> list[Any]:
    if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
        values = [value for _, value in item.items()]
    else:
        values = list(item) if isinstance(item, pikepdf.Array) else []
    return [v for v in values if isinstance(v, (pikepdf.Dictionary, pikepdf.Stream, pikepdf.Array))]


def _refuse_active(item: Any) -> None:
    keys = set(item.keys())
    if keys & _ATTACHED or item.get("/Subtype") == "/FileAttachment":
        raise Onbruikbaar("bijlage")
    if "/JS" in keys or "/XFA" in keys or item.get("/Subtype") == "/PS":
        raise Onbruikbaar("actief")
    if str(item.get("/S", "")) in _ACTIVE or str(item.get("/Subtype", "")) in _ACTIVE:
        raise Onbruikbaar("actief")
    if isinstance(item, pikepdf.Stream) and "/F" in keys:
        raise Onbruikbaar("actief")  # a stream whose content lies in another file
    if item.get("/Subtype") == "/Image":
        width, height = int(item.get("/Width", 0)), int(item.get("/Height", 0))
        if width * height > MAX_PIXELS:
            raise Onbruikbaar("te_veel_beeld")


def _filters(stream: Any) -> list[str]:
    found = stream.get("/Filter")
    if found is None:
        return []
    return [str(name) for name in found] if isinstance(found, pikepdf.Array) else [str(found)]


def _grown(stream: Any, left: int) -> int:
    """The bytes of a stream when it is unpacked, as far as `left` and one more; pictures count by their pixels."""
    data, size = stream.read_raw_bytes(), 0
    for name in _filters(stream):
        if name not in ("/FlateDecode", "/Fl"):
            break
        data = _inflate(data, left + 1)
        size = max(size, len(data))
    return size


def _inflate(data: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, most)
    except zlib.error:
        return b""  # damaged: a reader shows nothing of it either


def _strip(pdf: pikepdf.Pdf) -> None:
    """Leave the pages; take out every key that is not needed to show them. Unused objects are not written."""
    _flatten(pdf)
    for key in set(pdf.Root.keys()) - ROOT_KEYS:
        del pdf.Root[key]
    for key in ("/Info", "/ID"):
        if key in pdf.trailer:
            del pdf.trailer[key]
    for page in pdf.pages:
        for key in set(page.obj.keys()) - PAGE_KEYS:
            del page.obj[key]
    for found in pdf.objects:
        for item in _inside(found):
            _strip_item(item)


def _flatten(pdf: pikepdf.Pdf) -> None:
    """Draw filled-in fields and remarks on their page. Raises `Onbruikbaar` when an answer would be lost by it."""
    if "/AcroForm" in pdf.Root and any(_undrawn(pdf)):
        pdf.Root.AcroForm.NeedAppearances = True  # without this mark nothing is drawn that is not drawn yet
        pdf.generate_appearance_streams()
        if any(_undrawn(pdf)):
            raise Onbruikbaar("formulier")
    pdf.flatten_annotations("all")


def _undrawn(pdf: pikepdf.Pdf) -> Iterator[bool]:
    """For every field on a page: whether it has an answer and nothing to show it with."""
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", []):
            if annotation.get("/Subtype") == "/Widget":
                value = annotation.get("/V", annotation.get("/Parent", pikepdf.Dictionary()).get("/V"))
                answered = value is not None and str(value) not in ("", "/Off")
                yield answered and "/AP" not in annotation


def _strip_item(item: Any) -> None:
    if isinstance(item, pikepdf.Array):
        for index in reversed(range(len(item))):
            if _is_reference_to_annotation(item[index]):
                del item[index]
        return
    if not isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
        return
    for key in set(item.keys()) & NEVER_KEYS:
        del item[key]
    if "/K" in item and _is_reference_to_annotation(item["/K"]):
        del item["/K"]
    if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image":
        _strip_picture(item)


def _is_reference_to_annotation(item: Any) -> bool:
    """In the structure for screen readers a remark may be referred to: it is on the page now."""
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/OBJR"


def _strip_picture(stream: Any) -> None:
    names = _filters(stream)
    if not names or names[-1] not in ("/DCTDecode", "/DCT", "/JPXDecode"):
        return
    data = stream.read_raw_bytes()
    for name in names[:-1]:
        data = _unpack(name, data)
    strip = strip_jpeg2000 if names[-1] == "/JPXDecode" else strip_jpeg
    parameters = stream.get("/DecodeParms")
    last = parameters[-1] if isinstance(parameters, pikepdf.Array) and len(parameters) else parameters
    stream.write(strip(data), filter=pikepdf.Name(names[-1]), decode_parms=last)


def _unpack(name: str, data: bytes) -> bytes:
    if name in ("/FlateDecode", "/Fl"):
        return _inflate(data, MAX_UITGEPAKT)
    if name in ("/ASCII85Decode", "/A85"):
        return base64.a85decode(data.strip().removesuffix(b"~>"), adobe=False)
    if name in ("/ASCIIHexDecode", "/AHx"):
        return bytes.fromhex(data.decode("ascii").strip().removesuffix(">"))
    raise Onbruikbaar("kapot")
