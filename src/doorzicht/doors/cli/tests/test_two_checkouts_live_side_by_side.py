"""Two checkouts on one machine have two servers, two accounts and two sets of data; one may move."""

import os
from pathlib import Path

from doorzicht.doors.cli.server.supervisor import ensure_running, remove, running_pid, stop


def test_neither_notices_the_other_and_data_moves_along_with_its_checkout(tmp_path: Path, connect):
    one, two = tmp_path / "een" / "postgres", tmp_path / "twee" / "postgres"
    moved = tmp_path / "elders" / "postgres"
    try:
        first, second = ensure_running(one, durable=False), ensure_running(two, durable=False)
        assert first.socket_dir != second.socket_dir
        with connect(first, "doorzicht_eigenaar") as db:
            db.execute("CREATE TABLE alleen_hier (x int)")
        with connect(second, "doorzicht_eigenaar") as db:
            assert db.execute("SELECT to_regclass('alleen_hier')").fetchone() == (None,)
        if os.geteuid() == 0:
            assert one.resolve().stat().st_uid != two.resolve().stat().st_uid

        stop(one)
        assert running_pid(one) is None
        assert running_pid(two) is not None

        one.parent.rename(moved.parent)
        with connect(ensure_running(moved, durable=False), "doorzicht_eigenaar") as db:
            assert db.execute("SELECT count(*) FROM alleen_hier").fetchone() == (0,)
    finally:
        for place in (one, two, moved):
            remove(place)
