"""No support without its source: per element the observations, per dimension the observation and the reason."""

from doorzicht.engines.weighing.text import as_text


def test_every_element_shown_names_its_observations(weeg, catalogus):
    weging = weeg(*catalogus.waarnemingen, leeftijd="minderjarig", vorm="seksueel")
    for beeld in weging.lid1:
        genoemd = (*beeld.handeling, *beeld.middel, *beeld.doel)
        assert tuple(beeld.waardoor) == genoemd
        assert all(beeld.waardoor[code] for code in genoemd)
        for code, codes in beeld.waardoor.items():
            for waarneming in codes:
                assert code in {raakt.element for raakt in catalogus.waarnemingen[waarneming].raakt}


def test_every_count_in_a_dimension_has_a_reason(weeg, catalogus):
    for beeld in weeg(*catalogus.waarnemingen, leeftijd="onbekend", vorm="onbekend").profielen:
        for dimensie in beeld.dimensies:
            assert len(dimensie.waardoor) == dimensie.sterk + dimensie.middel + dimensie.zwak
            assert all(telling.reden for telling in dimensie.waardoor)


def test_the_text_prints_the_reasons_beside_the_result(weeg):
    text = as_text(weeg("ARB02", "ARB05"))
    assert "M8 gesteund door ARB05" in text
    assert "ARB02 (sterk): Is het ILO-item ‘te veel dagen of uren’." in text


def test_a_code_with_several_meanings_asks_which_was_seen(weeg):
    assert any("Schrijf bij de waarneming op" in punt.tekst for punt in weeg("ARB06").let_op)


def test_a_means_that_is_not_named_is_not_filled_in(weeg, sub):
    weging = weeg("CRI01", vorm="crimineel")
    assert sub(weging, 1).middel == ()
    assert any("zegt niet welke" in punt.tekst for punt in weging.let_op)
