"""Story: a receptionist reports in two minutes; the functionary reads it, calls first, and says something back."""

from conftest import owner_connection
from playwright.sync_api import expect


def test_from_the_balie_to_the_functionary_and_back(people):
    bas = people.page("bas.balie")
    bas.goto("/signaleren/invoeren/")
    bas.get_by_label("Hield een ander het paspoort of de ID-kaart vast?").check()
    bas.get_by_label("Vertel het in je eigen woorden").fill(
        "Een man hield twee paspoorten vast en praatte steeds."
    )
    bas.get_by_label("Waar gaat het over, in een paar woorden?").fill("Ander houdt paspoort vast")
    bas.get_by_role("group", name="Gaat het om iemand jonger dan 18?").get_by_label("Weet ik niet").check()
    bas.get_by_role("group", name="Is er haast bij?").get_by_label("Nee").check()
    bas.get_by_label("Het Meldpunt").check()
    bas.get_by_role("button", name="Melding versturen").click()
    expect(bas.get_by_role("heading", level=1)).to_contain_text("Je melding is binnen")

    noor = people.page("noor.voorbeeld")
    noor.goto("/signaleren/meldingen/")
    noor.get_by_role("link", name="Ander houdt paspoort vast").click()
    expect(noor.get_by_text("De leeftijd is niet bekend.")).to_be_visible()
    noor.get_by_label("Veilig Thuis gebeld").check()
    noor.get_by_label("Wie sprak je?").fill("dienstdoende medewerker")
    noor.get_by_label("Wat is afgesproken?").fill("Zij kijken mee.")
    noor.get_by_role("button", name="Telefoontje vastleggen").click()
    expect(noor.get_by_text("De leeftijd is niet bekend.")).not_to_be_visible()
    noor.get_by_label("Wat mag de melder weten?").fill("Dank je, we kijken ernaar.")
    noor.get_by_role("button", name="Bericht klaarzetten").click()

    bas.goto("/signaleren/mijn/")
    expect(bas.get_by_text("Dank je, we kijken ernaar.")).to_be_visible()
    expect(bas.get_by_text("Je melding is gelezen.")).to_be_visible()


def test_a_card_with_a_mistake_keeps_what_was_typed(people):
    bas = people.page("bas.balie")
    bas.goto("/signaleren/invoeren/baliemedewerker/")
    bas.get_by_label("Vertel het in je eigen woorden").fill("Dit mag niet weg.")
    bas.get_by_text("Weet je wie het is?").click()
    bas.get_by_label("Telefoonnummer van die persoon").fill("06-12")
    bas.get_by_label("Wanneer zag je dit voor het laatst?").fill("31-2-2026")
    bas.get_by_role("button", name="Melding versturen").click()

    expect(bas.get_by_label("Vertel het in je eigen woorden")).to_have_value("Dit mag niet weg.")
    expect(bas.get_by_label("Telefoonnummer van die persoon")).to_have_value("06-12")
    expect(bas.locator(".dz-veld--fout")).to_have_count(6)


def test_another_municipality_gets_a_page_that_does_not_exist(people):
    noor = people.page("noor.voorbeeld")
    noor.goto("/signaleren/meldingen/")
    url = noor.get_by_role("link", name="Ander houdt paspoort vast").get_attribute("href")

    otto = people.page("otto.elders")
    assert otto.goto(url).status == 404


def test_text_that_was_being_typed_when_the_session_ended_is_still_there(people, server):
    fenna = people.page("fenna.verzonnen")
    fenna.goto("/signaleren/invoeren/gespreksvoerder/")
    with owner_connection(server.database) as db:
        db.execute("UPDATE django_session SET expire_date = now() - interval '1 hour'")
    fenna.get_by_label("Vertel het in je eigen woorden").fill("Een zin die niet weg mag.")
    fenna.get_by_label("Waar gaat het over, in een paar woorden?").fill("Bewaard na uitloggen")
    fenna.get_by_role("group", name="Gaat het om iemand jonger dan 18?").get_by_label("Nee").check()
    fenna.get_by_role("group", name="Is er haast bij?").get_by_label("Nee").check()
    fenna.get_by_label("Het Meldpunt").check()
    fenna.get_by_role("button", name="Melding versturen").click()
    expect(fenna.locator("input[name=login]")).to_be_visible()
    with owner_connection(server.database) as db:
        kept = db.execute("SELECT string_agg(inhoud::text, '') FROM web_concept").fetchone()[0]
        db.execute("DELETE FROM web_cache")
    assert "niet weg" not in bytes.fromhex(kept.removeprefix("\\x")).decode("latin-1")

    from tests.support.people import fill_in_login

    fill_in_login(fenna, "fenna.verzonnen")
    expect(fenna.get_by_text("Een zin die niet weg mag.")).to_be_visible()
    fenna.get_by_role("button", name="Verder met deze tekst").click()
    expect(fenna.get_by_role("heading", level=1)).to_contain_text("Je melding is binnen")
