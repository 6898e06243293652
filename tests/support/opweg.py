"""Meldingen of the demo brought into every state of their way, by the verbs and the people who may use them.

Call inside `server.inside()`. What stands on the stage afterwards: a melding handed over, one that waits for a second
person, one at each privacycheck, one offered to the overleg, an open overleg with guests, a decision, an action and
privacycheck 2B, a planned overleg, and a list of what must be destroyed.
"""

import os
from contextlib import AbstractContextManager
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.ground.vault import api as vault
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.ground.verstrekking.api import Veld
from doorzicht.wings.regie import api as regie
from doorzicht.wings.signaleren import api as signaleren
from doorzicht.wings.signaleren.melding import actions as melding_actions
from doorzicht.wings.signaleren.melding import berichten, werklijst
from doorzicht.wings.signaleren.weging import actions, checks, voordragen
from doorzicht.wings.signaleren.weging.invoer import (
    Checkbesluit,
    GekozenVeld,
    VoordrachtInvoer,
    WegingInvoer,
)
from doorzicht.wings.signaleren.weging.models import Privacycheck, VoordrachtVeld
from doorzicht.wings.signaleren.weging.workflow import Poorten

NOOR, SIETSE, BRAM = "noor.voorbeeld", "sietse.denkbeeldig", "bram.testman"
GASTEN = ("mila.fictief", "joris.bedacht", "tess.denkbeeld", "hugo.handhaaf", "petra.ketenlid")
HEERDE = "0246"
SEEN = (signaleren.WaarnemingInvoer("ARB04"), signaleren.WaarnemingInvoer("ARB03"))
AKKOORD = Checkbesluit("akkoord", "Past bij de taak en is niet meer dan nodig.")


def account(who: str) -> UUID:
    """The id of a member of the cast."""
    return Medewerker.objects.get(gebruikersnaam=who).id


def being(who: str) -> AbstractContextManager[Actor]:
    """The database context of a member of the cast, in the roles they hold."""
    medewerker = Medewerker.objects.get(gebruikersnaam=who)
    rollen = medewerker.aanstellingen.values_list("rol", flat=True)
    return context(Actor.of(medewerker, rollen, medewerker.organisatie_id))


def now():
    """A minute ago: the wall compares with the start of the transaction."""
    return timezone.now() - timedelta(minutes=1)


def advance() -> UUID:
    """Bring the meldingen of the demo on their way; the one that was handed over is in no list any more."""
    with being(NOOR) as noor:
        page = werklijst.worklist(by=noor, today=timezone.localdate())
        found = {line.label: line.id for line in page.regels}
    handed_over = weigh(found["Huur en werk in één contract"], "afdeling")
    weigh(resident("Bewoner: stelen of drugs"), "riec")
    weigh(found["Meisje koopt dure spullen, oudere vriend regelt alles"], "vervolganalyse")
    analyse(found["Kinderen stelen in groep voor een oudere"], ask=False)
    propose(analyse(resident("Bewoner: bedelen")))
    offer(propose(analyse(found["Vrouwen die moeilijk leren werken in een vakantiehuis"])))
    on_agenda = (
        "Mannen in een schuur bij een kweker, twaalf uur per dag",
        "Baan in de horeca bleek iets heel anders",
    )
    for label in on_agenda:
        offer(propose(analyse(found[label])))
    hold_overleg(*on_agenda)
    destroy_soon(resident("Bewoner: nog niet duidelijk waarover"))
    return handed_over


def resident(label: str) -> UUID:
    """A report of somebody without an account."""
    invoer = signaleren.MeldingInvoer(
        kanaal="bewoner",
        inzending=os.urandom(32),
        label=label,
        verhaal="Achter de loods staan zes bedden op een rij.",
        leeftijd="meerderjarig",
        vormen=("arbeid",),
        plaats=signaleren.Plaats(plaats="Heerde", omschrijving="loods achter het tuincentrum"),
        personen=(signaleren.PersoonInvoer("Persoon 1", leeftijd="meerderjarig", waarnemingen=SEEN),),
        melder=signaleren.MelderInvoer("Mieke Melderson", "06 12 34 56 78", "bel na zes uur"),
    )
    with context(Actor.melder(HEERDE)) as melder:
        return signaleren.receive(invoer, by=melder, at=now()).melding_id


def weigh(melding_id: UUID, uitkomst: str) -> UUID:
    """Open, call first where that is due, and record a decision."""
    with being(NOOR) as noor:
        melding = melding_actions.open_melding(melding_id, by=noor, at=now())
        if melding_actions.needs_care_first(melding):
            melding_actions.record_call(
                melding_id, soort="veilig_thuis", wie="dienstdoende medewerker",
                uitkomst="Zij kijken mee en bellen morgen terug.", op=now(), by=noor,
            )  # fmt: skip
        berichten.answer(melding_id, "Dank je. We kijken ernaar.", by=noor, at=now())
        actions.record(melding_id, _decision(uitkomst), by=noor, at=now())
    return melding_id


def _decision(uitkomst: str) -> WegingInvoer:
    return WegingInvoer(
        poorten=Poorten(
            "openbare-orde", "ja", True, "Plaats en dag zijn genoemd.", True, "Laatst gezien gisteren."
        ),
        uitkomst=uitkomst,
        reden="W1 en W2 steunen elkaar.",
        overdracht_aan="Leerplicht, Lies Leermans",
        overdracht_op=timezone.localdate(),
        overdracht_hoe="Gebeld; alleen plaats en dag.",
        bronnen=("gezien-telefoon", "bag"),
        vraag="Is dit nummer eerder gemeld? Dat zegt of het vaker voorkomt.",
    )


