"""Right after reporting the receipt is typed once: right is remembered, wrong shows it again; the melding is safe."""

import pytest

OVER = "/m/heerde/ontvangst/"


@pytest.fixture
def net_gemeld(bewoner):
    bewoner.verstuur()
    return bewoner


def type_over(bewoner, text: str) -> str:
    return bewoner.post(OVER, bewoner.verborgen() | {"terug": text})


def test_the_right_code_is_remembered(net_gemeld, meldingen):
    assert "Je code klopt" in type_over(net_gemeld, net_gemeld.code.upper().replace(" ", "-"))
    assert meldingen()[0].ontvangst_bevestigd


def test_the_digits_are_the_same_code(net_gemeld, meldingen):
    from doorzicht.ground.lib.receipt import parse_receipt

    assert "Je code klopt" in type_over(net_gemeld, parse_receipt(net_gemeld.code).cijfers)
    assert meldingen()[0].ontvangst_bevestigd


@pytest.mark.parametrize("typed", ["", "iets anders", "appel zeehond molen tulp regen"])
def test_a_wrong_code_shows_it_again_and_the_melding_stays(net_gemeld, meldingen, typed):
    code = net_gemeld.code
    page = type_over(net_gemeld, typed)

    assert net_gemeld.code == code
    assert "Je code klopt" not in page
    assert not meldingen()[0].ontvangst_bevestigd
    assert "Je code klopt" in type_over(net_gemeld, code)


def test_a_mark_of_another_municipality_confirms_nothing(net_gemeld, meldingen):
    page = net_gemeld.post("/m/epe/ontvangst/", net_gemeld.verborgen() | {"terug": net_gemeld.code})

    assert "Je code klopt" not in page
    assert not meldingen()[0].ontvangst_bevestigd


def test_the_code_is_in_no_address_and_no_header_and_is_not_kept(net_gemeld):
    answer = net_gemeld.antwoord
    assert net_gemeld.code.split()[0] not in answer.request["PATH_INFO"] + answer.request["QUERY_STRING"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert net_gemeld.client.get(OVER).status_code == 405
