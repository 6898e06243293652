"""A-01: a municipality without an aandachtsfunctionaris and a deputy cannot be switched on, nor an unread channel."""

from datetime import date, timedelta

import pytest

from doorzicht.ground.organisaties import api
from doorzicht.ground.organisaties.kanalen import LOKETTEN
from doorzicht.ground.organisaties.models import Aanstelling, Kanaal, Medewerker, Organisatie

TODAY = date(2026, 11, 24)
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def gemeente(db) -> Organisatie:
    """A municipality where nobody was appointed yet."""
    return Organisatie.objects.create(code="9999", naam="Proefstad", slug="proefstad", soort="gemeente")


@pytest.fixture
def appoint(gemeente):
    """`appoint("anna", deputy=False)`: an account with the role of aandachtsfunctionaris, from today."""

    def make(
        naam: str, *, deputy: bool = False, rol: str = "aandachtsfunctionaris", vanaf=TODAY
    ) -> Aanstelling:
        medewerker, _ = Medewerker.objects.get_or_create(
            gebruikersnaam=naam, defaults={"naam": naam, "organisatie": gemeente}
        )
        return api.appoint(medewerker, rol, organisatie=gemeente, vanaf=vanaf, plaatsvervanger=deputy)

    return make


def test_it_starts_with_a_holder_and_a_deputy(gemeente, appoint):
    appoint("anna")
    appoint("bert", deputy=True)

    api.switch_on(gemeente, on=TODAY)

    gemeente.refresh_from_db()
    assert gemeente.in_gebruik


def test_it_does_not_start_without_anybody(gemeente):
    with pytest.raises(api.GeenAandachtsfunctionaris, match="Proefstad"):
        api.switch_on(gemeente, on=TODAY)


def test_it_does_not_start_with_a_holder_alone(gemeente, appoint):
    appoint("anna")

    with pytest.raises(api.GeenAandachtsfunctionaris):
        api.switch_on(gemeente, on=TODAY)


def test_one_person_cannot_be_their_own_deputy(gemeente, appoint):
    appoint("anna")
    appoint("anna", deputy=True)

    with pytest.raises(api.GeenAandachtsfunctionaris):
        api.switch_on(gemeente, on=TODAY)


def test_two_holders_without_a_deputy_are_not_enough(gemeente, appoint):
    appoint("anna")
    appoint("bert")

    with pytest.raises(api.GeenAandachtsfunctionaris):
        api.switch_on(gemeente, on=TODAY)


def test_a_deputy_who_starts_tomorrow_does_not_count_today(gemeente, appoint):
    appoint("anna")
    appoint("bert", deputy=True, vanaf=TOMORROW)

    with pytest.raises(api.GeenAandachtsfunctionaris):
        api.switch_on(gemeente, on=TODAY)
    api.switch_on(gemeente, on=TOMORROW)


def test_a_deputy_whose_account_is_closed_does_not_count(gemeente, appoint):
    appoint("anna")
    deputy = appoint("bert", deputy=True).medewerker
    deputy.is_active = False
    deputy.save(update_fields=["is_active"])

    with pytest.raises(api.GeenAandachtsfunctionaris):
        api.switch_on(gemeente, on=TODAY)


def test_nobody_of_another_organisation_counts(gemeente, appoint):
    appoint("anna")
    otto = Medewerker.objects.get(gebruikersnaam="otto.elders")
    assert otto.aanstellingen.filter(rol="aandachtsfunctionaris").exists()

    with pytest.raises(api.GeenAandachtsfunctionaris):
        api.switch_on(gemeente, on=TODAY)


@pytest.mark.parametrize("soort", LOKETTEN)
def test_a_channel_that_nobody_reads_stays_closed(gemeente, soort):
    with pytest.raises(api.KanaalZonderLezer, match="Proefstad"):
        api.switch_on_kanaal(gemeente, soort, on=TODAY)
    assert not Kanaal.objects.filter(organisatie=gemeente, aan=True).exists()


@pytest.mark.parametrize("rol", api.READING_ROLES)
def test_a_channel_opens_when_somebody_is_appointed_to_read_it(gemeente, appoint, rol):
    appoint("anna", rol=rol)

    assert api.switch_on_kanaal(gemeente, "bewoner", on=TODAY).aan


def test_somebody_with_another_role_does_not_read_a_channel(gemeente, appoint):
    appoint("anna", rol="jurist")

    with pytest.raises(api.KanaalZonderLezer):
        api.switch_on_kanaal(gemeente, "bewoner", on=TODAY)


def test_all_six_municipalities_of_the_plan_are_on_in_the_cast(db):
    on = Organisatie.objects.filter(soort="gemeente", in_gebruik=True).values_list("code", flat=True)
    assert set(on) == {"0230", "0232", "0244", "0246", "0269", "0302"}
