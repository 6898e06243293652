"""Product rule 9: a decision of which the catalogue says `zorg_eerst` cannot be recorded before the question about care
and shelter is answered: not by the verb, not by the form, not in the database."""

import pytest
from django.db import IntegrityError, transaction

from doorzicht.ground.access.api import context
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.wings.regie.overleg import actions
from doorzicht.wings.regie.overleg.invoer import BesluitInvoer
from doorzicht.wings.regie.overleg.models import Agendapunt, Besluit

CARE_FIRST = [b.code for b in catalogus.besluiten() if b.zorg_eerst]
OTHERS = [b.code for b in catalogus.besluiten() if not b.zorg_eerst]


def test_the_catalogue_asks_it_of_a_control_and_a_measure():
    assert set(CARE_FIRST) == {"controle", "maatregel"}


@pytest.mark.parametrize("soort", CARE_FIRST)
@pytest.mark.parametrize(
    ("zorgcheck", "zorg"), [("", ""), ("geregeld", " "), ("nog_niet", "Morgen."), ("", "Ja")]
)
def test_without_an_answer_it_may_not_be_recorded(meeting, bram, now, soort, zorgcheck, zorg):
    _, (punt,) = meeting()
    invoer = BesluitInvoer(soort=soort, motivering="Brandgevaar.", zorgcheck=zorgcheck, zorg=zorg)
    with context(bram):
        with pytest.raises(actions.ZorgEerst):
            actions.decide(punt.id, invoer, by=bram, at=now)
        assert not Besluit.objects.exists()
        assert Agendapunt.objects.get(pk=punt.id).status == "straks"


@pytest.mark.parametrize("soort", CARE_FIRST)
@pytest.mark.parametrize("zorgcheck", ["geregeld", "niet_nodig"])
def test_with_an_answer_it_may(meeting, bram, now, soort, zorgcheck):
    _, (punt,) = meeting()
    invoer = BesluitInvoer(
        soort=soort, motivering="Brandgevaar.", zorgcheck=zorgcheck, zorg="Noor regelt zes bedden."
    )
    with context(bram):
        assert actions.decide(punt.id, invoer, by=bram, at=now).zorgcheck == zorgcheck


@pytest.mark.parametrize("soort", OTHERS)
def test_other_decisions_need_no_answer(meeting, bram, now, soort):
    _, (punt,) = meeting()
    with context(bram):
        assert actions.decide(punt.id, BesluitInvoer(soort=soort, motivering="Ja."), by=bram, at=now)


def test_the_database_refuses_it_too(meeting, bram, now):
    _, (punt,) = meeting()
    with context(bram):
        casus = BesluitInvoer(soort="casus", motivering="Ja.")
        made = actions.decide(punt.id, casus, by=bram, at=now)
        copy = {f.attname: getattr(made, f.attname) for f in Besluit._meta.concrete_fields}
        made.delete()
        with pytest.raises(IntegrityError), transaction.atomic():
            Besluit(**{**copy, "soort": "maatregel", "zorg_eerst": True}).save(force_insert=True)


@pytest.mark.parametrize(
    ("zorgcheck", "sentence"),
    [
        ("", "Beantwoord eerst deze vraag"),
        ("nog_niet", "Dan kan dit besluit nog niet"),
        ("geregeld", "Schrijf op wie"),
    ],
)
def test_the_form_says_so_beside_the_question_and_keeps_the_text(
    meeting, client_of, item_url, zorgcheck, sentence
):
    overleg, (punt,) = meeting()
    sent = {
        "soort": "controle",
        "motivering": "Brandgevaar boven de loods",
        "zorgcheck": zorgcheck,
        "zorg": "",
    }
    page = client_of("bram.testman").post(item_url(overleg, punt, "besluit/"), sent).content.decode()
    assert sentence in page
    assert "Brandgevaar boven de loods" in page
    assert "Fout:" in page
