"""Files as people and attackers send them: with a place in the photo, a name in the document, a trap inside."""

import io
import struct
import zipfile
import zlib
from typing import Any

import pikepdf
from PIL import Image, PngImagePlugin

MAKER = "Kareltje Maakwerk"
"""The name that every file of ours carries somewhere out of sight, and no clean file may."""
ZICHTBAAR = "Er staan zes matrassen"

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:creator>{MAKER}</dc:creator></x:xmpmeta>".encode()


def picture(size: tuple[int, int] = (120, 90), mode: str = "RGB") -> Image.Image:
    """Something to see: four coloured corners, so that turning it shows."""
    image = Image.new("RGB", size, (250, 250, 240))
    width, height = size
    for box, colour in (
        ((0, 0, width // 2, height // 2), (200, 30, 30)),
        ((width // 2, height // 2, width, height), (30, 30, 200)),
    ):
        image.paste(colour, box)
    return image.convert(mode)


def photo(size: tuple[int, int] = (120, 90), *, turned: int = 1) -> bytes:
    """A JPEG as a phone makes it: place, camera, owner, thumbnail-less Exif, XMP, IPTC and a comment."""
    exif = Image.Exif()
    exif[0x010F], exif[0x013B], exif[0x0112] = "Telefoonmerk", MAKER, turned
    gps = exif.get_ifd(0x8825)
    gps.update({1: "N", 2: (52.0, 23.0, 11.0), 3: "E", 4: (6.0, 1.0, 22.0)})
    out = io.BytesIO()
    picture(size).save(out, "JPEG", quality=95, exif=exif, comment=MAKER.encode(), xmp=_XMP)
    iptc = b"Photoshop 3.0\0" + MAKER.encode()
    return after_start(out.getvalue(), b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc)


def after_start(jpeg: bytes, segment: bytes) -> bytes:
    """A JPEG with one more segment."""
    return jpeg[:2] + segment + jpeg[2:]


def png() -> bytes:
    """A PNG with text, XMP, Exif and a moment in it."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", MAKER)
    info.add_itxt("XML:com.adobe.xmp", _XMP.decode())
    info.add_text("Comment", MAKER, zip=True)
    info.add(b"tIME", struct.pack(">HBBBBB", 2026, 11, 24, 23, 59, 1))
    exif = Image.Exif()
    exif[0x013B] = MAKER
    out = io.BytesIO()
    picture().save(out, "PNG", pnginfo=info, exif=exif)
    return out.getvalue()


def webp() -> bytes:
    """A WebP with Exif and XMP."""
    exif = Image.Exif()
    exif[0x013B] = MAKER
    out = io.BytesIO()
    picture().save(out, "WEBP", exif=exif, xmp=_XMP)
    return out.getvalue()


def png_chunk(name: bytes, data: bytes) -> bytes:
    """One chunk of a PNG, with its checksum."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_of_size(width: int, height: int) -> bytes:
    """A PNG that says it is this big; its few bytes unpack to that many black pixels."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    packer, row = zlib.compressobj(9), b"\0" * (1 + (width + 7) // 8)
    body = b"".join(packer.compress(row) for _ in range(min(height, 60_000))) + packer.flush()
    return (
        b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IDAT", body) + png_chunk(b"IEND", b"")
    )


def pdf(**extra: Any) -> bytes:
    """A PDF with a line of text and a photo; its properties, XMP and private data name the maker.

    `extra` may be `root` and `page`: keys to add.
    """
    out = io.BytesIO()
    document(**extra).save(out)
    return out.getvalue()


def document(
    *, root: dict[str, Any] | None = None, page: dict[str, Any] | None = None, text: str = ZICHTBAAR
) -> pikepdf.Pdf:
    """The same, still open, for whoever wants to hang more in it."""
    made = pikepdf.new()
    made.add_blank_page(page_size=(300, 200))
    first = made.pages[0].obj
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    foto = pikepdf.Stream(made, photo())
    foto.update({"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Image, "/Width": 120, "/Height": 90})
    foto.update(
        {"/ColorSpace": pikepdf.Name.DeviceRGB, "/BitsPerComponent": 8, "/Filter": pikepdf.Name.DCTDecode}
    )
    foto.Metadata = made.make_stream(_XMP)
    first.Resources = pikepdf.Dictionary(
        Font=pikepdf.Dictionary(F1=made.make_indirect(font)), XObject=pikepdf.Dictionary(Im1=foto)
    )
    content = f"BT /F1 18 Tf 20 150 Td ({text}) Tj ET q 120 0 0 90 20 20 cm /Im1 Do Q"
    first.Contents = made.make_stream(content.encode())
    first.PieceInfo = pikepdf.Dictionary(Maker=pikepdf.String(MAKER))
    made.docinfo["/Author"], made.docinfo["/Producer"] = MAKER, MAKER
    made.Root.Metadata = made.make_stream(_XMP)
    made.trailer.ID = pikepdf.Array([pikepdf.String(MAKER.encode()), pikepdf.String(MAKER.encode())])
    for target, keys in ((made.Root, root), (first, page)):
        for key, value in (keys or {}).items():
            target[key] = value
    return made


def saved(made: pikepdf.Pdf, **options: Any) -> bytes:
    """The bytes of an open document."""
    out = io.BytesIO()
    made.save(out, **options)
    return out.getvalue()


def docx(
    body: str = "",
    *,
    parts: dict[str, bytes] | None = None,
    types: dict[str, str] | None = None,
    relations: str = "",
    main: str = MAIN,
) -> bytes:
    """A docx with a line of text; its properties, revisions, comment and thumbnail name the maker.

    `body` is more XML in the document; `parts`, `types` and `relations` hang more in the package.
    """
    text = (
        f'<w:p w:rsidR="00AB12CD"><w:r><w:t>{ZICHTBAAR}</w:t></w:r>'
        f'<w:ins w:id="1" w:author="{MAKER}" w:date="2026-11-24T23:59:00Z"><w:r><w:t> erbij</w:t></w:r></w:ins></w:p>'
    )
    files = {
        "word/document.xml": (
            f'<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:body>{text}{body}</w:body></w:document>'
        ).encode(),
        "word/comments.xml": (
            f'<w:comments xmlns:w="{WORD}"><w:comment w:id="0" w:author="{MAKER}" w:initials="KM" '
            'w:date="2026-11-24T23:59:00Z"><w:p><w:r><w:t>opmerking</w:t></w:r></w:p></w:comment></w:comments>'
        ).encode(),
        "word/settings.xml": (
            f'<w:settings xmlns:w="{WORD}"><w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids>'
            f'<w:docVars><w:docVar w:name="x" w:val="{MAKER}"/></w:docVars></w:settings>'
        ).encode(),
        "docProps/core.xml": f"<coreProperties><creator>{MAKER}</creator></coreProperties>".encode(),
        "docProps/app.xml": f"<Properties><Company>{MAKER}</Company></Properties>".encode(),
        "docProps/custom.xml": f"<Properties><property>{MAKER}</property></Properties>".encode(),
        "docProps/thumbnail.jpeg": photo(),
        "word/media/foto.jpg": photo(),
        "word/people.xml": f"<people>{MAKER}</people>".encode(),
        "customXml/item1.xml": f"<geheim>{MAKER}</geheim>".encode(),
        **(parts or {}),
    }  # fmt: skip
    kinds = {
        "word/document.xml": main,
        "word/comments.xml": MAIN.replace("document.main", "comments"),
        "word/settings.xml": MAIN.replace("document.main", "settings"),
        **(types or {}),
    }
    document_relations = "".join(
        f'<Relationship Id="rIdx{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(
            [("comments", "comments.xml"), ("settings", "settings.xml"), ("image", "media/foto.jpg"),
             ("customXml", "../customXml/item1.xml")]
        )
    )  # fmt: skip
    files["word/_rels/document.xml.rels"] = _relations(document_relations + relations)
    files["_rels/.rels"] = _relations(
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{OFFICE}/metadata/core-properties" Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{OFFICE}/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/>'
    )
    return package(files, kinds)


def _relations(inside: str) -> bytes:
    return (
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        f"{inside}</Relationships>"
    ).encode()


def package(files: dict[str, bytes], kinds: dict[str, str]) -> bytes:
    """Parts as a zip, with the list of what each is."""
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    listing = (
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
        "<Default Extension='xml' ContentType='application/xml'/><Default Extension='jpg' ContentType='image/jpeg'/>"
        "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
        f"{overrides}</Types>"
    )
    return zipped({"[Content_Types].xml": listing.encode(), **files})


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def everything_in(data: bytes) -> bytes:
    """A file with all that is packed inside it unpacked beside it, so that a search misses nothing."""
    found = [data]
    if data.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(data)) as opened:
            for item in opened.objects:
                found.append(repr(item).encode())
                if isinstance(item, pikepdf.Stream):
                    found.append(item.read_raw_bytes())
                    try:
                        found.append(item.read_bytes())
                    except pikepdf.PdfError:
                        continue  # a picture: read raw above
    elif data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found += [name.encode() + archive.read(name) for name in archive.namelist()]
    return b"\n".join(found)
