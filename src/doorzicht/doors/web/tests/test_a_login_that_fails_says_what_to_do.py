"""A failed login says in plain Dutch what to do, and never whether the account is there, closed or somebody's."""

import pytest
from tests.support.cast import PASSWORD

from doorzicht.ground.organisaties.models import Medewerker

ZIN = "Deze naam en dit wachtwoord horen niet bij elkaar."


def _try(client, name: str, password: str) -> str:
    answer = client.post("/inloggen/", {"login": name, "password": password})
    assert answer.status_code == 200
    return answer.content.decode()


def _without_token(page: str, name: str) -> str:
    return "".join(line for line in page.splitlines() if "csrf" not in line).replace(name, "")


def test_a_wrong_password_is_told_with_what_to_do(client, db):
    page = _try(client, "noor.voorbeeld", "een verkeerd wachtwoord")

    assert ZIN in page
    assert "Bel je functioneel beheerder" in page


@pytest.mark.parametrize("other", ["niemand.bestaat", "bas.balie"])
def test_nobody_and_somebody_and_a_closed_account_get_the_same_page(client, db, other):
    Medewerker.objects.filter(gebruikersnaam="bas.balie").update(is_active=False)
    wrong = _try(client, "noor.voorbeeld", "een verkeerd wachtwoord")
    # Whoever left still knows the right password.
    assert _without_token(_try(client, other, PASSWORD), other) == _without_token(wrong, "noor.voorbeeld")


def test_a_locked_account_says_how_long_to_wait(client, db):
    for _ in range(5):
        _try(client, "noor.voorbeeld", "een verkeerd wachtwoord")

    assert "Wacht een kwartier" in _try(client, "noor.voorbeeld", PASSWORD)


def test_a_wrong_code_says_to_wait_for_the_next(client, db):
    client.post("/inloggen/", {"login": "noor.voorbeeld", "password": PASSWORD})

    assert (
        "Wacht op de volgende 6 cijfers"
        in client.post("/inloggen/code/", {"code": "000000"}).content.decode()
    )
