"""Throwaway clusters for the tests of the supervisor."""

from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from doorzicht.doors.cli.server.places import ServerAddress
from doorzicht.doors.cli.server.supervisor import ensure_running, remove
from doorzicht.doors.cli.tests.huis import Huis


@pytest.fixture(scope="module")
def cluster_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data directory for one file of tests, gone afterwards, its system account included."""
    data = tmp_path_factory.mktemp("checkout") / "var" / "postgres"
    yield data
    remove(data)


@pytest.fixture
def server(cluster_dir: Path) -> ServerAddress:
    """A running server in `cluster_dir`."""
    return ensure_running(cluster_dir, durable=False)


@pytest.fixture
def connect() -> Callable[..., psycopg.Connection]:
    """`connect(server, role)`: a connection as one of the roles."""

    def open_connection(server: ServerAddress, role: str, database: str = "doorzicht") -> psycopg.Connection:
        return psycopg.connect(
            host=str(server.socket_dir), port=server.port, user=role, dbname=database, autocommit=True
        )

    return open_connection


@pytest.fixture
def huis(transactional_db: None, tmp_path: Path, settings) -> Iterator[Huis]:
    """An installation on this test's database, with secrets and a key store of its own."""
    found = Huis(tmp_path)
    settings.GEHEIMEN_DIR, settings.DOORZICHT_SLEUTELKLUIS = found.geheimen, found.kluis
    settings.DOORZICHT_BESTANDEN, settings.DOORZICHT_BACKUP = found.bestanden, found.backup
    yield found
    found.owner.close()
