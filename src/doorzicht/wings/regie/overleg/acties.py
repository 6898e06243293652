"""Questions about actions: of one item, of the municipality, and the one action that somebody has to do.

An action has a key of its own, so that its owner can read it when the item is shut to them.
"""

from collections.abc import Iterable
from uuid import UUID

from doorzicht.ground.access.api import Actor, may, require
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties import api as organisaties
from doorzicht.ground.vault import api as vault
from doorzicht.wings.regie.overleg import selectors
from doorzicht.wings.regie.overleg.gegevens import ActieBlad
from doorzicht.wings.regie.overleg.models import Actie, Agendapunt, Overleg

EIGEN, ZIEN = "actie.eigen_zien", "overleg.zien"


def of_punt(punt_id: UUID) -> tuple[ActieBlad, ...]:
    """What was agreed on one item, for who reads the item (whoever asks logs it with the item)."""
    return _sheets(Actie.objects.filter(agendapunt_id=punt_id))


def open_acties(*, by: Actor, voor: Overleg | None = None) -> tuple[ActieBlad, ...]:
    """The open actions of the municipality that this reader may see, the oldest term first; logged.

    `voor`: only what was agreed on in meetings before this one, also when this one is long over.
    """
    require(by, ZIEN)
    found = Actie.objects.filter(organisatie_id=by.organisatie_id, klaar_op__isnull=True)
    if voor is not None:
        earlier = Overleg.objects.filter(organisatie_id=by.organisatie_id, begin__lt=voor.begin)
        items = Agendapunt.objects.filter(overleg_id__in=earlier.exclude(pk=voor.pk).values("id"))
        found = found.filter(agendapunt_id__in=items.values("id"))
    return _logged(found, by=by, recht=ZIEN)


def own_acties(*, by: Actor) -> tuple[ActieBlad, ...]:
    """What this person still has to do, of whatever municipality it is, the oldest term first; logged."""
    require(by, EIGEN)
    if by.medewerker_id is None:
        return ()
    return _logged(Actie.objects.filter(eigenaar=by.medewerker_id, klaar_op__isnull=True), by=by, recht=EIGEN)


def find_actie(actie_id: UUID, *, by: Actor) -> ActieBlad:
    """One action, for whoever has to do it and for the standing members; logged.

    Raises `Actie.DoesNotExist`, and `SleutelVernietigd` when it was destroyed.
    """
    require(by, EIGEN, dossier_id=actie_id)
    row = Actie.objects.get(pk=actie_id)
    mine = row.eigenaar == by.medewerker_id
    if not mine and not (may(by, "overleg.vast_lid") and row.organisatie_id == by.organisatie_id):
        raise Actie.DoesNotExist
    sheets = _sheets([row])
    if not sheets:
        raise vault.SleutelVernietigd(row.id)
    logboek.record(by, "lees", "actie", [row.id], recht=EIGEN)
    return sheets[0]


def _logged(found: Iterable[Actie], *, by: Actor, recht: str) -> tuple[ActieBlad, ...]:
    sheets = _sheets(found)
    logboek.record(by, "lees", "actie", [sheet.id for sheet in sheets], recht=recht)
    return sheets


def _sheets(found: Iterable[Actie]) -> tuple[ActieBlad, ...]:
    """The actions with their owners and municipalities, the oldest term first. Three statements, and one if none."""
    rows = sorted(found, key=lambda row: (row.uiterlijk, row.id))
    if not rows:
        return ()
    keys = vault.open_dossiers(row.id for row in rows)
    names = selectors.people(row.eigenaar for row in rows)
    gemeenten = organisaties.Organisatie.objects.in_bulk({row.organisatie_id for row in rows})
    return tuple(
        ActieBlad(
            id=row.id,
            wat=keys[row.id].decrypt(row, "wat"),
            eigenaar=row.eigenaar,
            wie=names[row.eigenaar].naam,
            gemeente=gemeenten[row.organisatie_id].naam,
            afgesproken_op=row.afgesproken_op,
            uiterlijk=row.uiterlijk,
            klaar_op=row.klaar_op,
            resultaat=keys[row.id].decrypt(row, "resultaat"),
        )
        for row in rows
        if row.id in keys
    )
