"""A merge makes one occurrence of two: whoever is shut out of one member is shut out of all, in the database too."""

import os
from itertools import pairwise

import pytest
from django.db import OperationalError, connection, transaction
from django.utils import timezone
from tests.support.zegel import role_connection

from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.ground.access.models import Uitsluiting
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.vault import api as vault
from doorzicht.wings.signaleren.melding import actions
from doorzicht.wings.signaleren.melding.familie import whole_family
from doorzicht.wings.signaleren.melding.invoer import MeldingInvoer, PersoonInvoer
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.melding.ontvangen import receive

TABLES = ("vault_dossier", "signaleren_melding", "signaleren_persoon", "signaleren_samenvoeging")


@pytest.fixture
def cast(actor):
    """`cast("noor")`: Noor weighs, Merel is the one who knows somebody, Bram is another colleague."""
    names = {"noor": "noor.voorbeeld", "merel": "merel.meldpost", "bram": "bram.testman"}
    return lambda first: actor(names[first])


@pytest.fixture
def meldingen(actor):
    """`meldingen(3)`: the ids of three meldingen, each with somebody in it."""

    def make(count: int) -> list:
        with context(actor("fenna.verzonnen")) as fenna:
            people = (PersoonInvoer("Persoon 1"),)
            return [
                receive(
                    MeldingInvoer("medewerker", os.urandom(32), "Een label", "Verhaal.", personen=people),
                    by=fenna,
                    at=timezone.now(),
                ).melding_id
                for _ in range(count)
            ]

    return make


@pytest.fixture
def merge(cast):
    """`merge(a, b, c)`: a goes on under b, then b under c."""

    def run(*ids) -> None:
        with context(cast("noor")) as noor:
            for source, target in pairwise(ids):
                actions.merge(source, target, reden="dezelfde loods", by=noor, at=timezone.now())

    return run


@pytest.fixture
def shut_out(cast):
    """`shut_out(melding_id)`: Noor shuts Merel out of this one."""

    def run(melding_id, who: str = "merel") -> None:
        with context(cast("noor")) as noor:
            known = cast(who).medewerker_id
            actions.recuse(melding_id, known, reden="haar zwager", by=noor, at=timezone.now())

    return run


def seen(who) -> dict[str, set]:
    """What the application's role gets to see of each table for this person, in raw SQL."""
    with context(who), connection.cursor() as cursor:
        found = {}
        for table in TABLES:
            cursor.execute(f"SELECT {'id' if table == 'vault_dossier' else 'dossier_id'} FROM {table}")
            found[table] = {row[0] for row in cursor.fetchall()}
        return found


def nothing_of(ids, who) -> bool:
    return all(found.isdisjoint(ids) for found in seen(who).values())


@pytest.mark.parametrize("which", [0, 1], ids=["what is merged", "where it goes on"])
def test_whoever_is_shut_out_of_either_may_not_read_the_other_after_a_merge(
    cast, meldingen, merge, shut_out, which
):
    two, (other,) = meldingen(2), meldingen(1)
    shut_out(two[which])
    assert seen(cast("merel"))["signaleren_persoon"] == {two[1 - which], other}

    merge(*two)
    assert nothing_of(two, cast("merel"))
    assert other in seen(cast("merel"))["signaleren_persoon"]
    with context(cast("merel")) as merel:
        for melding_id in two:
            with pytest.raises(Melding.DoesNotExist):
                actions.open_melding(melding_id, by=merel, at=timezone.now())


def test_a_colleague_who_was_shut_out_of_neither_may_go_on(cast, meldingen, merge, shut_out):
    two = meldingen(2)
    shut_out(two[0])
    merge(*two)
    assert set(two) <= seen(cast("bram"))["signaleren_persoon"]


@pytest.mark.parametrize("which", range(5))
def test_an_earlier_recusal_reaches_every_member_at_any_depth_on_both_sides(
    cast, meldingen, merge, shut_out, which
):
    ids = a, b, c, d, e = meldingen(5)
    shut_out(ids[which])
    merge(a, b)
    merge(c, d, e)
    merge(b, e)
    assert nothing_of(ids, cast("merel"))


@pytest.mark.parametrize("which", range(4))
def test_a_later_recusal_on_any_member_holds_for_all_of_them(cast, meldingen, merge, shut_out, which):
    ids = a, b, c, d = meldingen(4)
    merge(a, b, c)
    merge(d, c)
    assert set(ids) <= seen(cast("merel"))["signaleren_persoon"]
    shut_out(ids[which])
    assert nothing_of(ids, cast("merel"))


