"""Done when 3: after the demo, the rulings and a day of work nothing that was typed can be read outside the vault.

Every field somebody types in gets a text of its own that occurs nowhere else, so that a find names the field. Looked
at: a dump of the whole database (also the bytes in it), the application's log, what the server printed, every mail,
files that were sent along, a backup, what its programs kept for a moment, every other file the server keeps, and
PostgreSQL's own files and log. For each place a control shows that the same search finds a text that was planted there.
"""

import re
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

import psycopg
import pytest
import yaml
from django.conf import settings
from playwright.sync_api import FilePayload

from doorzicht.doors.cli.demo_verhaal import read_data
from doorzicht.doors.cli.server.places import place_of
from doorzicht.doors.cli.server.supervisor import run_as_superuser
from doorzicht.ground.bestanden.api import Bestand, open_file
from doorzicht.ground.lib.receipt import parse_receipt
from tests.support import stappen
from tests.support.bestanden import MAKER, docx, everything_in, photo
from tests.support.datalekken import handle_breach
from tests.support.server import Server
from tests.support.speurder import Speurder, of_number
from tests.support.stappen import Besluit, Oordeel, Voordracht, button, choose, submit
from tests.support.toneel import being, fill, logged_in
from tests.support.vanger import Vanger
from tests.support.verhalen import go_on, press

RULINGS = settings.SHARED_DIR / "data" / "rechtspraak" / "open.yaml"
SOURCE = "Eerder gezien: adres"


@dataclass
class Kanaries:
    """`kanaries("reden")`: a text that was never typed before, remembered under this name."""

    texts: dict[str, str] = field(default_factory=dict)

    def __call__(self, name: str) -> str:
        text = f"kanarie {name} {secrets.token_hex(5)}"
        self.texts[text] = f"what was typed at {name}"
        return text

    def number(self, name: str, value: str) -> str:
        """A phone number or plate, looked for in every spelling."""
        self.texts |= dict.fromkeys(of_number(value), name)
        return value

    def receipt(self, words: str) -> str:
        """A receipt, as words and as digits, with and without what stands between them."""
        code = parse_receipt(words)
        for shown in (code.woorden, code.cijfers):
            self.texts |= dict.fromkeys(
                (shown.replace(" ", between) for between in (" ", "", "-")), "a receipt"
            )
        return words


@pytest.fixture(scope="module")
def kanaries() -> Kanaries:
    return Kanaries()


@pytest.fixture(scope="module")
def caught(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vanger]:
    """What its programs keep for a moment, from here on."""
    with Vanger(server.tmp, tmp_path_factory.mktemp("gevangen")) as vanger:
        yield vanger


@pytest.fixture(scope="module")
def worked_in(server: Server, browser, kanaries: Kanaries, caught: Vanger) -> Server:
    """The server after a day of work: demo, rulings, plan, staff and residents, jobs, seals and a backup."""
    fill(server)
    if RULINGS.exists():
        assert server.run("import-uitspraken", str(RULINGS)).returncode == 0
    with ExitStack() as stack:
        page = {
            who: stack.enter_context(logged_in(server, browser, who)).new_page()
            for who in (
                "",
                "bas.balie",
                "noor.voorbeeld",
                "sietse.denkbeeldig",
                "bram.testman",
                "mila.fictief",
                "faye.toezicht",
            )
        }
        report_at_the_balie(page["bas.balie"], kanaries)
        report_as_resident(page[""], kanaries)
        handle(page, kanaries)
        handle_breach(page["bas.balie"], page["faye.toezicht"], kanaries)
        go_astray(page, server, kanaries)
    commands = [("manage", "procrastinate", "worker", "--one-shot"), ("seal",)]
    commands += [] if settings.DOORZICHT_DATABASE_URL else [("backup",)]
    for command in commands:
        done = server.run(*command)
        assert done.returncode == 0, done.stderr
    return server


