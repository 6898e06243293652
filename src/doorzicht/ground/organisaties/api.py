"""The door of organisaties: switch a municipality on, appoint people, find who holds a role today."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.db import connection
from django.db.models import Q, QuerySet

from doorzicht.ground.lib.queries import read_queries
from doorzicht.ground.organisaties.actor import Actor
from doorzicht.ground.organisaties.gebruikersnaam import (
    OngeldigeGebruikersnaam,
    check_gebruikersnaam,
    fold_gebruikersnaam,
)
from doorzicht.ground.organisaties.models import Aanstelling, Kanaal, Koppeling, Medewerker, Organisatie
from doorzicht.ground.organisaties.rollen import ONMISBAAR, ONVERENIGBAAR, ROLLEN

__all__ = [
    "ONMISBAAR",
    "ROLLEN",
    "Aanstelling",
    "GeenAandachtsfunctionaris",
    "Kanaal",
    "KanaalZonderLezer",
    "Koppeling",
    "Medewerker",
    "OngeldigeGebruikersnaam",
    "OnverenigbareRollen",
    "Organisatie",
    "aangesteld",
    "appoint",
    "by_turn",
    "check_compatible",
    "check_gebruikersnaam",
    "check_occupation",
    "fold_gebruikersnaam",
    "hold_occupation",
    "houses",
    "mark_read",
    "others_for_good",
    "roles_of",
    "switch_on",
    "switch_on_kanaal",
]


QUERIES = read_queries("doorzicht.ground.organisaties", "bezetting.sql")


class GeenAandachtsfunctionaris(Exception):
    """A municipality needs an aandachtsfunctionaris and a deputy, two people, before it starts (A-01)."""


class KanaalZonderLezer(Exception):
    """A channel that nobody reads must not be open: a report in it would be lost."""


class OnverenigbareRollen(Exception):
    """Nobody checks their own work: these two roles are not held by one person. The message is fit for the screen."""


READING_ROLES = ("aandachtsfunctionaris", "meldpuntmedewerker")


def aangesteld(organisatie_id: str, rollen: Iterable[str], *, on: date) -> QuerySet[Aanstelling]:
    """The appointments to any of `rollen` that are valid on a day, of active accounts; holders before deputies."""
    return (
        Aanstelling.objects.filter(
            Q(tot__isnull=True) | Q(tot__gte=on),
            organisatie_id=organisatie_id,
            rol__in=list(rollen),
            vanaf__lte=on,
            medewerker__is_active=True,
        )
        .select_related("medewerker")
        .order_by("plaatsvervanger", "medewerker__naam")
    )


def others_for_good(row: Aanstelling, *, on: date) -> QuerySet[Aanstelling]:
    """Who else holds this role on a day and has no last day: a stand-in for some days leaves it empty after those."""
    same = aangesteld(row.organisatie_id, [row.rol], on=on)
    return same.filter(tot__isnull=True).exclude(medewerker_id=row.medewerker_id)


def hold_occupation(organisatie_id: str) -> None:
    """Let nobody else change who holds which role here until the transaction ends: two who end a role at the same
    moment would each see the other's holder."""
    with connection.cursor() as cursor:
        cursor.execute(QUERIES["slot"], {"organisatie_id": organisatie_id})


def by_turn(organisatie_id: str, rol: str, *, on: date) -> list[Aanstelling]:
    """Whose turn it is on a day: a stand-in for some days (the holder is away), then holders, then other deputies."""
    found = aangesteld(organisatie_id, [rol], on=on)
    return sorted(found, key=lambda a: not (a.plaatsvervanger and a.tot is not None))


def houses(**kept: object) -> Iterator[Actor]:
    """The house itself, as the actor for one organisation after the other; `kept` filters them by column.

    For jobs: open a context for each, so that no transaction sees two organisations.
    """
    codes = Organisatie.objects.filter(**kept).order_by("code").values_list("code", flat=True)
    for code in list(codes):
        yield Actor.systeem(code)


def appoint(
    medewerker: Medewerker, rol: str, *, organisatie: Organisatie, vanaf: date, plaatsvervanger: bool = False
) -> Aanstelling:
    """Give a person a role. Raises `KeyError` for a role that does not exist."""
    return Aanstelling.objects.create(
        medewerker=medewerker,
        organisatie=organisatie,
        rol=ROLLEN[rol].code,
        vanaf=vanaf,
        plaatsvervanger=plaatsvervanger,
    )


def roles_of(medewerker: Medewerker, *, on: date) -> frozenset[str]:
    """The roles somebody holds on a day for their own organisation."""
    rows = Aanstelling.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=on),
        medewerker=medewerker,
        organisatie_id=medewerker.organisatie_id,
        vanaf__lte=on,
    )
    return frozenset(rows.values_list("rol", flat=True))


def check_compatible(medewerker: Medewerker, rol: str, *, on: date) -> None:
    """Whether somebody may get this role beside those they hold. Raises `OnverenigbareRollen`."""
    held = roles_of(medewerker, on=on)
    for een, ander in ONVERENIGBAAR:
        for mine, theirs in ((een, ander), (ander, een)):
            if rol in mine and (clash := sorted(held & theirs)):
                raise OnverenigbareRollen(
                    f"{medewerker.naam} is al {ROLLEN[clash[0]].naam} en kan niet ook {ROLLEN[rol].naam} zijn: "
                    "niemand controleert het eigen werk. Kies iemand anders."
                )


def check_occupation(organisatie: Organisatie, *, on: date) -> None:
    """Whether a municipality that runs can go on: holder and deputy, and a reader for every way in. Raises
    `GeenAandachtsfunctionaris`, `KanaalZonderLezer`."""
    if organisatie.in_gebruik:
        _two_holders(organisatie, on=on)
    if organisatie.kanalen.filter(aan=True).exists():
        _reader(organisatie, on=on)


def switch_on(organisatie: Organisatie, *, on: date) -> None:
    """Let a municipality start. Raises `GeenAandachtsfunctionaris` when holder or deputy is missing (A-01)."""
    _two_holders(organisatie, on=on)
    organisatie.in_gebruik = True
    organisatie.save(update_fields=["in_gebruik"])


def _two_holders(organisatie: Organisatie, *, on: date) -> None:
    holders = list(aangesteld(organisatie.code, ["aandachtsfunctionaris"], on=on))
    people = {h.medewerker_id for h in holders}
    if len(people) < 2 or not any(h.plaatsvervanger for h in holders):
        raise GeenAandachtsfunctionaris(
            f"{organisatie.naam} heeft een aandachtsfunctionaris en een plaatsvervanger nodig: twee mensen."
        )


def switch_on_kanaal(organisatie: Organisatie, soort: str, *, on: date) -> Kanaal:
    """Open a way in. Raises `KanaalZonderLezer` when nobody is appointed to read it."""
    _reader(organisatie, on=on)
    kanaal, _ = Kanaal.objects.get_or_create(organisatie=organisatie, soort=soort)
    kanaal.aan = True
    kanaal.save(update_fields=["aan"])
    return kanaal


def _reader(organisatie: Organisatie, *, on: date) -> None:
    if not aangesteld(organisatie.code, READING_ROLES, on=on).exists():
        raise KanaalZonderLezer(f"Niemand in {organisatie.naam} leest dit kanaal. Wijs eerst iemand aan.")


def mark_read(organisatie_id: str, soort: str, *, at: datetime) -> None:
    """Remember that somebody looked at this channel now."""
    Kanaal.objects.filter(organisatie_id=organisatie_id, soort=soort).update(laatst_gelezen=at)
