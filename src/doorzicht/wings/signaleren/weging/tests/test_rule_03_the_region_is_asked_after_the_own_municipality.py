"""Product rules 1 and 3: other municipalities after our own, only with privacycheck 1, and only where both agreed."""

from contextlib import nullcontext
from datetime import timedelta

import pytest

from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.ground.herkenning import api as herkenning
from doorzicht.ground.herkenning.models import Kenmerk, Regiokenmerk
from doorzicht.wings.signaleren.melding import actions as melding_actions
from doorzicht.wings.signaleren.melding.invoer import GegevenInvoer, MeldingInvoer
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.melding.ontvangen import receive
from doorzicht.wings.signaleren.weging import actions, checks, jobs, regiovraag, voordragen
from doorzicht.wings.signaleren.weging.invoer import Checkbesluit
from doorzicht.wings.signaleren.weging.models import Privacycheck
from doorzicht.wings.signaleren.weging.stand import read_standing
from doorzicht.wings.signaleren.weging.tests.conftest import besluit, persoon, voordracht
from doorzicht.wings.signaleren.weging.workflow import EerstVragen, StoptHier

PHONE = "+31612345678"
OOK_REGIO = ("gezien-telefoon", "gezien-regio")


def invoer(now) -> herkenning.AfspraakInvoer:
    today = now.date()
    return herkenning.AfspraakInvoer(
        "avg-6-1-e", "zaak 1", "zaak 2", today - timedelta(days=1), today + timedelta(days=99)
    )


@pytest.fixture
def join(actor, now):
    """`join("puck.elders")`: a municipality records that it may, and the job runs."""

    def record(*people: str) -> None:
        for who in people or ("sietse.denkbeeldig", "puck.elders"):
            with context(actor(who)) as by:
                regiovraag.join_region(invoer(now), by=by, at=now)
                code = by.organisatie_id
            jobs.reindex_region(code)

    return record


@pytest.fixture
def in_epe(actor, now):
    """`in_epe()`: a melding of Epe with the same number, of which privacycheck 1 agreed."""

    def make(*, vrijgegeven=OOK_REGIO, decision: str = "akkoord") -> object:
        otto = actor("otto.elders")
        with context(otto) as by:
            fields = MeldingInvoer(
                kanaal="medewerker",
                inzending=now.isoformat().encode().ljust(32, b"x"),
                label="Wit busje",
                verhaal="Een wit busje bij de camping.",
                leeftijd="meerderjarig",
                vormen=("arbeid",),
                personen=(persoon("ARB02", "ARB04"),),
                gegevens=(GegevenInvoer("telefoon", PHONE),),
            )
            melding_id = receive(fields, by=by, at=now).melding_id
            melding_actions.open_melding(melding_id, by=by, at=now)
            actions.record(melding_id, besluit("vervolganalyse", bronnen=OOK_REGIO), by=by, at=now)
        with context(actor("puck.elders")) as puck:
            check = Privacycheck.objects.get(dossier_id=melding_id)
            released = vrijgegeven if decision == "akkoord" else ()
            checks.decide_sources(
                check.id, Checkbesluit(decision, "Passend.", "Alleen BAG."), vrijgegeven=released, by=puck, at=now
            )  # fmt: skip
        return melding_id

    return make


@pytest.fixture
def ours(in_analysis, monkeypatch):
    """`ours()`: a melding of Heerde that privacycheck 1 let go to the region."""

    def make(vrijgegeven=OOK_REGIO):
        monkeypatch.setattr(
            "doorzicht.wings.signaleren.weging.tests.conftest.besluit",
            lambda uitkomst, **c: besluit(uitkomst, **({"bronnen": OOK_REGIO} | c)),
        )
        return in_analysis(vrijgegeven=vrijgegeven)

    return make


def ask(melding_id, cast, now, *, local=True):
    with context(cast("noor")) as noor:
        if local:
            checks.ask_seen_before(melding_id, by=noor, at=now)
        return {
            (a.organisatie_id, a.soort, a.antwoord)
            for a in regiovraag.ask_region(melding_id, by=noor, at=now)
        }


def test_the_other_municipality_knows_it(join, in_epe, ours, cast, now):
    join()
    in_epe()
    assert ask(ours(), cast, now) == {("0232", "telefoon", "hit")}


def test_the_own_municipality_goes_first(join, in_epe, ours, cast, now):
    join()
    in_epe()
    with pytest.raises(EerstVragen):
        ask(ours(), cast, now, local=False)


def test_privacycheck_1_must_let_it_go_to_the_region(join, in_epe, ours, cast, now):
    join()
    in_epe()
    with pytest.raises(Geweigerd, match="regio vrijgaf"):
        ask(ours(vrijgegeven=("gezien-telefoon",)), cast, now)


def test_what_their_privacycheck_kept_inside_is_not_found(join, in_epe, ours, cast, now):
    join()
    in_epe(vrijgegeven=("gezien-telefoon",))
    assert ask(ours(), cast, now) == {("0232", "", "geen")}


