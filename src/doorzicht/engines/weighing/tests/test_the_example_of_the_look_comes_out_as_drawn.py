"""The weighing that the client saw as a picture: a young person who takes out money for somebody older.

One line differs on purpose (decision 0012): "staat de opbrengst af" supports "voordeel trekken" in sub 6.
"""

import pytest


@pytest.fixture
def weging(weeg):
    codes = ("CRI01", "CRI05", "CRI02", "CRI03", "CRI06", "ALG04")
    return weeg(*codes, leeftijd="onbekend", vorm="crimineel")


def test_sub_1_is_supported_by_transport_threat_extortion_and_vulnerable_position(weging, sub):
    beeld = sub(weging, 1)
    assert beeld.waardoor == {
        "H2": ("CRI05",),
        "M4": ("CRI02",),
        "M6": ("CRI02",),
        "M10": ("CRI03", "CRI06"),
        "P1": ("CRI01", "CRI03"),
    }


def test_services_in_sub_4_rest_on_the_first_observation(weging, sub):
    assert sub(weging, 4).waardoor["P4"] == ("CRI01",)


def test_paid_sex_another_country_and_organs_have_no_observation(weging, sub):
    assert "doel:ander_land" in sub(weging, 3).ontbreekt
    assert "doel:betaalde_seks" in sub(weging, 5).ontbreekt
    assert sub(weging, 7).middel == ()
    assert sub(weging, 9).middel == ("M4", "M6", "M10")


def test_the_dimensions_are_as_drawn(weging):
    counts = {d.dimensie.code: (d.sterk, d.middel, d.positief) for d in weging.profielen[0].dimensies}
    assert counts == {
        "D": (0, 0, False),
        "C": (0, 0, False),
        "V": (0, 1, False),
        "E": (1, 1, True),
        "X": (2, 0, True),
        "Y": (0, 1, False),
    }
