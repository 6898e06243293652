"""What every journey needs: a server with the cast, and a browser for everybody in the story."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.browser import browser
from tests.support.people import People
from tests.support.server import Server, server

__all__ = ["browser", "server"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here is a journey."""
    here = Path(__file__).parent
    for item in items:
        if here in Path(item.fspath).parents:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="module")
def people(server: Server, browser: Browser) -> Iterator[People]:
    """Everybody of the cast, each with a browser of their own."""
    cast = People(browser, server.url)
    yield cast
    cast.close()
