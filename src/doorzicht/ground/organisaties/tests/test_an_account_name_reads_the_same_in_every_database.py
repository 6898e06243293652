"""An account has a plain name: no letter of it can count as another one in the locale of some database."""

import pytest
from django.db import IntegrityError

from doorzicht.ground.organisaties.api import (
    Medewerker,
    OngeldigeGebruikersnaam,
    Organisatie,
    check_gebruikersnaam,
    fold_gebruikersnaam,
)
from doorzicht.ground.organisaties.inrichten import account_name

ANDERS = [
    "ſietse",
    "kim\u212a",
    "dırk",
    "zoë",
    "ﬁen",
    "Noor",
    "noor ",
    "noor\n",
    "noor..v",
    ".noor",
    "noor@x",
    "",
]


@pytest.mark.parametrize("naam", ANDERS)
def test_another_name_is_refused_when_the_account_is_made(db, naam):
    with pytest.raises(OngeldigeGebruikersnaam, match=r"zoe\.zorgzaam"):
        Medewerker.objects.create_account(
            gebruikersnaam=naam,
            naam="Anna",
            email="",
            organisatie=Organisatie.objects.get(code="0246"),
            wachtwoord="lang genoeg en verzonnen",
        )


@pytest.mark.parametrize("naam", ANDERS)
def test_the_database_refuses_it_too(db, naam):
    with pytest.raises(IntegrityError, match="organisaties_medewerker_gebruikersnaam"):
        Medewerker.objects.create(gebruikersnaam=naam, naam="Anna", organisatie_id="0246")


@pytest.mark.parametrize("naam", ["anna.voorbeeld", "j-p_2.x", "7"])
def test_a_plain_name_is_taken_as_it_is(db, naam):
    Medewerker.objects.create(gebruikersnaam=check_gebruikersnaam(naam), naam="Anna", organisatie_id="0246")

    assert Medewerker.objects.filter(gebruikersnaam=naam).exists()


def test_the_names_that_we_make_ourselves_are_plain():
    assert check_gebruikersnaam(account_name("Zoë Zorgzaam")) == "zoe.zorgzaam"


@pytest.mark.parametrize("typed", ["Noor.Voorbeeld", " noor.voorbeeld ", "NOOR.VOORBEELD", "ｎoor.voorbeeld"])
def test_what_is_typed_is_folded_to_the_one_spelling(typed):
    assert fold_gebruikersnaam(typed) == "noor.voorbeeld"


def test_letters_that_some_locale_takes_for_ours_stay_others_or_become_ours_here():
    assert fold_gebruikersnaam("ſietſe") == fold_gebruikersnaam("SIETSE") == "sietse"
    assert fold_gebruikersnaam("\u212aim") == "kim"
    assert fold_gebruikersnaam("dırk") == "dırk", "no account can have this name"
