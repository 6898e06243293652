"""A kept form, an ended session and a counter of failed logins go when their time is over, and not before."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.utils import timezone

from doorzicht.doors.web.jobs import tidy
from doorzicht.doors.web.models import Concept

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(("left", "stays"), [(HOUR, True), (-HOUR, False)])
def test_a_kept_form_lives_as_long_as_was_promised(db, left, stays):
    Concept.objects.create(medewerker_id=uuid4(), inhoud=b"x", verloopt_op=timezone.now() + left)
    tidy(0)

    assert Concept.objects.exists() is stays


@pytest.mark.parametrize(("left", "stays"), [(HOUR, True), (-HOUR, True), (-2 * DAY, False)])
def test_an_ended_session_is_remembered_for_a_day(db, left, stays):
    Session.objects.create(session_key="x" * 32, session_data="", expire_date=timezone.now() + left)
    tidy(0)

    assert Session.objects.exists() is stays


def test_a_counter_of_failed_logins_goes_when_it_counts_no_more(db):
    cache.set("telt", [1], timeout=900)
    cache.set("telde", [1], timeout=-900)
    tidy(0)

    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM web_cache")
        assert [key for (key,) in cursor.fetchall()] == [":1:telt"]


def test_many_names_tried_do_not_push_a_counter_out(db):
    cache.set("zzz-van-noor", [1], timeout=900)
    for number in range(350):
        cache.set(f"naam-{number}", [1], timeout=900)

    assert cache.get("zzz-van-noor") == [1]
    assert cache.get("naam-0") == [1]
