"""When the sealing stalls, the FG sees it on their page, in a sentence, also when the sealer itself is gone."""

from datetime import timedelta

from django.utils import timezone

from doorzicht.ground.logboek import api


def test_a_logboek_that_was_never_sealed_is_reported(db):
    assert "nog nooit verzegeld" in api.seal_state(at=timezone.now()).uitleg


def test_a_sealed_logboek_is_well_and_says_how_far(sealed):
    state = api.seal_state(at=timezone.now())

    assert (state.vastgelopen, state.uitleg, state.volgnummer) == (False, "", 12)


def test_a_sealer_that_stopped_is_seen_after_a_minute_and_not_before(sealed):
    last = api.seal_state(at=timezone.now()).ronde_op
    assert last is not None

    assert not api.seal_state(at=last + timedelta(seconds=60)).vastgelopen
    assert "draait niet sinds" in api.seal_state(at=last + timedelta(seconds=61)).uitleg


def test_rows_that_wait_for_longer_than_any_transaction_may_last_are_seen(logboek):
    logboek.write(2)
    logboek.owner.execute(
        "UPDATE logboek_regel SET xid = '9000000000000', tijd = tijd - interval '2 minutes'"
    )
    logboek.seal_once()

    assert "wachten op hun zegel" in api.seal_state(at=timezone.now()).uitleg


def test_the_state_shows_no_row_of_the_logboek(sealed):
    assert "melding" not in repr(api.seal_state(at=timezone.now()))
