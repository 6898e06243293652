"""What was released outside an overleg, on the stage: alive and ended ones for the police, and a mark to wait."""

from dataclasses import replace
from datetime import timedelta

from django.utils import timezone

from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.ground.vault import api as vault
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.ground.verstrekking.api import Aanbod, Ontvanger, Veld
from doorzicht.wings.regie.overleg.actions.wacht import set_wacht
from doorzicht.wings.regie.overleg.vooruitblik import Vooruitblik
from tests.support.server import Server
from tests.support.toneel import being


def give_and_end(server: Server) -> None:
    """Noor gives the police three things and takes one back; the police ask to wait with what comes on the table."""
    now = timezone.now()
    with server.inside():
        with being("noor.voorbeeld") as noor:
            offer = _offer()
            verstrekking.offer(replace(offer, label="Busje zonder ramen", slachtoffer=False), by=noor, at=now)
            # Older, so lower in the list, with more on its page: the walk stands on both, and gives both answers.
            earlier = now - timedelta(minutes=1)
            verstrekking.offer(replace(offer, label="Kamers boven een winkel"), by=noor, at=earlier)
            ended = verstrekking.offer(offer, by=noor, at=now)
            verstrekking.revoke(ended.id, reden="niet meer nodig", by=noor, at=now)
        with being("joris.bedacht") as joris:
            for row in Vooruitblik.objects.filter(medewerker_id=joris.medewerker_id):
                set_wacht(row.id, tot=local_day(now) + timedelta(days=7), by=joris, at=now)


def _offer() -> Aanbod:
    """From a dossier of its own, so that no melding of the story changes."""
    bron = vault.create_dossier(
        soort="melding", organisatie_id="0246", compartiment="algemeen", bewaarregel="melding-open"
    )
    return Aanbod(
        bron_dossier_id=bron.dossier_id,
        organisatie_id="0246",
        van_wing="signaleren",
        aan=Ontvanger("politie-on", "partner"),
        kader="politie",
        grondslag="aangifte",
        doel="beoordelen of er strafbare feiten zijn",
        noodzaak="zonder plaats geen onderzoek",
        label="Busje bij een loods",
        velden=(Veld("plaats", "Plaats", "Verzonnen Weg 1", "zonder plaats geen onderzoek"),),
        niet_vrijgegeven=("wie meldde",),
        slachtoffer=True,
        minderjarig="nee",
        vervalt_op=timezone.now() + timedelta(days=30),
        privacycheck_door=Medewerker.objects.get(gebruikersnaam="sietse.denkbeeldig").id,
    )
