"""A breach on the screens, from the report to the closing, with every box filled in."""

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page

from tests.support.stappen import choose, submit


def handle_breach(melder: Page, fg: Page, text: Callable[[str], str]) -> None:
    """`melder` reports, the FG does the rest and prints it; `text(name)` is what stands in the box of that name."""
    melder.goto("/beleid/datalekken/melden/")
    melder.get_by_label("Wat ging er mis?").fill(text("datalek"))
    choose(melder, "Is het nog bezig?", "Nee")
    submit(melder, "Datalek melden")
    told = melder.get_by_text("Je melding heeft nummer").inner_text()
    number = next(word for word in told.split() if word.startswith("D-")).removesuffix(".")
    fg.goto("/beleid/datalekken/")
    fg.get_by_role("main").get_by_role("link", name=number).click()
    address = fg.url
    for name in ("feiten", "betreft_wie", "betreft_wat", "gevolgen", "maatregelen"):
        fg.fill(f"#feiten_{name}", text(f"datalek {name}"))
    submit(fg, "Bewaren")
    _set_clock(fg, text("datalek klok"))
    fg.check("input[name=ap][value=ja]")
    fg.check("input[name=betrokkenen][value=ja]")
    fg.fill("#besluit_ap_reden", text("datalek AP"))
    fg.fill("#besluit_betrokkenen_reden", text("datalek betrokkenen"))
    submit(fg, "Besluit vastleggen")
    fg.fill("#ap_kenmerk", text("datalek kenmerk"))
    fg.fill("#ap_laat_reden", text("datalek laat"))
    submit(fg, "Melding aan de AP vastleggen")
    fg.fill("#ingelicht_hoe", text("datalek ingelicht"))
    submit(fg, "Inlichten vastleggen")
    submit(fg, "Afsluiten")
    assert fg.request.get(f"{address}datalek.pdf").ok
    assert fg.request.get("/beleid/datalekken/register.pdf").ok


def _set_clock(fg: Page, reden: str) -> None:
    fg.get_by_text("De klok klopt niet?").click()
    at = timezone.localtime() - timedelta(minutes=2)
    fg.fill("#klok_dag", f"{at.day}-{at.month}-{at.year}")
    fg.fill("#klok_tijd", f"{at:%H:%M}")
    fg.fill("#klok_reden", reden)
    submit(fg, "Klok verzetten")
