"""Product rule 8: who is of the police brings in police data, whatever else they are appointed to."""

import pytest

from doorzicht.ground.access.api import context
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.organisaties.models import Aanstelling
from doorzicht.wings.regie.overleg.models import Bijdrage
from doorzicht.wings.regie.overleg.selectors import invitable


@pytest.fixture
def also(now):
    """`also(joris, "riec-on")`: comes for a second organisation too."""

    def appoint(who, organisatie_id, rol="loo_partner"):
        Aanstelling.objects.create(
            medewerker_id=who.medewerker_id, organisatie_id=organisatie_id, rol=rol, vanaf=local_day(now)
        )

    return appoint


@pytest.mark.parametrize("elsewhere", ["odnv", "riec-on"])  # one by name before the police, one after
def test_an_officer_who_also_comes_for_another_organisation_is_police(
    also, meeting, joris, bram, actor, elsewhere
):
    also(joris, elsewhere)
    meeting("Loods", gasten={0: [joris]})

    with context(bram):
        place = Bijdrage.objects.get(van_medewerker=joris.medewerker_id)
    assert (place.compartiment, place.van_organisatie_id) == ("wpg", "politie-on")
    with context(actor("noor.voorbeeld")):
        assert not Bijdrage.objects.filter(van_medewerker=joris.medewerker_id).exists()


def test_who_comes_for_two_partners_does_not_become_police(also, mila, bram, now):
    also(mila, "riec-on")

    with context(bram):
        found = invitable(on=local_day(now), by=bram)
    assert found[mila.medewerker_id].politie is False
    assert found[mila.medewerker_id].organisatie_id in {"odnv", "riec-on"}
