"""What an outcome asks of whoever chooses it stands open on the page: nobody is sent to a field they cannot see."""

import pytest
from django.urls import reverse

FIELDS = ("vraag", "bronnen", "overdracht_aan", "overdracht_op", "overdracht_hoe")


def _panels(page: str) -> str:
    """What stands inside a part of the page that is folded away."""
    return "".join(part.split("</details>")[0] for part in page.split("<details")[1:])


@pytest.mark.parametrize("sent", [None, {"uitkomst": "vervolganalyse"}, {"uitkomst": "afdeling"}])
def test_no_field_of_the_decision_is_folded_away(melding, client_of, sent):
    noor, where = client_of("noor"), reverse("weging", kwargs={"melding_id": melding()})
    page = (noor.get(where) if sent is None else noor.post(where, sent)).content.decode()
    for name in FIELDS:
        assert f'name="{name}"' in page
        assert f'name="{name}"' not in _panels(page)


def test_after_analysis_no_second_question_is_asked(in_analysis, client_of):
    page = client_of("noor").get(reverse("weging", kwargs={"melding_id": in_analysis()})).content.decode()
    assert 'name="vraag"' not in page
