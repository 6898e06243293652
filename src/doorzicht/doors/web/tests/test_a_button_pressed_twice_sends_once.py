"""Two presses of one button arrive at the same moment: the second waits for the first, and finds what it stored."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection
from django.test import Client

from doorzicht.doors.cli.meten.taken import KAART, _form
from doorzicht.ground.access.api import Actor, context
from doorzicht.wings.signaleren.melding.models import Melding


def _press_together(clients: list[Client], forms: list[dict]) -> list[str]:
    together = Barrier(len(clients))

    def press(client: Client, form: dict) -> str:
        try:
            together.wait(timeout=10)
            return client.post(KAART, form).headers["Location"].partition("?")[0]
        finally:
            connection.close()

    with ThreadPoolExecutor(len(clients)) as pool:
        return [f.result() for f in [pool.submit(press, c, f) for c, f in zip(clients, forms, strict=True)]]


def _stored() -> int:
    with context(Actor.systeem("0246")):
        return Melding.objects.count()


def test_one_person_who_presses_twice_makes_one_melding_with_one_number(browser):
    form = _form()
    answers = _press_together([browser("fenna.verzonnen") for _ in range(4)], [form] * 4)

    assert len(set(answers)) == 1
    assert "/ontvangen/M-" in answers[0]
    assert _stored() == 1


def test_two_people_do_not_wait_for_each_other_and_make_two(browser):
    people = ["fenna.verzonnen", "noor.voorbeeld"]
    answers = _press_together([browser(name) for name in people], [_form(), _form()])

    assert len(set(answers)) == 2
    assert _stored() == 2