def analyse(melding_id: UUID, *, ask: bool = True) -> UUID:
    """Through privacycheck 1, and ask "seen before?"."""
    weigh(melding_id, "vervolganalyse")
    with being(SIETSE) as sietse:
        check = Privacycheck.objects.get(dossier_id=melding_id)
        checks.decide_sources(check.id, AKKOORD, vrijgegeven=["gezien-telefoon"], by=sietse, at=now())
    if ask:
        with being(NOOR) as noor:
            checks.ask_seen_before(melding_id, by=noor, at=now())
    return melding_id


def propose(melding_id: UUID) -> UUID:
    """Ask privacycheck 2A for the place and what was seen; the id of the check."""
    with being(NOOR) as noor:
        melding = melding_actions.open_melding(melding_id, by=noor, at=now())
        codes = [v.code for v in voordragen.selectable(melding) if v.code in {"plaats", "p1-waarnemingen"}]
        label = next(
            r.label
            for r in werklijst.worklist(by=noor, today=timezone.localdate()).regels
            if r.id == melding_id
        )
        invoer = VoordrachtInvoer(
            label=label,
            grondslag="avg-6-1-e",
            doel="Besluiten over een controle.",
            noodzaak="Zonder plaats weet niemand waar.",
            vervalt_op=timezone.now() + timedelta(days=30),
            velden=tuple(GekozenVeld(code, "Nodig om af te spreken wie wat doet.") for code in codes),
            andere_grond="Drie waarnemingen op één plek.",
        )
        return voordragen.propose(melding_id, invoer, by=noor, at=now()).id


def offer(check_id: UUID) -> None:
    """Privacycheck 2A agrees with every field."""
    with being(SIETSE) as sietse:
        rows = VoordrachtVeld.objects.filter(dossier_id=Privacycheck.objects.get(pk=check_id).dossier_id)
        fields = set(rows.values_list("id", flat=True))
        voordragen.decide_fields(check_id, AKKOORD, vrijgegeven=fields, by=sietse, at=now())


def hold_overleg(decided: str, open_still: str) -> None:
    """An overleg that is going on, with guests, contributions, a decision, actions and privacycheck 2B."""
    begin = now()
    with being(BRAM) as bram:
        offers = {head.label: head.id for head in verstrekking.offered_to(HEERDE, "regie", by=bram, at=now())}
        later = regie.Moment(
            begin=begin + timedelta(days=28), eind=begin + timedelta(days=28, hours=2), plaats="Kamer De Eik"
        )
        regie.plan_overleg(later, by=bram, at=begin)
        moment = regie.Moment(begin=begin, eind=begin + timedelta(hours=2), plaats="Kamer De Verzonnen Den")
        regie.plan_overleg(moment, by=bram, at=begin)
        overleg = regie.plan_overleg(moment, by=bram, at=begin)
        punt, other = (
            regie.put_on_agenda(offers[label], overleg.id, by=bram, at=begin)
            for label in (decided, open_still)
        )
        for guest in GASTEN:
            regie.invite(overleg.id, account(guest), [punt.id, other.id], by=bram, at=begin)
        regie.open_overleg(overleg.id, by=bram, at=begin)
        regie.record_presence(overleg.id, account("mila.fictief"), aanwezig=True, by=bram, at=begin)
    with being("mila.fictief") as mila:
        regie.contribute(punt.id, "De omgevingsdienst kan mee.", eerder=None, by=mila, at=now())
    with being(BRAM) as bram:
        regie.decide(punt.id, DECISION, by=bram, at=now())
        for eigenaar in ("mila.fictief", NOOR):
            actie = regie.ActieInvoer(
                wat="De controle voorbereiden en onderdak regelen.",
                eigenaar=account(eigenaar),
                uiterlijk=timezone.localdate() + timedelta(days=7),
            )
            regie.add_actie(punt.id, actie, by=bram, at=now())
        first, _second = (regie.ask_check(punt.id, _proposal(), by=bram, at=now()) for _ in range(2))
    with being(SIETSE) as sietse:
        regie.answer_check(first.id, "akkoord", reden="Niet meer dan nodig.", by=sietse, at=now())


DECISION = regie.BesluitInvoer(
    soort="controle",
    motivering="Twee waarnemingen steunen elkaar, en er is onderdak te regelen.",
    anders="Politie: liever een week wachten.",
    zorgcheck="geregeld",
    zorg="Moviera houdt zes plekken vrij.",
    aan_melder="Er komt iemand kijken. Dank je.",
)


def _proposal() -> regie.Voorstel:
    return regie.Voorstel(
        aan_organisatie="odnv",
        grondslag="avg-6-1-e",
        taak="omgevingsplan",
        doel="De controle voorbereiden.",
        noodzaak="Zonder adres geen controle.",
        velden=(Veld("locatie", "Locatie", "Voorbeeldlaan 12, loods", "Om te kunnen plannen."),),
        niet_vrijgegeven=("Wie meldde",),
    )


def destroy_soon(melding_id: UUID) -> None:
    """A melding with which nothing was done, and whose time is over today."""
    weigh(melding_id, "niets")
    with context(Actor.systeem(HEERDE)) as house:
        vault.plan_destruction(melding_id, op=timezone.localdate(), bewaarregel="melding-niets")
        bewaren.prepare(on=timezone.localdate(), by=house)
