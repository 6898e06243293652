"""Fill a bench database, in parts, on every processor. Runs inside the stand, as the owner of the database.

A part is one transaction that also notes that it is filled, so a run that was broken off goes on where it was, and a
second run does nothing. Keys, indexes and foreign keys are made when everything is in: three times as fast as row by
row, and the database checks every row all the same.

Only a database that was marked while it was still empty is ever filled: a real installation cannot be.
"""

import gc
import json
import multiprocessing
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from typing import TYPE_CHECKING, Any

from doorzicht.ground.lib.queries import read_queries

if TYPE_CHECKING:
    from doorzicht.doors.cli.meten.verdeling import Getrokken, Mensen

QUERIES = read_queries("doorzicht.doors.cli.meten", "zaaien.sql")
MERK = "doorzicht bench: invented data, may be thrown away"
BEIDE = "aandachtsfunctionaris", "privacyfunctionaris"


class GeenBenchdatabase(RuntimeError):
    """This database is not ours to fill: it holds something, and was never marked as one for measuring."""

    def __init__(self) -> None:
        super().__init__("This database is not marked as a bench database: nothing is filled.")


def mark() -> None:
    """Mark the database of this process, if it is empty. Raises `GeenBenchdatabase`."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(QUERIES["merk"])
        comment, has_tables = cursor.fetchone()
        if comment == MERK:
            return
        if comment is not None or has_tables:
            raise GeenBenchdatabase
        name = connection.ops.quote_name(connection.settings_dict["NAME"])
        cursor.execute(f"COMMENT ON DATABASE {name} IS '{MERK}'")


def fill(meldingen: int, *, processen: int) -> dict[str, float]:
    """Bring a marked, migrated database to `meldingen`: what was added, seconds per phase, the size."""
    from django.db import connection

    from doorzicht.doors.cli.meten.verdeling import DEEL

    _require_mark()
    _install_people()
    with connection.cursor() as cursor:
        cursor.execute(QUERIES["voorraad"])
        cursor.execute(QUERIES["gevuld"])
        there = {row[0] for row in cursor.fetchall()}
    todo = {n: min(DEEL, meldingen - n * DEEL) for n in range(-(-meldingen // DEEL)) if n not in there}
    started = time.monotonic()
    used = 0.0
    if todo:
        _put_off()
        used = _copy_parts(todo, processen)
    copied = time.monotonic()
    _make_again()
    return {
        "toegevoegd": sum(todo.values()),
        "kopieren_s": copied - started,
        "indexen_s": time.monotonic() - copied,
        "cpu_s": used,
        "megabytes": _size() >> 20,
    }


def _copy_parts(todo: dict[int, int], processen: int) -> float:
    """Fill the parts; the processor time of this side."""
    from django.db import connections

    from doorzicht.doors.cli.meter import Meter

    connections.close_all()
    people, today, meter = _people(), date.today(), Meter("meldingen", total=sum(todo.values()))
    connections.close_all()
    used = 0.0
    with ProcessPoolExecutor(processen, mp_context=multiprocessing.get_context("fork")) as pool:
        for done, cpu in pool.map(
            _fill_part, todo, todo.values(), *zip(*[(people, today)] * len(todo), strict=True)
        ):
            meter.add(done)
            used += cpu
    meter.end()
    return used


def _fill_part(nummer: int, aantal: int, mensen: "dict[str, Mensen]", vandaag: date) -> tuple[int, float]:
    """One part, in one transaction: keys in the store, rows by COPY, and the note that it is there."""
    from django.db import connection, transaction

    from doorzicht.doors.cli.meten.verdeling import draw_part
    from doorzicht.ground.lib.kopie import copy_rows
    from doorzicht.ground.vault import bulk
    from doorzicht.ground.vault.hoofdsleutels import newest_master

    begun = time.process_time()
    gc.disable()  # everything that is made here is stored and let go; looking for circles in it costs a tenth
    key = newest_master()
    loaded = [_build(g, key) for g in draw_part(nummer, aantal, vandaag=vandaag, mensen=mensen)]
    bulk.keep_parts(dossier for dossier, _ in loaded)
    with transaction.atomic():
        copy_rows(dossier.rij for dossier, _ in loaded)
        copy_rows(row for _, rows in loaded for row in rows)
        with connection.cursor() as cursor:
            cursor.execute(QUERIES["deel_klaar"], {"nummer": nummer, "aantal": aantal})
    return aantal, time.process_time() - begun


def _build(getrokken: "Getrokken", hoofdsleutel: tuple[int, bytes]) -> tuple[Any, list[Any]]:
    from doorzicht.ground.access.api import Actor
    from doorzicht.ground.herkenning import api as herkenning
    from doorzicht.wings.signaleren import api as signaleren

    here = frozenset({getrokken.organisatie_id})
    by = Actor(
        getrokken.organisatie_id, frozenset({"medewerker"}), getrokken.medewerker_id, organisaties=here
    )
    made = signaleren.build_with_past(
        getrokken.invoer, getrokken.verleden, id=getrokken.id, hoofdsleutel=hoofdsleutel, by=by
    )
    indexed = herkenning.build_kenmerken(made.dossier.sleutel, getrokken.kenmerken)
    return made.dossier, [*made.rijen, *indexed]


def _require_mark() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(QUERIES["merk"])
        if cursor.fetchone()[0] != MERK:
            raise GeenBenchdatabase


def _install_people() -> None:
    """Organisations and the invented cast, with a second factor so that they can be logged in."""
    from allauth.mfa.models import Authenticator
    from django.utils import timezone

    from doorzicht.ground.organisaties import inrichten
    from doorzicht.ground.organisaties.models import Medewerker

    inrichten.install_organisaties()
    list(inrichten.install_cast(password_for=lambda _: os.urandom(12).hex(), vanaf=timezone.localdate()))
    for account in Medewerker.objects.exclude(id__in=Authenticator.objects.values("user_id")):
        Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={})


def _people() -> "dict[str, Mensen]":
    """Who weighs and who checks in each municipality; where nobody checks, nobody in particular."""
    from uuid import UUID

    from doorzicht.doors.cli.meten.verdeling import GEMEENTEN, Mensen
    from doorzicht.ground.organisaties.models import Aanstelling

    found = {
        (a.organisatie_id, a.rol): a.medewerker_id
        for a in Aanstelling.objects.filter(rol__in=BEIDE, plaatsvervanger=False)
    }
    return {g: Mensen(*(found.get((g, rol), UUID(int=n)) for n, rol in enumerate(BEIDE))) for g in GEMEENTEN}


def _put_off() -> None:
    """Drop keys, indexes and foreign keys of what is filled, and remember how to make them again."""
    from django.db import connection, transaction

    from doorzicht.ground.lib.rows import concrete_models
    from doorzicht.ground.vault.models import Dossier

    tables = [Dossier._meta.db_table, *(m._meta.db_table for m in concrete_models())]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(QUERIES["wat_kan_wachten"], {"tabellen": tables})
        found = cursor.fetchall()
        cursor.execute(QUERIES["uitgesteld"])
        first = max((row[0] for row in cursor.fetchall()), default=-1) + 1
        for order, (_, again) in enumerate(found, start=first):
            cursor.execute("INSERT INTO bench.uitgesteld VALUES (%s, %s)", [order, again])
        for drop, _ in reversed(found):
            cursor.execute(drop)


def _make_again() -> None:
    """Each in a transaction of its own, so that a run that is broken off goes on with the next."""
    from django.db import connection, transaction

    with connection.cursor() as cursor:
        cursor.execute("SET maintenance_work_mem = '512MB'")
        cursor.execute(QUERIES["uitgesteld"])
        for order, again in cursor.fetchall():
            with transaction.atomic():
                cursor.execute(again)
                cursor.execute("DELETE FROM bench.uitgesteld WHERE volgorde = %s", [order])
        cursor.execute("VACUUM (ANALYZE)")


def _size() -> int:
    """Bytes on disk."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        size: int = cursor.fetchone()[0]
    return size


def _main(opdracht: str, *arguments: str) -> None:
    """Inside the stand."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "doorzicht.conf.settings"
    django.setup()
    if opdracht == "merk":
        mark()
    else:
        print(json.dumps(fill(int(arguments[0]), processen=int(arguments[1]))))


if __name__ == "__main__":
    _main(*sys.argv[1:])
