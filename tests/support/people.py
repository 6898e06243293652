"""The people of a story, each in a browser of their own, logged in through the screens with both factors."""

from dataclasses import dataclass, field

import pyotp
from playwright.sync_api import Browser, BrowserContext, Page

from tests.support.cast import PASSWORD, TOTP_SECRET


@dataclass
class People:
    """`page("noor.voorbeeld")` is her screen; `page()` is the screen of somebody without an account."""

    browser: Browser
    url: str
    width: int = 1280
    contexts: dict[str | None, BrowserContext] = field(default_factory=dict)

    def page(self, who: str | None = None) -> Page:
        """A page of this person; staff are logged in the first time."""
        new = who not in self.contexts
        if new:
            self.contexts[who] = self.browser.new_context(
                viewport={"width": self.width, "height": 900},
                locale="nl-NL",
                timezone_id="Europe/Amsterdam",
                base_url=self.url,
            )
        context = self.contexts[who]
        page = context.pages[0] if context.pages else context.new_page()
        page.set_default_timeout(10_000)
        if new and who is not None:
            log_in(page, who)
        return page

    def close(self) -> None:
        """Close every browser of the story."""
        for context in self.contexts.values():
            context.close()
        self.contexts.clear()


def log_in(page: Page, who: str) -> None:
    """Through the front door to the start page."""
    page.goto("/inloggen/")
    fill_in_login(page, who)
    page.wait_for_url("**/start/")


def fill_in_login(page: Page, who: str) -> None:
    """Name, password, six digits, on the page that asks for them."""
    page.fill("input[name=login]", who)
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.fill("input[name=code]", one_time_code())
    page.click("main button[type=submit]")


def one_time_code() -> str:
    """The six digits of now."""
    return pyotp.TOTP(TOTP_SECRET).now()
