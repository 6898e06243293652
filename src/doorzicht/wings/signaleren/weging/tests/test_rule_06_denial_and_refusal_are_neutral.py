"""Product rule 6: denial and refusal weigh nothing, for or against, and do not travel to the overleg."""

from doorzicht.ground.access.api import context
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.weging import voordragen
from doorzicht.wings.signaleren.weging.beeld import weigh_table
from doorzicht.wings.signaleren.weging.selectors import read_table
from doorzicht.wings.signaleren.weging.tests.conftest import persoon


def answer(melding_id, by):
    tafel = read_table(Melding.objects.get(pk=melding_id), by=by, recht="melding.lezen", doel="toets")
    (beeld,) = weigh_table(tafel)
    return beeld.lid1, beeld.profielen


def test_denying_changes_no_element_and_no_dimension(melding, cast):
    with_denial, without = melding(persoon("ARB02", "ARB04", "ALG04")), melding(persoon("ARB02", "ARB04"))
    with context(cast("noor")) as noor:
        assert answer(with_denial, noor) == answer(without, noor)


def test_denying_alone_supports_nothing(melding, cast):
    melding_id = melding(persoon("ALG04"))
    with context(cast("noor")) as noor:
        clauses, profiles = answer(melding_id, noor)
    assert not any(c.handeling or c.middel or c.doel for c in clauses)
    assert not any(d.positief or d.waardoor for p in profiles for d in p.dimensies)


def test_denial_is_not_among_the_words_for_the_overleg(in_analysis, cast):
    melding_id = in_analysis(persoon("ARB02", "ALG04"))
    with context(cast("noor")):
        options = {o.code: o.inhoud for o in voordragen.selectable(Melding.objects.get(pk=melding_id))}
    assert "Ontkent" not in options["p1-waarnemingen"]
    assert "lange dagen" in options["p1-waarnemingen"]
