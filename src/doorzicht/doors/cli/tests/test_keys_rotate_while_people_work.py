"""`doorzicht rotate-sleutels`: nobody stops working, a kill costs nothing, and an old key goes last."""

import json
import os
import signal
import subprocess
import time
from datetime import date
from uuid import UUID

import pytest
from tests.support.zegel import role_connection

from doorzicht.doors.cli.tests import sleutelwerk
from doorzicht.doors.cli.tests.huis import DOORZICHT, at_work, wait_until
from doorzicht.doors.cli.tweede_factoren import versions_of
from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.vault import api as vault

HUIS = Actor.systeem("0246")


def all_readable(made: list[dict[str, str]]) -> int:
    with context(HUIS):
        for known in made:
            sleutelwerk.read(known)
    return len(made)


def test_readers_and_writers_that_began_before_lose_nothing_and_take_the_new_key(huis, tmp_path):
    sleutelwerk.fill(huis.owner, huis.kluis, huis.geheimen, 6_000)
    with at_work(huis, tmp_path, 3) as made:
        verslag = huis.rotate()
        wait_until(lambda: huis.versions().get(2, 0) > 6_000 + 3)
        time.sleep(0.3)
        last = huis.versions()

    assert (verslag["versie"], verslag["resterend"], verslag["hervat"]) == (2, 0, False)
    assert verslag["verpakt"] >= 6_000
    assert 1 not in last, "somebody still wraps with the old key"
    assert all_readable(made) == len(made) > 10


def test_killed_at_any_point_it_goes_on_where_it_was(huis, tmp_path):
    ids = sleutelwerk.fill(huis.owner, huis.kluis, huis.geheimen, 8_000)
    with context(HUIS):
        known = [sleutelwerk.make(f"van tevoren {i}") for i in range(20)]
    seen = []
    for least in (1_000, 3_000, 5_000):
        process = subprocess.Popen([*DOORZICHT, "rotate-sleutels"], env=huis.environ)
        wait_until(lambda least=least: huis.versions().get(2, 0) >= least, 90)
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
        seen.append(huis.versions())
        assert all_readable(known) == 20
    assert all(set(half) == {1, 2} for half in seen), seen

    verslag = huis.rotate()

    assert (verslag["versie"], verslag["hervat"]) == (2, True)
    assert verslag["verpakt"] == seen[-1][1]
    assert huis.versions() == {2: 8_020}
    assert all_readable(known) == 20
    with context(HUIS):
        assert len(vault.open_dossiers(ids[:500])) == 500


@pytest.mark.parametrize("there_already", ["nothing", "the version in the database", "version and key"])
def test_killed_before_the_first_key_was_wrapped_it_makes_no_second_version(huis, there_already):
    with context(HUIS):
        known = [sleutelwerk.make("eerste")]
    if there_already != "nothing":
        huis.owner.execute("INSERT INTO vault_hoofdsleutel (versie, begonnen_op) VALUES (2, now())")
    if there_already == "version and key":
        (huis.geheimen / "hoofdsleutel-2").write_bytes(os.urandom(32))

    assert huis.rotate()["versie"] == 2
    assert huis.versions() == {2: 1}
    assert all_readable(known) == 1


def test_the_new_key_belongs_to_the_account_that_runs_the_service_and_to_nobody_else(huis):
    huis.rotate()

    made = huis.geheimen / "hoofdsleutel-2"
    assert made.stat().st_mode & 0o777 == 0o600
    assert made.stat().st_uid == huis.geheimen.stat().st_uid
    assert len(made.read_bytes()) == 32


def test_a_dossier_that_somebody_works_on_is_waited_for_and_not_skipped(huis):
    with context(HUIS):
        known = [sleutelwerk.make("bezet")]
    busy = role_connection("eigenaar")
    with busy.transaction():
        busy.execute("SELECT 1 FROM vault_dossier FOR UPDATE")
        process = subprocess.Popen(
            [*DOORZICHT, "rotate-sleutels", "--json"], env=huis.environ, stdout=subprocess.PIPE, text=True
        )
        wait_until(lambda: (huis.geheimen / "hoofdsleutel-2").exists())
        time.sleep(1)
        assert process.poll() is None
    assert json.loads(process.communicate(timeout=60)[0])["resterend"] == 0
    assert all_readable(known) == 1


def test_a_dossier_without_a_part_keeps_its_version_and_the_report_says_so(huis):
    ids = sleutelwerk.fill(huis.owner, huis.kluis, huis.geheimen, 3)
    with vault.kluis()._connection() as files:
        files.execute("DELETE FROM deel WHERE dossier = ?", [ids[0].bytes])

    done = huis.run("rotate-sleutels")

    assert done.returncode == 1
    assert "1 dossiers have no part in the key store" in done.stdout
    assert huis.versions() == {1: 1, 2: 2}


def test_a_destroyed_dossier_needs_no_old_key_and_stays_destroyed(huis):
    ids = sleutelwerk.fill(huis.owner, huis.kluis, huis.geheimen, 2)
    with context(HUIS):
        vault.destroy_dossier(ids[0], at=date(2026, 11, 24))

    assert huis.rotate()["resterend"] == 0

    with context(HUIS), pytest.raises(vault.SleutelVernietigd):
        vault.open_dossier(ids[0])
    assert huis.owner.execute("SELECT count(*) FROM vault_dossier WHERE ingepakt IS NULL").fetchone() == (1,)


