"""Where a court found exploitation and a means, the matrix touches them; what spoke against is shown.

Never a score on predicting the outcome: a missing act or means is no false positive (README of the rulings).
The coding was committed before there was a matrix. What the catalogue does not cover is listed by name, so
that a change for better or worse is seen, and every rate is printed with its n.
"""

from datetime import date

import pytest

from doorzicht.engines.weighing import Persoon, as_plain, weigh
from doorzicht.ground.catalogus.bestand import weegcatalogus_on
from doorzicht.ground.catalogus.codering import read_coding

CATALOGUS = weegcatalogus_on(date(2026, 11, 24))
MEANS = {
    "abuse_of_authority": {"M9"},
    "abuse_of_vulnerability": {"M10"},
    "deception": {"M8"},
    "threat": {"M4", "M5"},
}
ACTS = {"recruit": {"H1"}, "harbour": {"H4"}}
NOT_THE_ACT_OF_THE_COURT = {("O02", "recruit"), ("O05", "recruit"), ("O08", "recruit")}
"""No observation names recruiting without a false promise."""
NO_MEANS_TOUCHED = {"O12"}  # authority over a child: no observation names it; a minor needs no means
NOT_THE_MEANS_OF_THE_COURT = {
    ("O03", "deception"),  # no observation names deception by a friend
    ("O05", "abuse_of_authority"),  # coercion (M1) and pressure (M3, M5) are touched instead
    ("O05", "abuse_of_vulnerability"),
    ("O08", "abuse_of_vulnerability"),  # what made them vulnerable stands apart and touches nothing
    ("O12", "abuse_of_authority"),
    ("O12", "abuse_of_vulnerability"),
}


def _weigh(ruling_id, facts, *, only_full=False):
    coding = read_coding()[ruling_id]
    for persoon in coding.personen:
        against = [facts[f.feit - 1]["text"] for f in coding.facts_about(persoon.id, soort="tegenfeit")]
        codes = coding.observations_of(persoon.id, alleen_volledig=only_full)
        yield as_plain(weigh(CATALOGUS, Persoon(persoon.leeftijd, persoon.vorm, codes, tuple(against))))


def _touched(uitspraken, code, **how):
    return {
        element
        for plain in _weigh(code, uitspraken[code]["facts"], **how)
        for beeld in plain["lid1"]
        for element in beeld["waardoor"]
    }


@pytest.fixture
def exploited(uitspraken):
    return [code for code, r in uitspraken.items() if r["proven"].get("purpose_exploitation")]


@pytest.fixture
def with_means(uitspraken, exploited):
    return [code for code in exploited if uitspraken[code]["proven"].get("means")]


def test_exploitation_is_touched_wherever_a_court_found_it(uitspraken, exploited):
    hits = [code for code in exploited if "P1" in _touched(uitspraken, code)]
    full = [code for code in exploited if "P1" in _touched(uitspraken, code, only_full=True)]
    print(f"uitbuiting geraakt: {len(hits)} van n={len(exploited)}; zonder ‘deels’: {len(full)}")
    assert hits == exploited
    assert len(exploited) == 8


def test_a_means_is_touched_wherever_a_court_found_one(uitspraken, with_means):
    hits = {c for c in with_means if any(e.startswith("M") for e in _touched(uitspraken, c))}
    print(f"een middel geraakt: {len(hits)} van n={len(with_means)}; niet: {sorted(set(with_means) - hits)}")
    assert set(with_means) - hits == NO_MEANS_TOUCHED


def test_where_no_means_is_touched_none_is_required(uitspraken):
    for code in NO_MEANS_TOUCHED:
        for plain in _weigh(code, uitspraken[code]["facts"]):
            sub2 = plain["lid1"][1]
            assert sub2["middelVereist"] == "nee"
            assert "P1" in sub2["doel"]


def test_the_means_that_the_court_named_is_touched_except_where_listed(uitspraken, with_means):
    named = [(code, means) for code in with_means for means in uitspraken[code]["proven"]["means"]]
    missed = {pair for pair in named if not MEANS[pair[1]] & _touched(uitspraken, pair[0])}
    print(
        f"het middel van de rechter geraakt: {len(named) - len(missed)} van n={len(named)}; niet: {sorted(missed)}"
    )
    assert missed == NOT_THE_MEANS_OF_THE_COURT


def test_the_act_that_the_court_named_is_touched_except_where_listed(uitspraken, exploited):
    named = [(code, act) for code in exploited for act in uitspraken[code]["proven"].get("acts") or ()]
    missed = {pair for pair in named if not ACTS[pair[1]] & _touched(uitspraken, pair[0])}
    print(
        f"de handeling van de rechter geraakt: {len(named) - len(missed)} van n={len(named)}; niet: {sorted(missed)}"
    )
    assert missed == NOT_THE_ACT_OF_THE_COURT


def test_every_counter_fact_of_an_acquittal_is_shown(uitspraken):
    acquitted = [
        c for c, r in uitspraken.items() if r["proven"]["result"].startswith(("acquittal", "partial"))
    ]
    against = [
        (code, fact["text"])
        for code in acquitted
        for fact in uitspraken[code]["facts"]
        if fact.get("counter")
    ]
    shown = [
        (code, text)
        for code, text in against
        if all(text in plain["tegenfeiten"] for plain in _weigh(code, uitspraken[code]["facts"]))
    ]
    print(f"tegenfeiten van vrijspraken getoond: {len(shown)} van n={len(against)}")
    assert shown == against
    assert len(against) == 12


def test_counter_facts_move_nothing_in_any_ruling(uitspraken):
    for code, ruling in uitspraken.items():
        coding = read_coding()[code]
        for persoon, plain in zip(coding.personen, _weigh(code, ruling["facts"]), strict=True):
            bare = weigh(
                CATALOGUS, Persoon(persoon.leeftijd, persoon.vorm, coding.observations_of(persoon.id))
            )
            assert as_plain(bare)["lid1"] == plain["lid1"]
            assert as_plain(bare)["dimensies"] == plain["dimensies"]


def test_low_pay_insults_and_long_hours_alone_complete_no_sub(uitspraken):
    """O06, acquitted: what the court called bad conduct of an employer."""
    coding = read_coding()["O06"]
    codes = [c for c in coding.observations_of("O06-1") if c in ("ARB02", "ARB03")]
    plain = as_plain(weigh(CATALOGUS, Persoon("meerderjarig", "arbeid", tuple(codes))))
    assert codes
    assert all("middel" in plain["lid1"][sub - 1]["ontbreekt"] for sub in (1, 4))