def test_what_their_privacycheck_rejected_is_not_found(join, in_epe, ours, cast, now):
    join()
    in_epe(decision="afgewezen")
    assert ask(ours(), cast, now) == {("0232", "", "geen")}


def test_a_rejection_later_takes_it_out_again(join, in_epe, ours, cast, actor, now):
    """Agreed, weighed again, and then refused: from the new question on it is not found."""
    join()
    theirs = in_epe()
    with context(actor("otto.elders")) as otto:
        assert Regiokenmerk.objects.filter(dossier_id=theirs).exists()
        actions.weigh_again(theirs, by=otto, at=now)
        actions.record(theirs, besluit("vervolganalyse", bronnen=OOK_REGIO), by=otto, at=now)
        assert not Kenmerk.objects.filter(dossier_id=theirs).exists()
        assert not Regiokenmerk.objects.filter(dossier_id=theirs).exists()
    with context(actor("puck.elders")) as puck:
        check = Privacycheck.objects.get(dossier_id=theirs, besluit="")
        checks.decide_sources(check.id, Checkbesluit("afgewezen", "Niet nodig."), by=puck, at=now)
    assert ask(ours(), cast, now) == {("0232", "", "geen")}


def test_a_melding_that_ends_in_niets_is_not_found_any_more(join, in_epe, ours, cast, actor, now):
    join()
    theirs = in_epe()
    with context(actor("otto.elders")) as otto:
        actions.weigh_again(theirs, by=otto, at=now)
        actions.record(theirs, besluit("niets"), by=otto, at=now)
    assert ask(ours(), cast, now) == {("0232", "", "geen")}


def test_what_was_released_before_the_arrangement_is_found_after_it(join, in_epe, ours, cast, now):
    in_epe()
    join()
    assert ask(ours(), cast, now) == {("0232", "telefoon", "hit")}


def test_the_job_makes_nothing_for_what_was_not_released(join, in_epe, actor, now):
    in_epe(vrijgegeven=("gezien-telefoon",))
    join()
    with context(actor("otto.elders")):
        assert Kenmerk.objects.exists()
        assert not Regiokenmerk.objects.exists()


def test_only_the_house_runs_that_job(actor, now):
    with context(actor("sietse.denkbeeldig")) as by, pytest.raises(Geweigerd):
        regiovraag.reindex_region(by=by, at=now)


@pytest.mark.parametrize(("hit", "expected"), [(True, nullcontext()), (False, pytest.raises(StoptHier))])
def test_a_hit_in_the_region_carries_it_further_and_no_hit_anywhere_ends_it(
    join, in_epe, ours, cast, now, hit, expected
):
    join()
    if hit:
        in_epe()
    melding_id = ours()
    ask(melding_id, cast, now)
    with context(cast("noor")) as noor, expected:
        voordragen.propose(melding_id, voordracht(), by=noor, at=now)


def test_the_answer_is_kept_encrypted_with_the_check(join, in_epe, ours, cast, actor, now):
    join()
    in_epe()
    melding_id = ours()
    ask(melding_id, cast, now)
    with context(cast("noor")) as noor:
        kept = read_standing(Melding.objects.get(pk=melding_id), by=noor).vrijgave
        assert kept.gezien == {"telefoon": "geen"}
        (line,) = kept.regio.regels
        assert line == {
            "organisatie": "0232",
            "soort": "telefoon",
            "antwoord": "hit",
            "bellen": str(actor("otto.elders").medewerker_id),
        }


def test_the_page_explains_per_municipality_and_shows_whom_to_call(join, in_epe, ours, cast, client_of, now):
    melding_id = ours()
    with context(cast("noor")) as noor:
        checks.ask_seen_before(melding_id, by=noor, at=now)
    noor, address = client_of("noor"), f"/signaleren/meldingen/{melding_id}/weging/"
    page = noor.get(address).content.decode()
    assert "Je gemeente legde nog geen grond, regeling en DPIA voor de regio vast" in page
    refused = noor.post(f"{address[:-7]}weging/eerder-gezien/regio/")
    assert refused.status_code == 403
    assert "De privacyfunctionaris doet dat" in refused.content.decode()
    join()
    in_epe()
    page = noor.get(address).content.decode()
    assert "Je kunt het vragen aan Epe." in page
    assert "Niet te vragen: 4 gemeenten" in page
    assert noor.post(f"{address}eerder-gezien/regio/").status_code == 302
    page = noor.get(address).content.decode()
    assert "ja, eerder gezien (telefoonnummer)" in page
    assert "Bel Otto Elders, aandachtsfunctionaris van Epe." in page


def test_who_may_not_weigh_cannot_ask(join, in_epe, ours, client_of, cast, now):
    join()
    in_epe()
    melding_id = ours()
    with context(cast("noor")) as noor:
        checks.ask_seen_before(melding_id, by=noor, at=now)
    address = f"/signaleren/meldingen/{melding_id}/weging/eerder-gezien/regio/"
    assert client_of("sietse").post(address).status_code == 403
    assert client_of("otto").post(address).status_code == 404
