"""The XML of Word (ECMA-376 part 1): what names people, machines and moments is taken out; what acts is refused."""

import re
from typing import Final

from lxml import etree

from doorzicht.engines.cleaning.types import Onbruikbaar, words

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT_W: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATION_NS: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_SOMEBODY: Final = "Iemand"

_DROP_ATTRIBUTES: Final = words(
    "date dateUtc initials paraId textId durableId anchorId editId userId providerId ed edGrp storeItemID "
    "prefixMappings password hash salt cryptProviderType"
)
_DROP_ELEMENTS: Final = words(
    "rsid rsidRoot rsids docVars docId attachedTemplate mailMerge saveThroughXslt dataBinding proofState "
    "writeProtection documentProtection revisionView permStart permEnd activeWritingStyle "
    "chartTrackingRefBased externalData autoUpdate svgBlip"
)
_ACTIVE_ELEMENTS: Final = words("OLEObject control altChunk subDoc objectEmbed objectLink movie")
_PICTURE_NAMES: Final = frozenset({"docPr", "cNvPr"})

FIELDS: Final = words(
    "PAGE NUMPAGES SECTIONPAGES SECTION PAGEREF REF NOTEREF STYLEREF TOC TOA TC TA XE INDEX SEQ LISTNUM "
    "AUTONUM AUTONUMLGL AUTONUMOUT HYPERLINK SYMBOL EQ ADVANCE FORMTEXT FORMCHECKBOX FORMDROPDOWN DATE TIME "
    "CREATEDATE SAVEDATE PRINTDATE EDITTIME AUTHOR TITLE SUBJECT KEYWORDS COMMENTS LASTSAVEDBY FILENAME "
    "FILESIZE NUMWORDS NUMCHARS REVNUM TEMPLATE USERNAME USERINITIALS USERADDRESS DOCPROPERTY DOCVARIABLE "
    "INFO MERGEFIELD MERGEREC MERGESEQ NEXT CITATION BIBLIOGRAPHY IF COMPARE QUOTE SET ADDRESSBLOCK "
    "GREETINGLINE SHAPE ="
)
"""Fields that only work with what is in the document. DDE, INCLUDETEXT, INCLUDEPICTURE, LINK and MACROBUTTON are not
among them; nor is any field that is made later."""
_OUTSIDE: Final = re.compile(r"\\\\|file:|javascript:|vbscript:", re.I)


def clean_word_xml(root: etree._Element) -> None:
    """Clean one part in place. Raises `Onbruikbaar` ("actief", "bijlage") for what could do something when opened."""
    _refuse_fields(root)
    for element in list(root.iter(etree.Element)):
        name = etree.QName(element).localname
        if name in _ACTIVE_ELEMENTS:
            raise Onbruikbaar("bijlage" if name in ("OLEObject", "objectEmbed", "altChunk") else "actief")
        if name in _DROP_ELEMENTS and element.getparent() is not None:
            _remove(element)
            continue
        _clean_attributes(element, name)


def _clean_attributes(element: etree._Element, name: str) -> None:
    for attribute in list(element.attrib):
        local = etree.QName(attribute).localname
        if local.startswith("rsid") or local in _DROP_ATTRIBUTES:
            del element.attrib[attribute]
        elif local == "author":
            element.set(attribute, _SOMEBODY)
    if name in _PICTURE_NAMES and "name" in element.attrib:
        element.set("name", "Afbeelding")  # Word writes the path of the picture on somebody's disk here
    if name in _PICTURE_NAMES | {"shape", "imagedata"}:
        for attribute in ("descr", "alt", "title", "{urn:schemas-microsoft-com:office:office}title"):
            if re.search(r"[\\/]|\.\w{3,4}$", element.get(attribute, "")):
                del element.attrib[attribute]


def drop_references(root: etree._Element, kept: frozenset[str]) -> None:
    """Take out what refers to a part that is not in the new package: Word would call the document damaged."""
    for element in list(root.iter(etree.Element)):
        for attribute in list(element.attrib):
            place = etree.QName(attribute)
            if place.namespace in _RELATION_NS and element.get(attribute) not in kept:
                del element.attrib[attribute]
                if etree.QName(element).localname.startswith("embed"):  # a font
                    _remove(element)


def _remove(element: etree._Element) -> None:
    """Take an element out and leave the text that stands behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _refuse_fields(root: etree._Element) -> None:
    """Every field by its name, also one whose name is spread over several runs. None stands for a field whose
    instruction is over: its result follows."""
    open_fields: list[str | None] = []
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        if name == "fldSimple":
            _check_field(_attribute(element, "instr"))
        elif name == "fldChar":
            kind = _attribute(element, "fldCharType")
            if kind == "begin":
                open_fields.append("")
            elif open_fields and kind in ("separate", "end"):
                _check_field(open_fields.pop())
                open_fields += [None] if kind == "separate" else []
        elif name in ("instrText", "delInstrText"):
            if not open_fields or open_fields[-1] is None:
                raise Onbruikbaar("actief")
            open_fields[-1] += element.text or ""
    for text in open_fields:
        _check_field(text)


def _check_field(instruction: str | None) -> None:
    """A field without a name of its own gets it from a field inside it: that is how one hides."""
    if instruction is None:
        return
    name = (instruction.split() or [""])[0].upper()
    if ("=" if name.startswith("=") else name) not in FIELDS or _OUTSIDE.search(instruction):
        raise Onbruikbaar("actief")


def _attribute(element: etree._Element, local: str) -> str:
    return element.get(f"{{{W}}}{local}") or element.get(f"{{{_STRICT_W}}}{local}") or ""
