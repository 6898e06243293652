"""After a restore transactions are numbered anew. The chain goes on, and the lost rows are explained, not hidden."""

import pytest
from django.utils import timezone

from doorzicht.ground.logboek import anker
from doorzicht.ground.logboek.gebroken import KetenGebroken
from doorzicht.ground.logboek.incarnatie import start_incarnation


def _restart(logboek, reden: str = "teruggezet") -> int:
    stand = start_incarnation(
        logboek.owner,
        sleutels=logboek.sleutels,
        reden=reden,
        at=timezone.now(),
        ankerbestand=logboek.anker,
    )
    return stand.incarnatie


def _number_transactions_anew(logboek) -> None:
    """What a new cluster does: rows that were there carry higher transaction numbers than rows to come."""
    logboek.owner.execute("UPDATE logboek_regel SET xid = (xid::text::bigint + 1000000000)::text::xid8")


def test_rows_of_the_new_incarnation_are_sealed_although_their_transactions_have_lower_numbers(logboek):
    logboek.write(3)
    _number_transactions_anew(logboek)
    assert logboek.seal_once().gezegeld == 0
    _restart(logboek)
    logboek.write(4)

    assert logboek.seal() == 7
    uitslag = logboek.verify()
    assert (uitslag.regels, uitslag.incarnaties) == (7, 2)


def test_rows_that_were_waiting_for_their_seal_are_sealed_before_the_new_ones(sealed):
    sealed.write(3)
    _restart(sealed)
    sealed.write(2)

    assert sealed.seal() == 5
    assert sealed.verify().regels == 17


def test_heads_that_the_restore_lost_are_counted_and_explained(sealed):
    lost = [kop for kop in anker.read_heads(sealed.anker) if kop.volgnummer > 8]
    for victim in sealed.ids()[8:]:  # the backup was older: what came after it is gone, seals and state too
        sealed.owner.execute("DELETE FROM logboek_regel WHERE id = %s", [victim])
    sealed.owner.execute("DELETE FROM logboek_zegel WHERE volgnummer > 8")
    sealed.owner.execute(
        "UPDATE logboek_zegelstand SET (volgnummer, kop) = "
        "(SELECT volgnummer, zegel FROM logboek_zegel ORDER BY volgnummer DESC LIMIT 1)"
    )
    with pytest.raises(KetenGebroken, match="were cut off"):
        sealed.verify()

    _restart(sealed, "schijf kapot, back-up van 23 november")
    sealed.write(2)
    sealed.seal()

    uitslag = sealed.verify()
    assert lost  # one, or more when a transaction of another test made the sealer wait
    assert (uitslag.regels, uitslag.verloren_koppen) == (10, len(lost))


def test_the_same_backup_restored_twice_gets_two_different_numbers(sealed):
    assert _restart(sealed) == 2
    sealed.owner.execute("DELETE FROM logboek_zegelstand WHERE incarnatie = 2")

    assert _restart(sealed) == 3
    sealed.write(1)
    sealed.seal()
    assert sealed.verify().verloren_koppen == 1


def test_a_restore_that_nobody_declared_is_found(sealed):
    _restart(sealed)
    sealed.write(1)
    sealed.seal()
    sealed.owner.execute("DELETE FROM logboek_regel WHERE incarnatie = 2")
    sealed.owner.execute("DELETE FROM logboek_zegel WHERE incarnatie = 2")
    sealed.owner.execute("DELETE FROM logboek_zegelstand WHERE incarnatie = 2")

    with pytest.raises(KetenGebroken, match="incarnation 2 is known to the anchor"):
        sealed.verify()


def test_an_incarnation_cannot_be_started_without_the_key(sealed):
    sealed.owner.execute(
        "INSERT INTO logboek_zegelstand (incarnatie, begonnen_op, reden, beginvolgnummer, beginkop, "
        "watermerk_incarnatie, watermerk, volgnummer, kop) SELECT 2, now(), 'verzonnen', volgnummer, kop, "
        "watermerk_incarnatie, watermerk, volgnummer, kop FROM logboek_zegelstand"
    )

    with pytest.raises(KetenGebroken, match="incarnation 2 was not started with the key"):
        sealed.verify()


def test_the_reason_of_an_incarnation_cannot_be_rewritten(sealed):
    _restart(sealed, "back-up van 23 november")
    sealed.owner.execute("UPDATE logboek_zegelstand SET reden = 'niets aan de hand' WHERE incarnatie = 2")

    with pytest.raises(KetenGebroken, match="incarnation 2 was not started with the key"):
        sealed.verify()


def test_an_incarnation_that_begins_where_the_chain_never_comes_is_found(sealed):
    far = 1_000_000_000
    sealed.owner.execute("UPDATE logboek_zegelstand SET volgnummer = %s", [far])
    sealed.owner.execute(
        "INSERT INTO logboek_zegelstand (incarnatie, begonnen_op, reden, beginvolgnummer, beginkop, "
        "watermerk_incarnatie, watermerk, volgnummer, kop) SELECT 2, now(), 'verzonnen', %s, kop, "
        "watermerk_incarnatie, watermerk, 12, kop FROM logboek_zegelstand",
        [far],
    )

    with pytest.raises(KetenGebroken, match=f"incarnation 2 says that it begins at seal {far}"):
        sealed.verify(anchored=False)


def test_a_first_incarnation_that_does_not_begin_at_the_beginning_is_found(sealed):
    sealed.owner.execute("UPDATE logboek_zegelstand SET beginvolgnummer = 500, beginkop = kop")

    with pytest.raises(KetenGebroken, match="incarnation 1 says that it begins at seal 500"):
        sealed.verify()
