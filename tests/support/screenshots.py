"""`make screenshots`: the pictures of the README and the manual, of a running demo (`make start`).

They show invented people only. Take them again when a screen changes.
"""

import json
import sys
from pathlib import Path

import pyotp
from playwright.sync_api import Page, sync_playwright

from tests.support.browser import ARGUMENTS, BREED, SMAL, chromium

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "docs" / "beelden"
# Name of the file -> address, and as which role of the demo (empty: a visitor).
PICTURES = {
    "publiek-melden": ("/m/heerde/", ""),
    "werklijst": ("/signaleren/meldingen/", "aandachtsfunctionaris"),
    "start": ("/start/", "aandachtsfunctionaris"),
}


def main(url: str) -> None:
    """Take every picture at both widths."""
    accounts = {a["rol"]: a for a in reversed(json.loads((ROOT / "var" / "demo-accounts.json").read_text()))}
    TARGET.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        for role in sorted({role for _, role in PICTURES.values()}):
            context = browser.new_context(base_url=url, locale="nl-NL", viewport=BREED)
            page = context.new_page()
            if role:
                _log_in(page, accounts[role])
            for name, (address, whose) in PICTURES.items():
                if whose == role:
                    _take(page, name, address)
            context.close()
        browser.close()


def _take(page: Page, name: str, address: str) -> None:
    for size in (BREED, SMAL):
        page.set_viewport_size(size)
        page.goto(address)
        path = TARGET / f"{name}-{size['width']}.png"
        page.screenshot(path=path)
        print(path.relative_to(ROOT))


def _log_in(page: Page, account: dict[str, str]) -> None:
    page.goto("/inloggen/")
    page.fill("input[name=login]", account["gebruikersnaam"])
    page.fill("input[name=password]", account["wachtwoord"])
    page.click("main button[type=submit]")
    page.fill("input[name=code]", pyotp.TOTP(account["totp_secret"]).now())
    page.click("main button[type=submit]")
    page.wait_for_url("**/start/")


if __name__ == "__main__":
    main(sys.argv[1])
