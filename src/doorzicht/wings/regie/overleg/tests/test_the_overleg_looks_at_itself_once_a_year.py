"""The yearly self-evaluation: filled with the members, settled once, kept per year, about the overleg and no case."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from doorzicht.ground.access.api import Actor, Geweigerd, context
from doorzicht.ground.bewaren.api import destruction_day
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.vault.models import Dossier
from doorzicht.wings.regie.overleg import evaluatie
from doorzicht.wings.regie.overleg.evaluatie import VRAGEN, Antwoord
from doorzicht.wings.regie.overleg.jaarmodel import Overlegjaar
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap

ALLES = {code: Antwoord("goed") for code in VRAGEN}


@pytest.fixture
def year(now):
    return local_day(now).year


@pytest.fixture
def save(bram, noor, now, year):
    """`save(vaststellen=True)`: what the chair and Noor filled in."""

    def do(antwoorden=ALLES, *, jaar=year, met=None, afspraken="Vaker de zorg erbij.", vaststellen=True):
        with context(bram):
            evaluatie.save_evaluation(
                jaar,
                antwoorden,
                met=(noor.medewerker_id,) if met is None else met,
                afspraken=afspraken,
                vaststellen=vaststellen,
                by=bram,
                at=now,
            )

    return do


def test_a_draft_may_have_gaps_and_change_what_is_settled_may_not(save, bram, noor, year):
    save({"ritme": Antwoord("beter")}, met=(), afspraken="", vaststellen=False)
    save()
    with pytest.raises(OngeldigeStap, match="al vastgesteld"):
        save(vaststellen=False)
    with context(noor):
        found = evaluatie.read_evaluation(year, by=noor)
    assert (found.stand, found.afspraken, found.met) == (
        "Vastgesteld", "Vaker de zorg erbij.", (noor.medewerker_id,),
    )  # fmt: skip
    assert set(found.antwoorden) == set(VRAGEN)


def test_the_database_keeps_what_is_settled_and_still_counts(save, bram, year):
    save()
    with context(bram):
        with pytest.raises(IntegrityError), transaction.atomic():
            Overlegjaar.objects.filter(jaar=year).update(afspraken=b"anders")
        with pytest.raises(IntegrityError), transaction.atomic():
            Overlegjaar.objects.filter(jaar=year).update(evaluatie="concept")
        assert Overlegjaar.objects.filter(jaar=year).update(gehouden=3) == 1


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"antwoorden": {k: v for k, v in ALLES.items() if k != "zorg"}}, "Beantwoord nog"),
        ({"antwoorden": {**ALLES, "acties": Antwoord("niet", " ")}}, "Schrijf op waarom"),
        ({"met": ()}, "minstens één ander lid"),
        ({"afspraken": " "}, "anders doen"),
    ],
)
def test_settling_asks_for_everything(save, anders, zin):
    with pytest.raises(OngeldigeStap, match=zin):
        save(**anders)


@pytest.mark.parametrize("verschil", [1, -2])
def test_it_is_about_this_year_or_the_last(save, year, verschil):
    with pytest.raises(OngeldigeStap, match="dit jaar"):
        save(jaar=year + verschil)
    save(jaar=year - 1)


@pytest.mark.parametrize("wie", ["noor.voorbeeld", "mila.fictief", "hugo.handhaaf", "sietse.denkbeeldig"])
def test_only_the_chair_fills_it(actor, now, year, wie):
    other = actor(wie)
    with context(other), pytest.raises(Geweigerd):
        evaluatie.save_evaluation(year, ALLES, met=(), afspraken="x", vaststellen=False, by=other, at=now)


@pytest.mark.parametrize("wie", ["mila.fictief", "hugo.handhaaf", "otto.elders"])
def test_a_guest_or_another_municipality_reads_nothing_of_it(save, actor, year, wie, client_of):
    save()
    with context(actor(wie)):
        assert not Overlegjaar.objects.exists()
    assert client_of(wie).get(f"/regie/overleg/evaluatie/{year}/").status_code in (200, 403, 404)
    assert "Vaker de zorg" not in client_of(wie).get(f"/regie/overleg/evaluatie/{year}/").content.decode()


def test_it_is_encrypted_and_goes_by_its_own_rule(save, year):
    save()
    with context(Actor.systeem("0246")):
        row = Overlegjaar.objects.get(jaar=year)
        dossier = Dossier.objects.get(pk=row.id)
    assert b"zorg erbij" not in bytes(row.afspraken)
    assert b"goed" not in bytes(row.antwoorden)
    assert dossier.bewaarregel == "overlegjaar"
    last = local_day(row.ingevuld_op).replace(month=12, day=31)
    assert dossier.vernietigen_op == destruction_day("overlegjaar", from_day=last)
    assert dossier.vernietigen_op - last > timedelta(days=4 * 365)


def test_on_the_screen_it_is_kept_settled_and_read_in_later_years(client_of, noor, year):
    url, bram = f"/regie/overleg/evaluatie/{year - 1}/", client_of("bram.testman")
    assert client_of("noor.voorbeeld").get(url).status_code == 404  # there is nothing to read yet
    sent = {f"oordeel_{code}": "goed" for code in VRAGEN} | {"met": [noor.medewerker_id]}
    assert bram.post(url, sent).status_code == 302
    refused = bram.post(url, {**sent, "vaststellen": "ja"}).content.decode()
    assert "Schrijf op wat jullie volgend jaar anders doen." in refused
    assert bram.post(url, {**sent, "afspraken": "Op tijd beginnen.", "vaststellen": "ja"}).status_code == 302
    shown = client_of("noor.voorbeeld").get(url).content.decode()
    for text in ("Op tijd beginnen.", "Gaat goed", "Ingevuld door Bram Testman met Noor Voorbeeld"):
        assert text in shown
    assert bram.post(url, sent).status_code == 404
    assert (
        "zelfevaluatie " + str(year - 1)
        in client_of("noor.voorbeeld").get("/regie/overleg/").content.decode()
    )