def sent_along(kanarie: Kanaries, where: str) -> list[FilePayload]:
    """A document and a photo with a text of their own in name, content and everything that describes them, and one
    that is refused."""
    text = kanarie(f"{where} document")
    kanarie.texts[MAKER] = "who made a file"
    word = docx(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
    return [
        {
            "name": f"{kanarie(f'{where} docxnaam')}.docx",
            "mimeType": "application/octet-stream",
            "buffer": word,
        },
        {"name": f"{kanarie(f'{where} fotonaam')}.jpg", "mimeType": "image/jpeg", "buffer": photo()},
        {"name": f"{kanarie(f'{where} filmnaam')}.mp4", "mimeType": "video/mp4", "buffer": text.encode() * 3},
    ]


def report_at_the_balie(page, kanarie: Kanaries) -> None:
    page.goto("/signaleren/invoeren/baliemedewerker/")
    page.get_by_label("Vertel het in je eigen woorden").fill(kanarie("balie verhaal"))
    page.get_by_label("Waar gaat het over, in een paar woorden?").fill(kanarie("balie label"))
    choose(page, "Gaat het om iemand jonger dan 18?", "Weet ik niet")
    page.get_by_label("Heb je een foto of document?").set_input_files(sent_along(kanarie, "balie"))
    choose(page, "Is er haast bij?", "Nee")
    page.get_by_label("Straat").fill(kanarie("balie straat"))
    page.get_by_label("Huisnummer").fill("12")
    page.get_by_label("Plaats", exact=True).fill(kanarie("balie plaats"))
    page.get_by_label("Of omschrijf de plek").fill(kanarie("balie omschrijving"))
    page.get_by_label("Kenteken").fill(kanarie.number("a plate", "KNR-77-X"))
    page.get_by_text("Weet je wie het is?").click()
    page.get_by_label("Naam van de persoon om wie het gaat").fill(kanarie("balie naam"))
    page.get_by_label("Telefoonnummer van die persoon").fill(kanarie.number("a phone number", "+31687654301"))
    page.get_by_label("Het Meldpunt").check()
    submit(page, "Melding versturen")


def report_as_resident(page, kanarie: Kanaries) -> None:
    page.goto("/m/heerde/melden/")
    page.check("input[name=spoed][value=kan-wachten]")
    go_on(page)
    page.check("input[name=vormen][value=arbeid]")
    page.fill("textarea[name=verhaal]", kanarie("bewoner verhaal"))
    page.check("input[name=leeftijd][value=meerderjarig]")
    go_on(page)
    page.fill("input[name=straat]", kanarie("bewoner straat"))
    page.fill("input[name=plaats]", "Heerde")
    page.fill("input[name=voertuig]", kanarie("bewoner voertuig"))
    page.fill("input[name=kenteken]", kanarie.number("a plate", "KNR-78-X"))
    page.fill("input[name=dag]", "gisteren")
    go_on(page)
    for name in ("naam", "mijn_naam", "veilig"):
        page.fill(f"input[name={name}]", kanarie(f"bewoner {name}"))
    page.fill("input[name=mijn_telefoon]", kanarie.number("a reporter's phone number", "+31687654302"))
    mail = f"kanarie.{secrets.token_hex(5)}@voorbeeld.example"
    page.fill("input[name=mijn_email]", kanarie.number("a reporter's mail", mail))
    page.set_input_files("input[name=bestanden]", sent_along(kanarie, "bewoner"))
    go_on(page, "verstuur")
    receipt = kanarie.receipt(page.locator(".dz-code").first.inner_text())
    page.fill("input[name=terug]", receipt)
    press(page)
    page.goto("/m/heerde/code/")
    page.fill("input[name=code]", receipt)
    press(page)
    page.fill("textarea[name=bericht]", kanarie("gesprek"))
    page.set_input_files("input[name=bestanden]", sent_along(kanarie, "gesprek"))
    press(page)


def handle(page, kanarie: Kanaries) -> None:
    """The resident's report from the worklist to a decision, every box filled in."""
    noor, sietse, bram, mila = (
        page[who] for who in ("noor.voorbeeld", "sietse.denkbeeldig", "bram.testman", "mila.fictief")
    )
    noor.goto("/signaleren/meldingen/")
    noor.get_by_role("link", name=re.compile("kanarie balie label")).click()
    noor.get_by_label("Veilig Thuis gebeld").check()
    noor.get_by_label("Wie sprak je?").fill(kanarie("bellen wie"))
    noor.get_by_label("Wat is afgesproken?").fill(kanarie("bellen uitkomst"))
    button(noor, "Telefoontje vastleggen")
    noor.get_by_label("Wat mag de melder weten?").fill(kanarie("antwoord"))
    button(noor, "Bericht klaarzetten")
    melding = stappen.open_weighing(noor, "Bewoner: werk en wonen")
    oordeel = Oordeel(
        taak="Goed verhuurderschap",
        concreet=kanarie("concreet"),
        recent=kanarie("recent"),
        reden=kanarie("weging reden"),
        vraag=kanarie("vraag"),
        bron=SOURCE,
    )
    stappen.weigh(noor, oordeel)
    stappen.open_check(sietse, "Bewoner: werk en wonen")
    stappen.answer_check_1(sietse, bron=SOURCE, reden=kanarie("check 1"))
    stappen.ask_seen_before(noor, melding)
    label = kanarie("voordracht label")
    voordracht = Voordracht(
        label=label,
        omschrijving=kanarie("omschrijving voor het overleg"),
        waarom_omschrijving=kanarie("waarom dit veld"),
        doel=kanarie("doel"),
        noodzaak=kanarie("noodzaak"),
        andere_grond=kanarie("andere grond"),
    )
    stappen.propose(noor, melding, voordracht)
    stappen.open_check(sietse, "Bewoner: werk en wonen")
    stappen.answer_check_2a(sietse, reden=kanarie("check 2A"))
    overleg = stappen.plan_overleg(bram, waar=kanarie("overleg waar"))
    stappen.open_offer(bram, label)
    stappen.put_on_agenda(bram, overleg)
    stappen.invite(bram, overleg, wie="Mila Fictief", punten=[label])
    stappen.open_overleg(bram, overleg)
    item = stappen.open_item(bram, overleg, label)
    mila.goto(item)
    mila.get_by_text("Zelf iets inbrengen").click()
    mila.get_by_label("Wat breng je in?").fill(kanarie("inbreng"))
    mila.get_by_label("Wat breng je in?").locator("xpath=ancestor::form").get_by_role("button").click()
    bram.goto(item)
    besluit = Besluit(
        soort="Controle voorbereiden",
        motivering=kanarie("motivering"),
        anders=kanarie("anders"),
        zorgcheck="Zorg en onderdak zijn geregeld",
        zorg=kanarie("zorg"),
        aan_melder=kanarie("aan de melder"),
    )
    stappen.decide(bram, besluit)
    for reader in (bram, mila):
        assert reader.request.get(f"/regie/overleg/{overleg}/besluitenlijst.pdf").ok


def go_astray(page, server: Server, kanarie: Kanaries) -> None:
    """What goes wrong: typed in the search box and the address bar, and a session that ends while typing."""
    noor, bas = page["noor.voorbeeld"], page["bas.balie"]
    noor.goto("/start/")
    noor.locator("input[name=nummer]").first.fill(kanarie("zoek"))
    noor.keyboard.press("Enter")
    page[""].goto(f"/m/heerde/{kanarie('adres').replace(' ', '%20')}/")
    bas.goto("/signaleren/invoeren/baliemedewerker/")
    with server.owner() as db:
        db.execute("UPDATE django_session SET expire_date = now() - interval '1 hour'")
    bas.get_by_label("Vertel het in je eigen woorden").fill(kanarie("uitgelogd"))
    button(bas, "Melding versturen")
    bas.locator("input[name=login]").fill(kanarie("inlognaam"))
    bas.locator("input[name=password]").fill(kanarie("wachtwoord"))
    press(bas)


def people_of_the_demo() -> Iterator[tuple[str, str]]:
    """What identifies somebody or tells their story in the demo, and the facts of the rulings."""
    demo = read_data("demo-meldingen.yaml")
    catalogue = files("doorzicht.ground.catalogus").joinpath("data", "waarnemingen.yaml").read_text()
    for row in demo["meldingen"]:
        if row["label"] not in catalogue:
            yield row["label"], "a label of the demo"
        yield row["verhaal"][:40], "a story of the demo"
        if "straat" in row["plaats"]:
            yield f"{row['plaats']['straat']} {row['plaats']['huisnummer']}", "an address of the demo"
        for person in row["personen"]:
            yield from (
                (person[key], f"{key} of the demo") for key in ("naam", "omschrijving") if key in person
            )
        for given in [*row.get("gegevens", []), *(g for p in row["personen"] for g in p.get("gegevens", []))]:
            yield from (
                (spelling, f"{given['soort']} of the demo") for spelling in of_number(given["waarde"])
            )
        yield from ((told, "a reporter of the demo") for told in row.get("melder", {}).values())
    story = read_data("demo-verhaal.yaml")
    del story["regio"]  # references to documents of the municipality, about nobody
    for text in texts_in(story):
        yield text[:40], "what somebody wrote in the demo"
    if RULINGS.exists():
        for ruling in yaml.safe_load(RULINGS.read_text())["rulings"]:
            yield from ((fact["text"][:40], f"a fact of ruling {ruling['id']}") for fact in ruling["facts"])


def texts_in(content: object) -> Iterator[str]:
    """Every sentence of a data file; codes, names and moments are shorter."""
    if isinstance(content, dict | list):
        for part in content.values() if isinstance(content, dict) else content:
            yield from texts_in(part)
    elif isinstance(content, str) and len(content) > 30:
        yield content


def dump(server: Server, target: Path) -> Path:
    """All of the database, as its administrator sees it."""
    assert run_as_superuser(settings.DOORZICHT_POSTGRES, "pg_dump", "-d", server.database, output=target) == 0
    return target


def files_of_postgres(server: Server) -> list[Path]:
    """The database's own files as they lie on the disk, the write-ahead log, and what the server logs."""
    data = place_of(settings.DOORZICHT_POSTGRES).data
    with server.owner() as db:
        (oid,) = db.execute("SELECT oid FROM pg_database WHERE datname = current_database()").fetchone()
    folders = (data / "base" / str(oid), data / "pg_wal", data / "log")
    return [path for folder in folders for path in folder.rglob("*") if path.is_file()]


needs_embedded = pytest.mark.skipif(
    bool(settings.DOORZICHT_DATABASE_URL),
    reason="the dump and the files of an external server are its owner's",
)


def files_of(server: Server, caught: Vanger) -> list[Path]:
    """Every file that the server keeps, and every one that its programs kept for a moment."""
    return [path for path in server.var.rglob("*") if path.is_file()] + caught.files()


@needs_embedded
def test_neither_dump_nor_any_file_holds_what_was_typed_or_who_it_is_about(
    worked_in, kanaries, caught, tmp_path
):
    var = files_of(worked_in, caught)
    assert {"uitvoer.txt", "doorzicht.log"} <= {path.name for path in var}
    kept = [path for path in var if "bestanden" in path.parts]
    assert len(kept) == 6, (
        "a document and a photo of each of three forms were not kept, so files were not looked at"
    )
    assert any(path.parent.name == "mail" for path in var), "nobody was mailed, so mails were not looked at"

    everything = Speurder(kanaries.texts | dict(people_of_the_demo()))
    assert everything.search([dump(worked_in, tmp_path / "dump.sql"), *var]) == []
    typed = Speurder(
        {text: what for text, what in kanaries.texts.items() if "kanarie" in text or "receipt" in what}
    )
    assert typed.search(files_of_postgres(worked_in)) == []


@needs_embedded
def test_a_backup_is_locked_as_a_whole(worked_in):
    """What is pressed together cannot be searched: so everything is locked but two lists, which were searched."""
    folder = worked_in.var / "back-up"
    backups = [path for path in folder.rglob("*") if path.is_file() and path.stat().st_size]
    locked = {path for path in backups if path.read_bytes().startswith(b"age-encryption.org/v1\n")}
    assert {path.name[:9] for path in locked} >= {"doorzicht", "sleutelkl"}
    assert {path.name for path in set(backups) - locked} <= {"overzicht.jsonl", "vernietigd.txt"}


def test_the_rulings_were_looked_at_too():
    if not RULINGS.exists():
        pytest.skip(f"the rulings are not beside this checkout ({RULINGS})")
    assert sum("ruling" in what for _, what in people_of_the_demo()) > 100


@needs_embedded
@pytest.mark.parametrize("table", ["as text", "as bytes"])
def test_the_same_search_finds_what_was_planted_in_the_database(worked_in, kanaries, tmp_path, table):
    planted = kanaries("geplant")
    with worked_in.owner() as db:
        if table == "as text":
            db.execute("UPDATE organisaties_organisatie SET slug = %s WHERE code = 'odnv'", [planted])
        else:
            db.execute("UPDATE web_concept SET inhoud = %s", [psycopg.Binary(planted.encode())])
    found = Speurder(kanaries.texts).search([dump(worked_in, tmp_path / "dump.sql")])
    assert [line for line in found if "geplant" in line] != []
    assert [line for line in found if "geplant" not in line] == []


def test_the_clean_copies_of_files_can_be_read_again_by_who_may(worked_in, kanaries):
    """Or the search found nothing because there is nothing."""
    with worked_in.inside(), being("noor.voorbeeld") as noor:
        found = b""
        for row in Bestand.objects.all():
            opened = open_file(row.id, dossier_id=row.dossier_id, recht="melding.lezen", by=noor)
            found += opened.naam.encode() + everything_in(b"".join(opened.stroom))
            opened.stroom.close()
    names = [
        text for text in kanaries.texts if "docxnaam" in text or "fotonaam" in text or " document " in text
    ]
    assert len(names) == 9
    assert [text for text in names if text.encode() not in found] == []
    assert MAKER.encode() not in found


@pytest.mark.parametrize("written", ["{}", '{{"a": "{}"}}', "GET /?q={}"])
def test_the_same_search_finds_what_was_planted_in_a_file(worked_in, kanaries, written):
    path = worked_in.var / "log" / "geplant.log"
    path.write_text(written.format(kanaries("bestand").replace(" ", "+" if "GET" in written else " ")))
    assert Speurder(kanaries.texts).search([path]) != []
    path.unlink()


@pytest.mark.parametrize("place", ["bestanden", "back-up", "mail", "log", "sleutelkluis", ""])
def test_the_same_search_finds_what_was_planted_in_each_place(worked_in, kanaries, caught, place):
    text = kanaries("ergens")
    path = worked_in.var / place / "geplant.bin"
    path.write_bytes(b"\0\1\2" + text.encode() + b"\xff")
    assert Speurder({text: "planted"}).search(files_of(worked_in, caught)) != []
    path.unlink()


def test_the_same_search_finds_what_a_program_kept_for_a_moment(worked_in, kanaries, caught):
    text = kanaries("even")
    program = (
        "import sys, tempfile, time\n"
        "with tempfile.TemporaryDirectory() as folder, open(folder + '/half', 'w') as f:\n"
        "    f.write(sys.argv[1]); f.flush(); time.sleep(0.1)\n"
    )
    subprocess.run([sys.executable, "-c", program, text], env=worked_in.environ(), check=True)
    assert list(worked_in.tmp.glob("tmp*")) == []
    assert Speurder({text: "planted"}).search(files_of(worked_in, caught)) != []
