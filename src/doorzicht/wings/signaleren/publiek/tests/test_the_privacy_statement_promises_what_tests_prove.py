"""Every promise on the privacy page names the test that fails when it is broken; nothing else is promised there."""

from pathlib import Path

import yaml

from doorzicht.ground.access.api import RECHTEN
from doorzicht.wings.signaleren.publiek.teksten import MAP, TALEN, vertaling, woorden

ROOT = Path(__file__).parents[6]


def proofs() -> dict[str, list[str]]:
    return yaml.safe_load((MAP / "beloften.yaml").read_text())["beloften"]


def test_every_promise_has_a_proof_and_every_proof_a_promise():
    for taal in TALEN:
        assert set(vertaling(taal)["beloften"]) == set(proofs())


def test_every_proof_is_a_test_that_exists():
    for belofte, nodes in proofs().items():
        assert nodes, belofte
        for node in nodes:
            file, _, name = node.partition("::")
            assert f"def {name}(" in (ROOT / file).read_text(), belofte


def test_who_reads_a_report_is_said_as_the_permission_table_says_it():
    words = vertaling("nl")["rollen"]
    assert set(words) == RECHTEN["melding.lezen"].rollen
    assert RECHTEN["melding.melder_zien"].rollen <= set(words)
    told = woorden("nl", gemeente="Heerde")["melden"]["wie_melder"]
    assert words["coordinator"] not in told
    assert words["aandachtsfunctionaris"] in told


def test_the_terms_on_the_page_are_those_of_the_catalogue():
    from doorzicht.ground.catalogus import api as catalogus

    assert catalogus.termijn("eerste-blik").eenheid == "werkdagen"
    assert (
        f"Binnen {catalogus.termijn('eerste-blik').aantal} werkdagen"
        in woorden("nl")["voorpagina"]["code_stappen"][1]
    )
