"""What must hold whatever somebody chooses, tried on hundreds of choices."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doorzicht.engines.weighing import Persoon, as_plain, build_weegcatalogus, weigh
from doorzicht.engines.weighing.tests.conftest import read_parts

CATALOGUS = build_weegcatalogus(versie="test", **read_parts())
ALL = sorted(CATALOGUS.waarnemingen)
SILENT = [w.code for w in CATALOGUS.waarnemingen.values() if not w.telt]
CODES = st.lists(st.sampled_from(ALL), max_size=8, unique=True)
AGES = st.sampled_from(["minderjarig", "meerderjarig", "onbekend"])
FORMS = st.sampled_from(sorted(CATALOGUS.vormen))

pytestmark = pytest.mark.filterwarnings("error")
few = settings(max_examples=150, deadline=None)


def _weigh(codes, leeftijd, vorm, tegenfeiten=()):
    return weigh(CATALOGUS, Persoon(leeftijd, vorm, tuple(codes), tuple(tegenfeiten)))


def _about_the_person(weging):
    plain = as_plain(weging)
    return plain["lid1"], plain["dimensies"], plain.get("perProfiel")


@few
@given(CODES, AGES, FORMS, st.lists(st.sampled_from(SILENT)), st.lists(st.text(max_size=20), max_size=3))
def test_denial_background_places_and_counter_facts_change_nothing(codes, leeftijd, vorm, silent, against):
    plain = _about_the_person(_weigh(codes, leeftijd, vorm))
    assert _about_the_person(_weigh([*codes, *silent], leeftijd, vorm, against)) == plain


@few
@given(CODES, AGES, FORMS, st.randoms())
def test_the_order_does_not_matter(codes, leeftijd, vorm, random):
    shuffled = random.sample(codes, len(codes))
    assert _weigh(shuffled, leeftijd, vorm) == _weigh(codes, leeftijd, vorm)


@few
@given(CODES, st.sampled_from(ALL), AGES, FORMS)
def test_another_observation_never_removes_support(codes, more, leeftijd, vorm):
    before, after = _weigh(codes, leeftijd, vorm), _weigh([*codes, more], leeftijd, vorm)
    for old, new in zip(before.lid1, after.lid1, strict=True):
        for element, by in old.waardoor.items():
            assert set(by) <= set(new.waardoor[element])
        assert set(new.ontbreekt) <= set(old.ontbreekt)
    for old_view, new_view in zip(before.profielen, after.profielen, strict=True):
        for old_d, new_d in zip(old_view.dimensies, new_view.dimensies, strict=True):
            assert new_d.positief or not old_d.positief


@few
@given(CODES, FORMS)
def test_a_child_never_misses_what_an_adult_has(codes, vorm):
    child, adult = _weigh(codes, "minderjarig", vorm), _weigh(codes, "meerderjarig", vorm)
    for young, old in zip(child.lid1, adult.lid1, strict=True):
        assert set(young.ontbreekt) <= set(old.ontbreekt)
        assert set(old.handeling) <= set(young.handeling)
        assert set(old.doel) <= set(young.doel)
    for young_view, old_view in zip(child.profielen, adult.profielen, strict=True):
        for young_d, old_d in zip(young_view.dimensies, old_view.dimensies, strict=True):
            assert young_d.positief or not old_d.positief


@few
@given(CODES, FORMS)
def test_an_unknown_age_is_read_as_the_child_first_and_the_adult_beside_it(codes, vorm):
    unknown = as_plain(_weigh(codes, "onbekend", vorm))["perProfiel"]
    for leeftijd in ("minderjarig", "meerderjarig"):
        for beeld in _weigh(codes, leeftijd, vorm).profielen:
            code = beeld.profiel.code
            positief = {d.dimensie.code: d.positief for d in beeld.dimensies}
            assert {d: view["positief"] for d, view in unknown[code].items()} == positief


@few
@given(CODES, AGES, FORMS)
def test_the_same_question_gets_the_same_answer(codes, leeftijd, vorm):
    assert as_plain(_weigh(codes, leeftijd, vorm)) == as_plain(_weigh(codes, leeftijd, vorm))
