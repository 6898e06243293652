"""Every fact of every ruling is coded or says why not, and a changed fact is noticed."""

import pytest

from doorzicht.ground.catalogus.codering import FeitVeranderd, read_coding


def _texts(ruling):
    return [fact["text"] for fact in ruling["facts"]]


def test_every_ruling_and_every_fact_is_covered(uitspraken):
    assert set(read_coding()) == set(uitspraken)
    for code, coding in read_coding().items():
        coding.check_facts(_texts(uitspraken[code]))


def test_a_fact_that_changed_after_the_coding_is_noticed(uitspraken):
    texts = _texts(uitspraken["O01"])
    with pytest.raises(FeitVeranderd, match="O01, feit 2"):
        read_coding()["O01"].check_facts([texts[0], "iets anders", *texts[2:]])
    with pytest.raises(FeitVeranderd, match="gecodeerd zijn er 9"):
        read_coding()["O01"].check_facts(texts[:-1])


def test_every_counter_fact_of_the_source_is_a_counter_fact(uitspraken):
    for code, coding in read_coding().items():
        for feit, source in zip(coding.feiten, uitspraken[code]["facts"], strict=True):
            assert feit.soort == "tegenfeit" or not source.get("counter"), (code, feit.feit)


def test_ages_agree_with_what_the_court_said(uitspraken):
    for code, coding in read_coding().items():
        minor = uitspraken[code]["victim_minor"]
        ages = {persoon.leeftijd for persoon in coding.personen}
        assert ("minderjarig" in ages) is (minor is True), code
        assert ("meerderjarig" in ages) is (minor is False), code


def test_a_fact_about_nobody_in_particular_counts_for_nobody():
    coding = read_coding()["O10"]
    assert coding.observations_of("O10-1") == ("ARB02",)
    assert coding.observations_of("O10-2") == ("ARB02",)
    assert [f.feit for f in coding.feiten if f.soort == "waarneming" and not f.over] == [2, 3, 4, 6]


def test_uncoded_facts_say_why():
    uncoded = [f for c in read_coding().values() for f in c.feiten if f.soort == "ongecodeerd"]
    total = sum(len(c.feiten) for c in read_coding().values())
    print(f"ongecodeerd: {len(uncoded)} van n={total} feiten")
    assert uncoded
    assert all(feit.reden and not feit.codes for feit in uncoded)
