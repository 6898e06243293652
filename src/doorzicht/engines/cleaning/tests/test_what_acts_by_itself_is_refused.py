"""Macros, scripts, attachments and what is fetched from elsewhere: refused, with the reason as a code."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from tests.support.bestanden import MAIN, OFFICE, WORD, document, docx, pdf, saved, zipped

from doorzicht.engines.cleaning import Onbruikbaar, clean


def script() -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def names(**kinds: Dictionary) -> dict[str, object]:
    return {"root": {"/Names": Dictionary(**kinds)}}


def opens(action: Dictionary) -> dict[str, object]:
    return {"root": {"/OpenAction": action}}


def remark(kind: str) -> dict[str, object]:
    return {"page": {"/Annots": Array([Dictionary(Type=Name.Annot, Subtype=Name(kind))])}}


PDFS = {
    "a script when it opens": (lambda: opens(script()), "actief"),
    "a script among the names": (lambda: names(JavaScript=Dictionary(Names=["a", script()])), "actief"),
    "a script when the page opens": (lambda: {"page": {"/AA": Dictionary(O=script())}}, "actief"),
    "a program that is started": (lambda: opens(Dictionary(S=Name.Launch, F="cmd.exe")), "actief"),
    "a form that sends itself": (lambda: opens(Dictionary(S=Name.SubmitForm, F="http://x")), "actief"),
    "a form of the other kind": (lambda: {"root": {"/AcroForm": Dictionary(Fields=[], XFA="x")}}, "actief"),
    "a film": (lambda: remark("/RichMedia"), "actief"),
    "files inside": (lambda: names(EmbeddedFiles=Dictionary(Names=[])), "bijlage"),
    "a portfolio": (lambda: {"root": {"/Collection": Dictionary(View=Name.D)}}, "bijlage"),
    "a pinned file": (lambda: remark("/FileAttachment"), "bijlage"),
}


def reason(data: bytes) -> str:
    with pytest.raises(Onbruikbaar) as refusal:
        clean(data)
    return refusal.value.reden


@pytest.mark.parametrize("what", PDFS)
def test_a_pdf_with(what):
    extra, why = PDFS[what]
    assert reason(pdf(**extra())) == why


def test_a_script_is_found_when_no_page_uses_it_and_it_lies_deep():
    made = document()
    made.Root.Outlines = made.make_indirect(Dictionary(First=Array([Array([Dictionary(A=script())])])))

    assert reason(saved(made, object_stream_mode=pikepdf.ObjectStreamMode.generate)) == "actief"


def test_a_pdf_that_only_says_on_which_page_to_open_is_no_danger():
    made = document()
    made.Root.OpenAction = Dictionary(S=Name.GoTo, D=Array([made.pages[0].obj, Name.Fit]))

    assert clean(saved(made)).soort == "pdf"


@pytest.mark.parametrize("owner_only", [True, False])
def test_a_pdf_that_is_locked(owner_only):
    lock = pikepdf.Encryption(owner="eigenaar", user="" if owner_only else "geheim")

    assert reason(saved(document(), encryption=lock)) == "op_slot"


def field(instruction: str) -> str:
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in instruction.split("|"))
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


BEGIN, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
NESTED = BEGIN + field("QUOTE 68 68 69") + END
BODIES = {
    "a command that is run": (field('DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"'), "actief"),
    "a command in pieces": (field("D|DE| c:\\\\cmd.exe"), "actief"),
    "a command in a simple field": ('<w:p><w:fldSimple w:instr=" DDE x y"/></w:p>', "actief"),
    "a command whose name is made by a field inside it": (NESTED, "actief"),
    "a text from elsewhere": (field('INCLUDETEXT "http://voorbeeld.example/x"'), "actief"),
    "a picture from elsewhere": (field('INCLUDEPICTURE "http://voorbeeld.example/x"'), "actief"),
    "a button that runs a macro": (field("MACROBUTTON doe klik"), "actief"),
    "a link to a share": (field('HYPERLINK "\\\\\\\\server\\\\map"'), "actief"),
    "an instruction outside a field": ("<w:p><w:r><w:instrText>DDE</w:instrText></w:r></w:p>", "actief"),
    "an object of another program": ('<w:p><o:OLEObject xmlns:o="o"/></w:p>', "bijlage"),
    "a document in the document": ('<w:altChunk r:id="rId9"/>', "bijlage"),
    "a control": ('<w:p><w:control/></w:p>', "actief"),
}  # fmt: skip


@pytest.mark.parametrize("what", BODIES)
def test_a_word_document_with(what):
    body, why = BODIES[what]
    assert reason(docx(body)) == why


@pytest.mark.parametrize(
    "instruction", ["PAGE", "NUMPAGES", 'TOC \\o "1-3"', "HYPERLINK https://voorbeeld.example"]
)
def test_a_word_document_with_ordinary_fields_is_no_danger(instruction):
    assert clean(docx(field(instruction))).soort == "docx"


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image", "http://voorbeeld.example/x.png"),
        ("oleObject", "http://voorbeeld.example/x"),
        ("frame", "file://x"),
    ],
)
def test_a_word_document_that_fetches_something(kind, target):
    outside = f'<Relationship Id="rIdO" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'

    assert reason(docx(relations=outside)) == "van_buiten"


@pytest.mark.parametrize("kind", ["oleObject", "package", "aFChunk", "video"])
def test_a_word_document_with_a_file_inside(kind):
    inside = f'<Relationship Id="rIdO" Type="{OFFICE}/{kind}" Target="embeddings/x.bin"/>'

    assert reason(docx(relations=inside, parts={"word/embeddings/x.bin": b"x"})) == "bijlage"


def test_a_macro_document_that_was_renamed():
    assert reason(docx(main="application/vnd.ms-word.document.macroEnabled.main+xml")) == "macro"


def test_a_macro_that_nothing_refers_to():
    assert reason(docx(parts={"word/vbaProject.bin": b"x"})) == "macro"


def test_a_control_that_nothing_refers_to():
    assert reason(docx(parts={"word/activeX/activeX1.xml": b"<x/>"})) == "actief"


def test_a_spreadsheet_or_a_plain_zip_that_was_renamed():
    assert (
        reason(docx(main="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"))
        == "soort"
    )
    assert reason(zipped({"a.txt": b"a"})) == "soort"


def test_a_word_document_that_is_locked_or_old():
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    assert reason(ole) == "oud_word"
    assert reason(ole + "EncryptedPackage".encode("utf-16-le")) == "op_slot"


def test_the_test_itself_sends_documents_that_are_taken_without_the_trap():
    assert clean(pdf()).soort == "pdf"
    assert clean(docx("<w:p/>")).soort == "docx"
    assert WORD in MAIN.replace("application/vnd.openxmlformats-officedocument.", WORD)
