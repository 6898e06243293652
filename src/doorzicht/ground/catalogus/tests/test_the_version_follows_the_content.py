"""A weighing refers to a version: the same version is the same content, other content is another version."""

from datetime import date

import pytest

from doorzicht.ground.catalogus import bestand

DAY = date(2026, 11, 24)


def _version(inhoud, dag=DAY):
    return bestand.version_of(bestand.valid_on(inhoud, dag))


def test_the_same_content_has_the_same_version(inhoud):
    again = {naam: dict(reversed(deel.items())) for naam, deel in reversed(inhoud.items())}
    assert _version(again) == _version(inhoud)


def test_the_version_starts_with_the_newest_date_label(inhoud):
    inhoud["taken"]["versie"] = "2027-01-15"
    assert _version(inhoud, date(2027, 2, 1)).startswith("2027-01-15-")


@pytest.mark.parametrize(
    "change",
    [
        lambda i: i["waarnemingen"]["waarnemingen"][0]["elementen"][0].update(reden="anders"),
        lambda i: i["ilo-2009"]["regel"][0].update(sterk=3),
        lambda i: i["bewaarregels"]["bewaarregels"][0].update(termijn="2 jaar"),
    ],
)
def test_any_change_gives_another_version(inhoud, change):
    before = _version(inhoud)
    change(inhoud)
    assert _version(inhoud) != before


def test_an_entry_holds_from_its_first_to_its_last_day(inhoud):
    taken = inhoud["taken"]["taken"]
    taken[0].update(geldig_van="2026-11-25", geldig_tot="2026-11-26")

    def present(day):
        geldig = bestand.valid_on(inhoud, date(2026, 11, day))
        return taken[0]["code"] in [taak["code"] for taak in geldig["taken"]["taken"]]

    assert [present(day) for day in (24, 25, 26, 27)] == [False, True, True, False]


def test_the_version_changes_on_the_day_an_entry_expires(inhoud):
    inhoud["taken"]["taken"][0]["geldig_tot"] = "2026-11-24"
    assert _version(inhoud, date(2026, 11, 24)) != _version(inhoud, date(2026, 11, 25))
    assert _version(inhoud, date(2026, 11, 25)) == _version(inhoud, date(2027, 11, 25))


def test_a_file_that_does_not_hold_on_the_day_is_refused(inhoud):
    inhoud["wet-273f"]["geldig_tot"] = "2026-11-23"
    with pytest.raises(bestand.FoutInCatalogus, match="wet-273f geldt niet op 2026-11-24"):
        bestand.valid_on(inhoud, DAY)
