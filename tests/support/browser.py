"""Chromium for the journeys: Debian's own, which speaks to nobody but the server under test."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
AXE_OPTIONS = """{
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'], preload: false
}"""
BREED, SMAL = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
"""The two widths at which every screen is looked at."""


def chromium() -> str | None:
    """Where Debian's Chromium is."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One browser for all journeys of a worker; every test opens its own context.

    Not longer: its loop would go on in the thread of tests that need one of their own.
    """
    # Playwright runs a loop in this thread, which makes Django refuse its database there; we never await.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield found
        found.close()


def axe_violations(page: Page) -> list[str]:
    """What axe-core finds on this page: WCAG 2.0 to 2.2, A and AA, and best practice."""
    if not page.evaluate("typeof window.axe !== 'undefined'"):
        # Not add_script_tag: our content security policy would refuse it, as it should.
        page.evaluate(AXE.read_text())
    found = page.evaluate(f"() => axe.run(document, {AXE_OPTIONS})")
    return [
        f"{v['id']}: {v['help']} ({', '.join(n['target'][0] for n in v['nodes'])})"
        for v in found["violations"]
    ]