def test_a_recusal_says_nothing_about_a_melding_outside_the_family(cast, meldingen, merge, shut_out):
    a, b, alone = meldingen(3)
    merge(a, b)
    shut_out(a)
    assert seen(cast("merel"))["signaleren_persoon"] == {alone}


def test_after_a_split_the_recusals_stay(cast, meldingen, merge, shut_out):
    two = meldingen(2)
    shut_out(two[0])
    merge(*two)
    with context(cast("noor")) as noor:
        actions.split(two[0], by=noor, at=timezone.now())
    assert nothing_of(two, cast("merel"))


def test_after_a_split_a_new_recusal_is_about_that_one_only(cast, meldingen, merge, shut_out):
    two = meldingen(2)
    merge(*two)
    with context(cast("noor")) as noor:
        actions.split(two[0], by=noor, at=timezone.now())
    shut_out(two[0])
    assert seen(cast("merel"))["signaleren_persoon"] == {two[1]}


def test_the_reason_goes_along_encrypted_under_the_key_of_each(cast, meldingen, merge, shut_out):
    two = meldingen(2)
    shut_out(two[0])
    merge(*two)
    with context(cast("noor")) as noor:
        (row,) = Uitsluiting.objects.filter(dossier_id=two[1])
        assert b"zwager" not in bytes(row.reden)
        assert vault.open_dossier(two[1]).decrypt(row, "reden") == "haar zwager"
        assert (row.medewerker_id, row.door) == (cast("merel").medewerker_id, noor.medewerker_id)
        last = Regel.objects.filter(recht="uitsluiting.zetten").latest("id")
        assert (last.handeling, last.object_ids) == ("wijzig", [two[1]])


def test_whoever_was_shut_out_of_both_gets_no_second_row_and_two_people_get_one_each(
    cast, meldingen, merge, shut_out
):
    two = meldingen(2)
    for melding_id, who in ((two[0], "merel"), (two[1], "merel"), (two[0], "bram")):
        shut_out(melding_id, who)
    merge(*two)
    with context(cast("noor")):
        rows = Uitsluiting.objects.filter(dossier_id=two[1]).values_list("medewerker_id", flat=True)
        assert sorted(rows) == sorted([cast("merel").medewerker_id, cast("bram").medewerker_id])


def test_what_was_taken_back_is_not_carried_along(cast, meldingen, merge, shut_out):
    two = meldingen(2)
    shut_out(two[0])
    with context(cast("noor")):
        Uitsluiting.objects.update(ingetrokken_op=timezone.now())
    merge(*two)
    assert set(two) <= seen(cast("merel"))["signaleren_persoon"]


def test_whoever_is_shut_out_may_not_merge_it(cast, meldingen):
    two = meldingen(2)
    with context(cast("bram")) as bram:
        noor_id = cast("noor").medewerker_id
        actions.recuse(two[0], noor_id, reden="familie", by=bram, at=timezone.now())
    with context(cast("noor")) as noor:
        for source, target in (two, reversed(two)):
            with pytest.raises(Melding.DoesNotExist):
                actions.merge(source, target, reden="dezelfde", by=noor, at=timezone.now())


def test_whoever_may_not_shut_out_cannot(cast, meldingen, merge):
    two = meldingen(2)
    merge(*two)
    with context(cast("merel")) as merel, pytest.raises(Geweigerd):
        actions.recuse(two[0], cast("bram").medewerker_id, reden="x", by=merel, at=timezone.now())
    assert set(two) <= seen(cast("bram"))["signaleren_persoon"]


def test_the_family_is_the_same_whichever_member_is_asked(cast, meldingen, merge):
    ids = a, b, c, d = meldingen(4)
    merge(a, b, c)
    merge(d, c)
    with context(cast("noor")):
        for row in Melding.objects.all():
            assert set(whole_family(row)) == set(ids)


@pytest.mark.parametrize("verb", ["merge", "recuse", "split"])
def test_a_recusal_and_a_merge_at_the_same_moment_wait_for_each_other(cast, meldingen, verb):
    a, b = meldingen(2)
    now = timezone.now()
    verbs = {
        "merge": lambda by: actions.merge(a, b, reden="dezelfde", by=by, at=now),
        "recuse": lambda by: actions.recuse(a, cast("merel").medewerker_id, reden="x", by=by, at=now),
        "split": lambda by: actions.split(a, by=by, at=now),
    }
    with role_connection("app") as elsewhere, elsewhere.transaction():
        elsewhere.execute("SELECT pg_advisory_xact_lock(hashtextextended('signaleren.familie:0246', 0))")
        with context(cast("noor")) as noor:
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '50ms'")
            with pytest.raises(OperationalError, match="lock timeout"), transaction.atomic():
                verbs[verb](noor)