def test_the_old_key_stays_as_long_as_anything_needs_it(huis):
    sleutelwerk.fill(huis.owner, huis.kluis, huis.geheimen, 1)
    early = huis.run("rotate-sleutels", "--verwijder-oude")
    assert (early.returncode, early.stdout) == (0, "There is no old master key.\n")
    huis.rotate()
    assert "60 seconds" in huis.run("rotate-sleutels", "--verwijder-oude").stderr
    huis.let_a_minute_pass()
    sleutelwerk.fill(huis.owner, huis.kluis, huis.geheimen, 1)  # of somebody who still had version 1 in hand

    refused = huis.run("rotate-sleutels", "--verwijder-oude")

    assert refused.returncode == 1
    assert "Dossiers are still wrapped with master key 1" in refused.stderr
    assert (huis.geheimen / "hoofdsleutel-1").exists()


def test_an_old_key_that_nothing_needs_is_removed_and_can_never_be_used_again(huis):
    with context(HUIS):
        known = [sleutelwerk.make("blijft leesbaar")]
    first = (huis.geheimen / "hoofdsleutel-1").read_bytes()
    huis.rotate()
    huis.let_a_minute_pass()

    assert huis.run("rotate-sleutels", "--verwijder-oude").stdout == "Removed: master key 1.\n"

    assert not any(first in p.read_bytes() for p in huis.geheimen.iterdir())
    assert all_readable(known) == 1
    (huis.geheimen / "hoofdsleutel-1").write_bytes(first)
    with pytest.raises(Exception, match="vault_dossier_sleutelversie"):
        sleutelwerk.fill(huis.owner, huis.kluis, huis.geheimen, 1, versie=1)
    (huis.geheimen / "hoofdsleutel-1").unlink()
    assert huis.run("rotate-sleutels", "--json").returncode == 0, "without version 1 everything goes on"
    assert all_readable(known) == 1


def test_a_writer_that_has_not_committed_yet_keeps_the_old_key_alive(huis):
    huis.rotate()
    huis.let_a_minute_pass()
    writer = role_connection("eigenaar")
    with writer.transaction():
        sleutelwerk.fill(writer, huis.kluis, huis.geheimen, 1)
        removing = subprocess.Popen(
            [*DOORZICHT, "rotate-sleutels", "--verwijder-oude"],
            env=huis.environ, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        time.sleep(2.5)
        assert removing.poll() is None, "it did not wait for the open transaction"
    assert "still wrapped with master key 1" in removing.communicate(timeout=60)[1]
    assert (huis.geheimen / "hoofdsleutel-1").exists()


def test_second_factors_go_along_and_hold_the_old_key_until_they_did(huis):
    from allauth.mfa.adapter import get_adapter
    from allauth.mfa.models import Authenticator

    before = {a.pk: get_adapter().decrypt(a.data["secret"]) for a in Authenticator.objects.all()}
    huis.rotate()
    after = {a.pk: a.data["secret"] for a in Authenticator.objects.all()}
    assert before
    assert {pk: get_adapter().decrypt(sealed) for pk, sealed in after.items()} == before
    assert all(sealed.startswith("2:") for sealed in after.values())

    huis.let_a_minute_pass()
    first = Authenticator.objects.order_by("pk")[0]
    first.data["secret"] = first.data["secret"].partition(":")[2]  # as a rotation that was killed leaves it
    first.save()
    assert (
        "Second factors are still under master key 1"
        in huis.run("rotate-sleutels", "--verwijder-oude").stderr
    )


def test_every_secret_of_a_second_factor_goes_along_and_a_damaged_one_stops_nothing(huis):
    from allauth.mfa.adapter import get_adapter
    from allauth.mfa.models import Authenticator

    adapter = get_adapter()
    one, other = Authenticator.objects.order_by("pk")[:2]
    one.data = {
        "seed": adapter.encrypt("zaad"),
        "migrated_codes": [adapter.encrypt("een"), adapter.encrypt("twee")],
    }
    one.save()
    sealed = other.data["secret"]
    other.data = {"secret": sealed[:-8] + "00000000"}
    other.save()

    report = huis.rotate()

    one.refresh_from_db()
    texts = [one.data["seed"], *one.data["migrated_codes"]]
    assert versions_of(one.data) == {2}
    assert [adapter.decrypt(text) for text in texts] == ["zaad", "een", "twee"]
    assert report["beschadigde_factoren"] == 1


def test_two_rotations_at_once_are_one(huis):
    with role_connection("eigenaar") as other:
        other.execute("SELECT pg_advisory_lock(7340126)")
        refused = huis.run("rotate-sleutels")

    assert refused.returncode == 1
    assert "Another `doorzicht rotate-sleutels` is at work" in refused.stderr
    assert not (huis.geheimen / "hoofdsleutel-2").exists()


def test_a_newest_key_that_was_lost_is_not_made_anew(huis):
    sleutelwerk.fill(huis.owner, huis.kluis, huis.geheimen, 1)
    huis.rotate()
    huis.owner.execute("UPDATE vault_hoofdsleutel SET gereed_op = NULL WHERE versie = 2")
    huis.owner.execute("DELETE FROM vault_sleutelmerk")
    (huis.geheimen / "hoofdsleutel-2").unlink()

    refused = huis.run("rotate-sleutels")

    assert refused.returncode == 1
    assert "hoofdsleutel-2 is missing or damaged" in refused.stderr
    assert not (huis.geheimen / "hoofdsleutel-2").exists()


def test_numbers_are_the_only_thing_that_is_printed(huis):
    ids = sleutelwerk.fill(huis.owner, huis.kluis, huis.geheimen, 2)
    done = huis.run("rotate-sleutels")

    assert not any(str(UUID(str(i))) in done.stdout + done.stderr for i in ids)
    key = (huis.geheimen / "hoofdsleutel-2").read_bytes()
    assert key.hex() not in done.stdout + done.stderr
