"""What the privacyfunctionaris sees: the open checks, and of one check what is needed to decide. Never the reporter."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from doorzicht.ground.access.api import Actor, require
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties import api as organisaties
from doorzicht.ground.vault import api as vault
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.weging.models import Privacycheck
from doorzicht.wings.signaleren.weging.selectors import PersoonOpTafel, Tafel, read_table
from doorzicht.wings.signaleren.weging.stand import CheckBlad, Stand, WegingBlad, read_standing
from doorzicht.wings.signaleren.weging.workflow import SOORTEN_CHECK

LEZEN = "privacycheck.lezen"
PAGE = 100


@dataclass(frozen=True, slots=True)
class Checkregel:
    """A line of the list: what is asked, of which melding, whose turn it is."""

    rij: Privacycheck
    nummer: str
    label: str
    spoed: str
    aan_zet: str


@dataclass(frozen=True, slots=True)
class Checkstuk:
    """A check with what it is about."""

    blad: CheckBlad
    weging: WegingBlad
    tafel: Tafel
    stand: Stand


def people(organisatie_id: str, *, today: date) -> dict[Any, str]:
    """Names of those who weigh or check here today."""
    rows = organisaties.aangesteld(
        organisatie_id, ["privacyfunctionaris", "aandachtsfunctionaris", "coordinator"], on=today
    )
    return {a.medewerker_id: a.medewerker.naam for a in rows}


def open_checks(*, by: Actor, today: date) -> list[Checkregel]:
    """The checks that wait for a decision, the one that ends first on top. Logged; a fixed number of statements."""
    require(by, "privacycheck.uitvoeren")
    rows = list(
        Privacycheck.objects.filter(organisatie_id=by.organisatie_id, besluit="").order_by("uiterlijk", "id")[
            :PAGE
        ]
    )
    ids = [row.dossier_id for row in rows]
    meldingen = (
        Melding.objects.filter(organisatie_id=by.organisatie_id)
        .only("id", "dossier_id", "organisatie_id", "nummer", "label", "spoed")
        .in_bulk(ids)
    )
    keys, names = vault.open_dossiers(ids), people(by.organisatie_id, today=today)
    logboek.record(by, "lees", "privacychecks", ids, recht=LEZEN)
    return [
        Checkregel(
            row,
            meldingen[row.dossier_id].nummer,
            keys[row.dossier_id].decrypt(meldingen[row.dossier_id], "label"),
            meldingen[row.dossier_id].spoed,
            "Jij" if row.gericht_aan == by.medewerker_id else names.get(row.gericht_aan, ""),
        )
        for row in rows
        if row.dossier_id in keys and row.dossier_id in meldingen
    ]


def count_open(*, by: Actor) -> int:
    """How many checks wait in this municipality."""
    require(by, "privacycheck.uitvoeren")
    return Privacycheck.objects.filter(organisatie_id=by.organisatie_id, besluit="").count()


def read_check(check_id: UUID, *, by: Actor) -> Checkstuk:
    """One check with what it is about; logged. Raises `Privacycheck.DoesNotExist`, also for a sealed melding."""
    require(by, "privacycheck.uitvoeren")
    row = Privacycheck.objects.get(pk=check_id, organisatie_id=by.organisatie_id)
    melding = Melding.objects.filter(
        pk=row.dossier_id, organisatie_id=by.organisatie_id, verzegeld=False
    ).first()
    if melding is None:
        raise Privacycheck.DoesNotExist
    tafel = read_table(melding, by=by, recht=LEZEN, doel=SOORTEN_CHECK[row.soort])
    stand = read_standing(melding, by=by)
    sheet = next(c for c in stand.checks if c.rij.id == check_id)
    weighing = next(w for w in stand.wegingen if w.rij.id == row.weging_id)
    return Checkstuk(sheet, weighing, tafel, stand)


def seen(stuk: Checkstuk) -> list[dict[str, Any]]:
    """What was seen, per person, called by number: labels of the catalogue only, no names, no sources."""
    groups = [
        (_number(p), [g for g in p.gezien if g.weegt_mee]) for p in stuk.tafel.vermoedelijke_slachtoffers
    ]
    groups.append(("Over de plek", [g for g in stuk.tafel.alles if g.over_plek]))
    return [
        {"kop": head, "regels": [f"{g.nummer} {_label(g.rij.code)}" for g in found]} for head, found in groups
    ]


def _number(p: PersoonOpTafel) -> str:
    return f"Persoon {p.rij.volgnummer}" + (f" uit {p.uit}" if p.uit else "")


def _label(code: str) -> str:
    entry = catalogus.op_code("waarnemingen").get(code)
    return str(entry["label"]) if entry else "anders"
