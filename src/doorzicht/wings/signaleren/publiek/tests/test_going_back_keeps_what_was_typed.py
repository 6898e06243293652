"""Every step carries what was typed on the others; going back or changing something loses nothing."""

import re


def test_back_from_a_step_keeps_this_step_and_the_ones_before(bewoner):
    bewoner.vul_in(tot=3)
    page = bewoner.druk("terug", plaats="Heerde", omschrijving="bij de sluis")
    assert "Achter de loods staan zes bedden op een rij." in page
    assert re.search(r'value="pub-03"[^>]* checked>', page)
    assert not re.search(r'value="pub-04"[^>]* checked>', page)

    page = bewoner.druk("verder", verhaal="Nu zeven bedden.", leeftijd="onbekend")
    assert 'value="bij de sluis"' in page


def test_change_on_the_last_page_leads_to_the_step_and_back_to_everything(bewoner):
    bewoner.vul_in()
    page = bewoner.druk("2", mijn_naam="Sam", veilig="alleen bellen")
    assert "Stap 2 van 4" in page

    bewoner.druk("verder", verhaal="Nu zeven bedden.", leeftijd="minderjarig")
    page = bewoner.druk("verder", plaats="Heerde")
    assert "Nu zeven bedden." in page
    assert 'value="Sam"' in page
    assert 'value="alleen bellen"' in page


def test_enter_in_a_field_of_the_last_page_sends_nothing(bewoner, meldingen):
    page = bewoner.vul_in()
    first = page[page.index("<form") :].split('type="submit"')[1]
    assert 'value="4" hidden' in first

    assert "Stap 4 van 4" in bewoner.druk("4", mijn_naam="Sam")
    assert meldingen() == []


def test_the_last_page_shows_what_was_filled_in_before_it_is_sent(bewoner):
    page = bewoner.vul_in(kenteken="12-abc-3")

    for answer in ("Werk en wonen", "Een ander heeft het paspoort of de bankpas.", "gisteren", "12-abc-3",
                   "Achter de loods staan zes bedden op een rij.", "Weet ik niet", "Het kan wachten"):  # fmt: skip
        assert answer in page


def test_before_sending_it_says_who_reads_whether_the_police_know_and_how_to_stop(bewoner):
    page = bewoner.vul_in()
    send = page.index("Melding versturen")

    for words in (
        "Wie ziet dit?",
        "Weet de politie het dan?",
        "Kan ik stoppen?",
        "Namen hoef je niet te geven.",
    ):
        assert page.index(words) < send
    assert "aandachtsfunctionaris" in page
