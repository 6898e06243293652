"""Product rule 12: the logboek is tamper-evident. Whoever owns the database can change a row, not unnoticed."""

import pytest

from doorzicht.ground.logboek.gebroken import KetenGebroken

CHANGES = {
    "who": "medewerker_id = gen_random_uuid()",
    "which organisation": "organisatie_id = '0232'",
    "in which role": "rol = 'beheerder'",
    "what was done": "handeling = 'zoek'",
    "by which right": "recht = 'melding.lijst'",
    "on what kind": "object_soort = 'casus'",
    "on which rows": "object_ids = '{}'",
    "why": "doel = ''",
    "with which outcome": "uitkomst = 'geweigerd'",
    "which details": "bijzonderheden = '{\"a\": 1}'",
    "the trace": "trace_id = gen_random_uuid()",
    "when, by a microsecond": "tijd = tijd + interval '1 microsecond'",
}


def test_an_untouched_logboek_is_whole(sealed):
    uitslag = sealed.verify()

    assert (uitslag.regels, uitslag.ankers, uitslag.incarnaties) == (12, sealed.verankerd, 1)
    assert sealed.verankerd >= 2


def test_a_change_of_any_column_is_found(sealed):
    for what, change in CHANGES.items():
        victim = sealed.ids()[5]
        sealed.owner.execute("CREATE TABLE bewaard AS TABLE logboek_regel")
        sealed.owner.execute(f"UPDATE logboek_regel SET {change} WHERE id = %s", [victim])
        with pytest.raises(KetenGebroken, match=f"^row {victim} .* changed"):
            sealed.verify()
        sealed.owner.execute("DELETE FROM logboek_regel")
        sealed.owner.execute("INSERT INTO logboek_regel OVERRIDING SYSTEM VALUE SELECT * FROM bewaard")
        sealed.owner.execute("DROP TABLE bewaard")
        assert sealed.verify().regels == 12, what


def test_every_column_of_the_table_is_under_the_seal(sealed):
    from doorzicht.ground.logboek.keten import ANONIEM_KOLOMMEN, REGEL_KOLOMMEN

    for table, columns in (("logboek_regel", REGEL_KOLOMMEN), ("logboek_anoniemeregel", ANONIEM_KOLOMMEN)):
        found = sealed.owner.execute(
            "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 "
            "AND NOT attisdropped",
            [table],
        )
        assert {row[0] for row in found} == set(columns), (
            f"{table} has a column the seal does not cover: docs/decisions/0040 says how to add one"
        )


def test_a_removed_row_is_found(sealed):
    victim = sealed.ids()[3]
    sealed.owner.execute("DELETE FROM logboek_regel WHERE id = %s", [victim])

    with pytest.raises(KetenGebroken, match=f"^row {victim} .* is gone"):
        sealed.verify()


def test_a_row_removed_together_with_its_seal_is_found(sealed):
    victim = sealed.ids()[3]
    sealed.owner.execute("DELETE FROM logboek_regel WHERE id = %s", [victim])
    sealed.owner.execute("DELETE FROM logboek_zegel WHERE regel_id = %s", [victim])

    with pytest.raises(KetenGebroken, match=r"^seal 4 is gone"):
        sealed.verify()


def test_two_rows_with_swapped_contents_are_found(sealed):
    one, other = sealed.ids()[2], sealed.ids()[7]
    sealed.owner.execute(
        "UPDATE logboek_regel a SET object_ids = b.object_ids, trace_id = b.trace_id, tijd = b.tijd "
        "FROM logboek_regel b WHERE (a.id, b.id) IN ((%(a)s, %(b)s), (%(b)s, %(a)s))",
        {"a": one, "b": other},
    )

    with pytest.raises(KetenGebroken, match=f"^row {one} "):
        sealed.verify()


