"""A job that a worker had in hand when it was killed is handed out again; one that somebody is at is left alone."""

import pytest
from asgiref.sync import async_to_sync
from tests.support.zegel import role_connection

from doorzicht.doors.web.jobs import resume


@pytest.mark.parametrize(
    ("silent_for", "status"), [(45, "todo"), (None, "todo"), (5, "doing")], ids=["silent", "gone", "at work"]
)
def test_by_the_last_sign_of_life_of_its_worker(transactional_db, silent_for, status):
    with role_connection("eigenaar") as db:
        worker = None
        if silent_for is not None:
            (worker,) = db.execute(
                "INSERT INTO procrastinate_workers (last_heartbeat)"
                " VALUES (now() - make_interval(secs => %s)) RETURNING id",
                [silent_for],
            ).fetchone()
        (job,) = db.execute(
            "INSERT INTO procrastinate_jobs (task_name, queue_name, priority, args, status, worker_id)"
            " VALUES ('signaleren.notify', 'default', 0, '{}', 'doing', %s) RETURNING id",
            [worker],
        ).fetchone()

        async_to_sync(resume.func)(0)

        row = db.execute("SELECT status FROM procrastinate_jobs WHERE id = %s", [job]).fetchone()
    assert row == (status,)
