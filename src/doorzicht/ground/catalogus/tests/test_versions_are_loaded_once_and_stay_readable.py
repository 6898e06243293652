"""An old weighing can still be explained: its version stays as it was, and nobody can quietly change it."""

from datetime import UTC, date, datetime

import pytest
from django.db import ProgrammingError, connection, transaction

from doorzicht.engines.weighing import FoutInCatalogus
from doorzicht.ground.catalogus import api, bestand
from doorzicht.ground.catalogus.laden import change_days, load_catalogus
from doorzicht.ground.catalogus.models import Catalogusversie

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def test_migrating_loaded_the_version_of_today(db):
    row = Catalogusversie.objects.get(pk=api.current_version())
    assert bestand.hash_of(row.inhoud) == row.hash
    assert row.versie.endswith(row.hash[:12])


def test_loading_again_changes_nothing(db):
    before = list(Catalogusversie.objects.values())
    with transaction.atomic():
        assert load_catalogus(at=datetime.now(UTC)) == [api.current_version()]
    assert list(Catalogusversie.objects.values()) == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE catalogus_catalogusversie SET hash = 'x'",
        "DELETE FROM catalogus_catalogusversie",
        "INSERT INTO catalogus_catalogusversie SELECT 'x', hash, ingang, geladen_op, inhoud "
        "FROM catalogus_catalogusversie",
    ],
)
def test_the_application_may_read_versions_but_never_write_them(db, statement):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(statement)


def test_an_older_version_reads_as_it_did(db, monkeypatch):
    stored = Catalogusversie.objects.get(pk=api.current_version()).inhoud
    for row in stored["waarnemingen"]["waarnemingen"]:
        row["label"] = f"vroeger: {row['label']}"
    monkeypatch.setattr(api, "_stored", lambda versie: bestand.freeze(stored))
    api._by_code.cache_clear()
    assert api.waarneming("ARB02", versie="oud").label.startswith("vroeger: ")
    assert not api.waarneming("ARB02").label.startswith("vroeger: ")
    assert api.weegcatalogus(versie="oud").versie == "oud"
    api._by_code.cache_clear()
    api._weegcatalogus.cache_clear()


def test_the_stored_version_weighs_exactly_as_the_files_do(db):
    versie = api.current_version()
    stored = Catalogusversie.objects.get(pk=versie).inhoud
    assert bestand.weegcatalogus_from(stored, versie=versie) == api.weegcatalogus()


def test_a_version_that_was_never_loaded_is_refused(db):
    with pytest.raises(api.OnbekendeVersie, match="2020-01-01-niets"):
        api.inhoud("vormen", versie="2020-01-01-niets")


def test_every_announced_change_is_a_day_to_load(inhoud):
    inhoud["taken"]["taken"][0]["geldig_tot"] = "2026-12-31"
    inhoud["taken"]["taken"][1]["geldig_van"] = "2027-03-01"
    assert change_days(inhoud, after=date(2026, 11, 24)) == [date(2027, 1, 1), date(2027, 3, 1)]


def test_a_catalogue_with_a_finding_is_not_loaded(db, inhoud):
    inhoud["functiekaarten"]["kaarten"][0]["vragen"][0]["waarneming"] = "ARB99"
    with pytest.raises(FoutInCatalogus, match=r"klopt niet op 2026-11-24:\n.*ARB99"):
        load_catalogus(at=NOW, inhoud=inhoud)


def test_a_catalogue_that_will_break_later_is_refused_now(db, inhoud):
    row = next(w for w in inhoud["waarnemingen"]["waarnemingen"] if w["code"] == "ARB04")
    row["geldig_tot"] = "2026-12-31"
    with pytest.raises(FoutInCatalogus, match=r"klopt niet op 2027-01-01:\n.*ARB04"):
        load_catalogus(at=NOW, inhoud=inhoud)