@pytest.mark.parametrize("other_index", [3, 9], ids=["in one transaction", "in two transactions"])
def test_two_rows_with_swapped_ids_are_found(sealed, other_index):
    one, other = sealed.ids()[2], sealed.ids()[other_index]
    for old, new in ((one, -1), (other, one), (-1, other)):
        sealed.owner.execute("UPDATE logboek_regel SET id = %s WHERE id = %s", [new, old])

    with pytest.raises(KetenGebroken, match=f"^row {one} "):
        sealed.verify()


def test_a_row_put_in_behind_the_seal_is_found(sealed):
    sealed.owner.execute(
        "INSERT INTO logboek_regel (id, organisatie_id, rol, handeling, recht, object_soort, object_ids, doel, "
        "uitkomst, bijzonderheden, trace_id, xid, incarnatie) OVERRIDING SYSTEM VALUE SELECT id + 1000, "
        "organisatie_id, rol, handeling, recht, object_soort, object_ids, doel, uitkomst, bijzonderheden, "
        "trace_id, xid, incarnatie FROM logboek_regel WHERE id = %s",
        [sealed.ids()[5]],
    )

    with pytest.raises(KetenGebroken, match=r"^row 10.. .* put in later"):
        sealed.verify()


def test_a_changed_seal_is_found(sealed):
    sealed.owner.execute("UPDATE logboek_zegel SET zegel = sha256(zegel) WHERE volgnummer = 6")

    with pytest.raises(KetenGebroken, match=r"^seal 6 was changed"):
        sealed.verify()


def test_a_chain_made_with_another_key_is_found(sealed):
    from doorzicht.ground.logboek.keten import BEGIN, QUERIES, seal_row

    kop = BEGIN
    last = sealed.owner.execute("SELECT watermerk::text FROM logboek_zegelstand").fetchone()[0]
    bounds = {"watermerk_incarnatie": 1, "watermerk": last}
    for number, row in enumerate(sealed.owner.execute(QUERIES["gezegelde_regels"], bounds).fetchall(), 1):
        kop = seal_row(b"a key of one's own", kop, number, row[3])
        sealed.owner.execute("UPDATE logboek_zegel SET zegel = %s WHERE volgnummer = %s", [kop, number])
    sealed.owner.execute("UPDATE logboek_zegelstand SET kop = %s", [kop])

    with pytest.raises(KetenGebroken, match=f"^row {sealed.ids()[0]} "):
        sealed.verify()


def _cut(logboek, keep: int) -> None:
    """Cut the end off rows, seals and state together, so that the chain in the database is whole again."""
    for victim in logboek.ids()[keep:]:
        logboek.owner.execute("DELETE FROM logboek_regel WHERE id = %s", [victim])
    logboek.owner.execute("DELETE FROM logboek_zegel WHERE volgnummer > %s", [keep])
    logboek.owner.execute(
        "UPDATE logboek_zegelstand SET (volgnummer, kop) = "
        "(SELECT volgnummer, zegel FROM logboek_zegel ORDER BY volgnummer DESC LIMIT 1)"
    )


def test_a_cut_tail_is_found_with_the_anchor_and_cannot_be_seen_without(sealed):
    _cut(sealed, keep=10)

    assert sealed.verify(anchored=False).regels == 10
    with pytest.raises(
        KetenGebroken, match=r"^seal 11 and what follows were cut off: the anchor knows seal 12"
    ):
        sealed.verify()


def test_a_cut_tail_that_has_grown_again_is_found_with_the_anchor(sealed):
    _cut(sealed, keep=10)
    sealed.write(5)
    sealed.seal()

    with pytest.raises(KetenGebroken, match=r"^seal 12 is not the one that was anchored"):
        sealed.verify()


def test_a_cut_tail_is_found_without_the_anchor_when_the_state_was_left_alone(sealed):
    for victim in sealed.ids()[10:]:
        sealed.owner.execute("DELETE FROM logboek_regel WHERE id = %s", [victim])
    sealed.owner.execute("DELETE FROM logboek_zegel WHERE volgnummer > 10")

    with pytest.raises(KetenGebroken, match=r"^seal 10 ends the chain; the state says it ends at seal 12"):
        sealed.verify(anchored=False)
