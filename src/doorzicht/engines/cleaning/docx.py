"""Word documents: the text with its layout and pictures, followed from its start into a new package.

Whatever is not reached, or is of a kind that is not on the list (properties, thumbnail, custom XML, people, printer
settings, macros), is not in the new package.
"""

import posixpath
from typing import Final

from doorzicht.engines.cleaning.image import as_png, clean_image
from doorzicht.engines.cleaning.package import (
    Pakket,
    Relatie,
    is_nested,
    parse_xml,
    read_package,
    to_xml,
    write_package,
)
from doorzicht.engines.cleaning.types import Onbruikbaar, words
from doorzicht.engines.cleaning.word import clean_word_xml, drop_references

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN: Final = f"{_WORD}document.main+xml"
_DRAWING: Final = "application/vnd.openxmlformats-officedocument.drawingml."
_WORD_PARTS: Final = words(
    "styles settings fontTable numbering header footer footnotes endnotes comments webSettings"
)
_DRAWING_PARTS: Final = words("chart diagramData diagramLayout diagramStyle diagramColors chartshapes")
XML_PARTS: Final = frozenset(
    {
        *(f"{_WORD}{name}+xml" for name in _WORD_PARTS),
        *(f"{_DRAWING}{name}+xml" for name in _DRAWING_PARTS),
        "application/vnd.openxmlformats-officedocument.theme+xml",
        "application/vnd.ms-office.drawingml.diagramDrawing+xml",
        "application/vnd.ms-office.chartstyle+xml",
        "application/vnd.ms-office.chartcolorstyle+xml",
    }
)
_PICTURES: Final = {b"\xff\xd8\xff": "jpg", b"\x89PNG": "png", b"RIFF": "webp"}
_OLD_PICTURES: Final = (b"GIF8", b"BM", b"II*\0", b"MM\0*")
_MIME: Final = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}
_ATTACHED: Final = frozenset({"oleObject", "package", "aFChunk", "subDocument", "video", "audio", "media"})
_SAFE_LINKS: Final = ("http://", "https://", "mailto:", "tel:")


def clean_docx(data: bytes) -> bytes:
    """The same document as a new docx. Raises `Onbruikbaar`."""
    try:
        source = read_package(data)
        _refuse_macros(source)
        return write_package(_follow_from_start(source))
    except MemoryError as error:
        raise Onbruikbaar("te_zwaar") from error
    except Onbruikbaar:
        raise
    except Exception as error:  # a parser may raise anything over bytes that lie
        raise Onbruikbaar("kapot") from error


def _follow_from_start(source: Pakket) -> Pakket:
    mains = [r for r in source.relaties.get("", []) if r.soort.endswith("/officeDocument") and not r.buiten]
    if len(mains) != 1 or source.soorten.get(mains[0].doel) != MAIN:
        raise Onbruikbaar("soort")
    clean = Pakket()
    clean.relaties[""] = [Relatie("rId1", mains[0].soort, mains[0].doel, buiten=False)]
    _copy(mains[0].doel, MAIN, source, clean)
    return clean


def _refuse_macros(source: Pakket) -> None:
    for name, kind in source.soorten.items():
        both = f"{name} {kind}".lower()
        if "vba" in both or "macroenabled" in both:
            raise Onbruikbaar("macro")
        if "activex" in both:
            raise Onbruikbaar("actief")


def _copy(name: str, kind: str, source: Pakket, clean: Pakket) -> None:
    """Copy an XML part and what it refers to; a reference that is not followed is not written."""
    todo = [(name, kind)]
    while todo:
        name, kind = todo.pop()
        if name in clean.delen:
            continue
        root = parse_xml(source.delen[name])
        clean_word_xml(root)
        found = [_follow(relatie, kind, source, clean) for relatie in source.relaties.get(name, [])]
        kept = [relatie for relatie in found if relatie is not None]
        drop_references(root, frozenset(relatie.id for relatie in kept))
        clean.delen[name], clean.soorten[name] = to_xml(root), kind
        clean.relaties[name] = kept
        todo += [
            (relatie.doel, source.soorten[relatie.doel])
            for relatie in kept
            if not relatie.buiten and source.soorten.get(relatie.doel) in XML_PARTS
        ]


def _follow(relatie: Relatie, owner_kind: str, source: Pakket, clean: Pakket) -> Relatie | None:
    """The reference as it stands in the new package; None when it is left out. Raises `Onbruikbaar`."""
    what = relatie.soort.rsplit("/", 1)[-1]
    if relatie.buiten:
        return _follow_outside(relatie, what)
    if relatie.doel not in source.delen:
        return None
    if source.soorten[relatie.doel] in XML_PARTS:
        return relatie
    if what == "image":
        return _copy_picture(relatie, source, clean)
    in_chart = owner_kind.startswith(
        _DRAWING
    )  # the sheet behind a chart: what is drawn stays, the sheet goes
    if what in _ATTACHED and not in_chart:
        raise Onbruikbaar("bijlage")
    if is_nested(source.delen[relatie.doel]) and not in_chart and what != "font":
        raise Onbruikbaar("bijlage")
    return None


def _follow_outside(relatie: Relatie, what: str) -> Relatie | None:
    if what == "hyperlink":
        return relatie if relatie.doel.lower().startswith(_SAFE_LINKS) else None
    if what == "attachedTemplate":
        return None  # a path on somebody's disk, or a template from elsewhere: neither is opened again
    raise Onbruikbaar("van_buiten")


def _copy_picture(relatie: Relatie, source: Pakket, clean: Pakket) -> Relatie | None:
    data = source.delen[relatie.doel]
    if data.lstrip()[:5] in (b"<?xml", b"<svg ") or source.soorten[relatie.doel] == "image/svg+xml":
        return None  # a drawing that always comes with a picture beside it
    soort = next((kind for start, kind in _PICTURES.items() if data.startswith(start)), "")
    if soort:
        made = clean_image(data, soort)
    elif data.startswith(_OLD_PICTURES):
        soort, made = "png", as_png(data)
    else:
        raise Onbruikbaar("tekening")
    stem = posixpath.splitext(relatie.doel)[0]
    name = f"{stem}.{soort}"
    clean.delen[name], clean.soorten[name] = made, _MIME[soort]
    return Relatie(relatie.id, relatie.soort, name, buiten=False)
