"""What cannot be right is said beside the field, in the language of the page, and the typed text stays."""

import pytest

from doorzicht.wings.signaleren.publiek.tests.conftest import Bewoner


def test_too_long_a_text_says_by_how_much_and_keeps_every_letter(bewoner, meldingen):
    text = "a" * 5007
    page = bewoner.vul_in(tot=3, verhaal=text)

    assert "Je tekst is 7 tekens te lang. Er passen er 5000 in." in page
    assert text in page
    assert meldingen() == []


def test_the_limit_is_told_before_anybody_types(bewoner):
    assert "Er passen 5000 tekens in" in bewoner.vul_in(tot=2)


def test_line_ends_count_as_one_character_as_they_were_typed(bewoner):
    page = bewoner.vul_in(
        tot=3, verhaal="\r\n".join(["regel"] * 833)
    )  # 4997 characters as typed, 5829 as sent

    assert "Waar en wanneer was het?" in page


@pytest.mark.parametrize(
    ("veld", "typed", "zin"),
    [
        ("dag", "31-2-2026", "Deze datum bestaat niet."),
        ("dag", "1-1-2099", "Deze dag moet nog komen."),
        ("dag", "ergens in de zomer", "Deze datum begrijpen we niet."),
        ("kenteken", "???", "Een kenteken heeft 3 tot 10 letters en cijfers"),
        ("webadres", "geen adres", "Dit is geen webadres."),
        ("huisnummer", "ergens", "Een huisnummer is een getal, bijvoorbeeld 12 of 12a."),
        ("huisnummer", "0", "Een huisnummer is een getal, bijvoorbeeld 12 of 12a."),
        ("postcode", "8181", "Een postcode heeft 4 cijfers en 2 letters, bijvoorbeeld 8181 AB."),
        ("postcode", "8181 SS", "Een postcode heeft 4 cijfers en 2 letters, bijvoorbeeld 8181 AB."),
        ("huisnummer", "1" * 13, "Dit is te lang. Er passen 12 tekens in."),
    ],
)
def test_a_mistake_about_the_place_is_explained(bewoner, veld, typed, zin):
    page = bewoner.vul_in(tot=4, **{veld: typed})

    assert "Stap 3 van 4" in page
    assert zin in page
    assert f'value="{typed}"' in page
    assert 'aria-invalid="true"' in page


@pytest.mark.parametrize(
    ("veld", "typed", "zin"),
    [
        ("telefoon", "06-12", "Dit telefoonnummer kan niet bestaan."),
        ("mijn_telefoon", "bel mij", "Vul één telefoonnummer in"),
        ("mijn_email", "naam.voorbeeld.nl", "In een e-mailadres staat een @."),
    ],
)
def test_a_mistake_in_a_number_is_explained_and_nothing_is_sent(bewoner, meldingen, veld, typed, zin):
    page = bewoner.verstuur(**{veld: typed})

    assert zin in page
    assert f'value="{typed}"' in page
    assert meldingen() == []


def test_an_english_page_explains_in_english(db):
    resident = Bewoner("/m/heerde/en/melden/")
    page = resident.vul_in(
        tot=4, dag="31-2-2026", kenteken="???", webadres="no address", postcode="8181", huisnummer="x"
    )
    assert "A house number is a number" in page
    assert "A Dutch postcode has 4 digits and 2 letters" in page
    assert "This date does not exist." in page
    assert "A number plate has 3 to 10 letters and digits" in page
    assert "This is not a web address." in page

    page = resident.verstuur(telefoon="06-12", mijn_telefoon="call me", mijn_email="name")
    assert "This phone number cannot exist." in page
    assert "Fill in one phone number, digits only." in page
    assert "An e-mail address has an @ in it." in page
    assert "5000" in Bewoner("/m/heerde/en/melden/").vul_in(tot=3, verhaal="a" * 5001)


def test_whether_it_is_a_minor_must_be_answered_and_unknown_is_an_answer(bewoner):
    page = bewoner.vul_in(tot=3, leeftijd="")
    assert "Kies een antwoord. ‘Weet ik niet’ mag ook." in page
    assert "Achter de loods staan zes bedden op een rij." in page

    assert "Stap 3 van 4" in bewoner.druk("verder", leeftijd="onbekend", verhaal="Zes bedden.")


def test_a_choice_or_a_sentence_is_enough_but_not_neither(bewoner):
    assert "Schrijf in één zin op wat je zag" in bewoner.vul_in(tot=3, verhaal="", gezien=[])
    assert "Stap 3 van 4" in bewoner.vul_in(tot=3, verhaal="", gezien=["pub-03"])
    assert "Stap 3 van 4" in bewoner.vul_in(tot=3, verhaal="Eén zin.", gezien=[])


def test_a_form_that_was_open_for_days_is_shown_again_with_everything_in_it(bewoner, meldingen):
    bewoner.vul_in()
    page = bewoner.druk("verstuur", bewijs="2026-01-01.00:oud", mijn_naam="Sam")

    assert "Nog één keer versturen" in page
    assert 'value="Sam"' in page
    assert meldingen() == []
    assert "Je melding is binnen" in bewoner.druk("verstuur")


def test_a_form_with_what_we_never_asked_is_sent_back_to_the_step(bewoner, meldingen):
    bewoner.vul_in()
    page = bewoner.druk("verstuur", gezien=["pub-99"], leeftijd="weet-ik-niet")

    assert "Stap 2 van 4" in page
    assert "Deze keuze staat niet meer op de lijst." in page
    assert meldingen() == []


@pytest.mark.parametrize("veld", ["stap", "naar"])
def test_a_step_that_no_page_has_is_the_first_and_never_an_error_page(bewoner, veld):
    bewoner.vul_in(tot=2)
    bewoner.post(bewoner.adres, bewoner.verborgen() | {"naar": "verder", veld: "9" * 5000})

    assert bewoner.antwoord.status_code == 200
    assert "van 4" in bewoner.pagina
