"""A docx as a package of parts (ECMA-376 part 2): read within limits, followed from its start, written anew."""

import io
import posixpath
import zipfile
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from doorzicht.engines.cleaning.types import MAX_DELEN, MAX_UITGEPAKT, Onbruikbaar

_TYPES_NS: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS_NS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELS_TYPE: Final = "application/vnd.openxmlformats-package.relationships+xml"
_NESTED: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"Rar!", b"7z\xbc\xaf", b"MZ")
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Relatie:
    """One part's reference to another, or to something outside the file."""

    id: str
    soort: str
    doel: str
    buiten: bool


@dataclass(slots=True)
class Pakket:
    """The parts of a package by name, without a leading slash; what each is; and what each refers to."""

    delen: dict[str, bytes] = field(default_factory=dict)
    soorten: dict[str, str] = field(default_factory=dict)
    relaties: dict[str, list[Relatie]] = field(default_factory=dict)


def parse_xml(data: bytes) -> etree._Element:
    """The tree of one part. No entity, no document type, nothing fetched. Raises `Onbruikbaar`."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Onbruikbaar("kapot") from error
    if root.getroottree().docinfo.doctype:
        raise Onbruikbaar("bom")
    return root


def read_package(data: bytes) -> Pakket:
    """Unpack within limits. Raises `Onbruikbaar`, and what `zipfile` raises over a damaged archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        delen = _read_parts(archive)
    if "[Content_Types].xml" not in delen:
        raise Onbruikbaar("soort")
    pakket = Pakket(delen)
    pakket.soorten = _content_types(delen)
    for name in list(delen):
        if name.endswith(".rels"):
            folder, file = posixpath.split(name)
            owner = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
            pakket.relaties[owner] = _relations(owner, delen[name])
    return pakket


def _read_parts(archive: zipfile.ZipFile) -> dict[str, bytes]:
    infos = archive.infolist()
    if len(infos) > MAX_DELEN:
        raise Onbruikbaar("bom")
    if infos and min(info.header_offset for info in infos) != 0:
        raise Onbruikbaar("dubbel")  # something stands before the archive: it may be another file as well
    if archive.comment:
        raise Onbruikbaar("dubbel")
    delen: dict[str, bytes] = {}
    left = MAX_UITGEPAKT
    for info in infos:
        name = _safe_name(info)
        if name.endswith("/"):
            continue
        if name in delen:
            raise Onbruikbaar("kapot")
        with archive.open(info) as part:
            delen[name] = part.read(left + 1)  # what the file says of its own size is not believed
        left -= len(delen[name])
        if left < 0:
            raise Onbruikbaar("bom")
    return delen


def _safe_name(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & 0x1:
        raise Onbruikbaar("op_slot")
    name = info.filename
    if name.startswith("/") or "\\" in name or ".." in name.split("/"):
        raise Onbruikbaar("kapot")
    return name


def is_nested(data: bytes) -> bool:
    """Whether a part is a file of its own that could be opened: an archive, an Office file, a program."""
    return data.startswith(_NESTED)


def _content_types(delen: dict[str, bytes]) -> dict[str, str]:
    root = parse_xml(delen["[Content_Types].xml"])
    by_extension, by_name = {}, {}
    for child in root:
        kind = child.get("ContentType", "")
        if child.tag == f"{{{_TYPES_NS}}}Default":
            by_extension[child.get("Extension", "").lower()] = kind
        elif child.tag == f"{{{_TYPES_NS}}}Override":
            by_name[child.get("PartName", "").lstrip("/")] = kind
    return {
        name: by_name.get(name) or by_extension.get(name.rsplit(".", 1)[-1].lower(), "") for name in delen
    }


def _relations(owner: str, data: bytes) -> list[Relatie]:
    found = []
    for child in parse_xml(data):
        if child.tag != f"{{{_RELS_NS}}}Relationship":
            continue
        outside = child.get("TargetMode", "") == "External"
        target = child.get("Target", "")
        if not outside:
            base = posixpath.dirname(owner)
            target = posixpath.normpath(posixpath.join("/" + base, target)).lstrip("/")
        found.append(Relatie(child.get("Id", ""), child.get("Type", ""), target, outside))
    return found


def write_package(pakket: Pakket) -> bytes:
    """The package as new bytes: parts in order of name, no dates, no remarks, no owner."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        _put(archive, "[Content_Types].xml", _types_xml(pakket))
        for owner, relaties in sorted(pakket.relaties.items()):
            if relaties:
                folder, file = posixpath.split(owner)
                _put(
                    archive, posixpath.join(folder, "_rels", f"{file}.rels"), _relations_xml(owner, relaties)
                )
        for name, data in sorted(pakket.delen.items()):
            _put(archive, name, data)
    return out.getvalue()


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0
    archive.writestr(info, data)


def _types_xml(pakket: Pakket) -> bytes:
    root = etree.Element(f"{{{_TYPES_NS}}}Types", nsmap={None: _TYPES_NS})
    for extension, kind in (("rels", _RELS_TYPE), ("xml", "application/xml")):
        etree.SubElement(root, f"{{{_TYPES_NS}}}Default", Extension=extension, ContentType=kind)
    for name in sorted(pakket.delen):
        etree.SubElement(
            root, f"{{{_TYPES_NS}}}Override", PartName=f"/{name}", ContentType=pakket.soorten[name]
        )
    return to_xml(root)


def _relations_xml(owner: str, relaties: list[Relatie]) -> bytes:
    root = etree.Element(f"{{{_RELS_NS}}}Relationships", nsmap={None: _RELS_NS})
    base = posixpath.dirname(owner)
    for relatie in relaties:
        target = relatie.doel if relatie.buiten else posixpath.relpath(relatie.doel, base or ".")
        child = etree.SubElement(
            root, f"{{{_RELS_NS}}}Relationship", Id=relatie.id, Type=relatie.soort, Target=target
        )
        if relatie.buiten:
            child.set("TargetMode", "External")
    return to_xml(root)


def to_xml(root: etree._Element) -> bytes:
    """A tree as the bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
