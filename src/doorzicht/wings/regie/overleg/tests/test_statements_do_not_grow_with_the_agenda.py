"""The number of SQL statements of a page is fixed, whatever number of items, guests, contributions and actions."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doorzicht.ground.access.api import context
from doorzicht.ground.lib.datums import local_day
from doorzicht.wings.regie.overleg import actions
from doorzicht.wings.regie.overleg.invoer import ActieInvoer


def statements(client, url) -> int:
    client.get(url)  # the first page of a session also notes that somebody is there
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(url).status_code == 200
    return len(found)


@pytest.mark.parametrize(("wie", "budget"), [("bram.testman", 36), ("mila.fictief", 34)])
def test_of_an_item(meeting, client_of, item_url, bram, mila, joris, hugo, now, wie, budget):
    one, (alone,) = meeting("Loods", gasten={0: [mila]})
    small = statements(client_of(wie), item_url(one, alone))
    many, punten = meeting(
        *[f"Punt {n}" for n in range(6)], gasten={n: [mila, joris, hugo] for n in range(6)}
    )
    with context(bram):
        for number in range(5):
            task = ActieInvoer(wat=f"Actie {number}", eigenaar=bram.medewerker_id, uiterlijk=local_day(now))
            actions.add_actie(punten[0].id, task, by=bram, at=now)
    for guest in (mila, joris, hugo):
        with context(guest):
            actions.contribute(punten[0].id, "Iets.", eerder=None, by=guest, at=now)
    large = statements(client_of(wie), item_url(many, punten[0]))
    assert large - small == 3  # keys, owners and municipalities are asked only where there are actions
    assert large <= budget


def test_of_the_list(planned, offered, client_of):
    planned()
    offered("Eén")
    client = client_of("bram.testman")
    small = statements(client, "/regie/overleg/")
    for number in range(6):
        planned()
        offered(f"Punt {number}")
    large = statements(client, "/regie/overleg/")
    assert large == small <= 18
