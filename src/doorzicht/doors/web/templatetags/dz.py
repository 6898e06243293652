"""The library `dz`: every part of docs/vormgeving.md as a tag, and days as people write them.

Loaded in every template through TEMPLATES' builtins; {% load dz %} also works.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django import template
from django.conf import settings
from django.forms import BaseForm, BoundField
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from doorzicht.doors.web.onderdelen import blokken, dagen, formulieren, standen
from doorzicht.doors.web.onderdelen.iconen import icon
from doorzicht.ground.lib.datums import last_day

register = template.Library()
register.tag("plek", blokken.compile_plek)


@register.simple_tag
def icoon(naam: str, klasse: str = "") -> SafeString:
    """{% icoon "clock" %}: one icon, hidden from screen readers."""
    return icon(naam, klasse)


@register.simple_tag
def status(soort: str, tekst: object) -> SafeString:
    """{% status "te-laat" "5 dagen te laat" %}: icon, word, edge and colour."""
    return standen.badge(soort, tekst)


@register.simple_tag
def termijn(tot: date | datetime | None) -> SafeString:
    """{% termijn melding.uiterlijk %}: the status badge of a last day; nothing when there is none."""
    return standen.badge(*dagen.judge_term(tot)) if tot else SafeString("")


@register.simple_tag
def gewicht(letter: str, met_woord: bool = True) -> SafeString:
    """{% gewicht "S" %}: S sterk, M middel, W zwak, 0 weegt niet; always with the word, seen or heard."""
    woord = {"S": "sterk", "M": "middel", "W": "zwak", "0": "weegt niet"}[letter]
    hidden = "" if met_woord else ' class="dz-onzichtbaar"'
    return format_html(
        '<span class="dz-gewicht dz-gewicht--{}" aria-hidden="true">{}</span> <span{}>{}</span>',
        letter,
        letter,
        SafeString(hidden),
        woord,
    )


@register.simple_tag
def onderdrukt() -> SafeString:
    """{% onderdrukt %}: a figure too small to show. Always these two characters."""
    return SafeString('<span class="dz-onderdrukt">&lt;5</span>')


@register.simple_tag(name="huisstijl")
def huisstijl_link() -> SafeString:
    """{% huisstijl %}: the style sheet of the municipalities' own colours, where there are any."""
    if not getattr(settings, "DOORZICHT_HUISSTIJL", None):
        return SafeString("")
    return format_html('<link rel="stylesheet" href="{}">', reverse("huisstijl"))


# Parts with a body ------------------------------------------------------------------------------------


@blokken.register_block(register, "kaart", "web/onderdelen/kaart.html")
def kaart(
    kop: str = "",
    *,
    niveau: int = 2,
    soort: str = "",
    icoon: str = "",
    id: str = "",
    vol: bool = False,
    als: int | None = None,
) -> dict[str, Any]:
    """{% kaart "Waarnemingen" vol=True %} … {% eindkaart %}; places: "acties", "voet"."""
    kinds = {"", "apart", "slot", "besluit", "zorg", "gevaar", "bedekt"}
    if soort not in kinds:
        raise template.TemplateSyntaxError(
            f"No card {soort!r}; choose from {', '.join(sorted(kinds - {''}))}."
        )
    if soort == "slot" and not icoon:
        icoon = "lock"
    return {"kop": kop, "niveau": niveau, "soort": soort, "icoon": icoon, "id": id, "vol": vol, "als": als}


@blokken.register_block(register, "banner", "web/onderdelen/banner.html")
def banner(soort: str, kop: str = "", *, niveau: int = 2, icoon: str = "") -> dict[str, Any]:
    """{% banner "zorg" "Mogelijk minderjarig" %} … {% eindbanner %}; place: "acties"."""
    icons = {
        "zorg": "heart-handshake",
        "gevaar": "alert-octagon",
        "info": "info-circle",
        "let-op": "alert-triangle",
        "gelukt": "circle-check",
        "fout": "alert-circle",
    }
    if soort not in icons:
        raise template.TemplateSyntaxError(f"No banner {soort!r}; choose from {', '.join(icons)}.")
    return {"soort": soort, "kop": kop, "niveau": niveau, "icoon": icoon or icons[soort]}


@blokken.register_block(register, "kanttekening", "web/onderdelen/kanttekening.html")
def kanttekening(kop: str = "", *, niveau: int = 3) -> dict[str, Any]:
    """{% kanttekening "Zo lees je dit" %} … {% eindkanttekening %}: a quiet remark."""
    return {"kop": kop, "niveau": niveau}


@blokken.register_block(register, "titel", "web/onderdelen/titel.html")
def titel(kop: str) -> dict[str, Any]:
    """{% titel "Mijn werk" %}one line of context{% eindtitel %}; place: "acties"."""
    return {"kop": kop}


@blokken.register_block(register, "ontvangstcode", "web/onderdelen/ontvangstcode.html")
def ontvangstcode(
    code: str, *, kop: str = "Je ontvangstcode", niveau: int = 2, taal: str = ""
) -> dict[str, Any]:
    """{% ontvangstcode code %}what to do with it{% eindontvangstcode %}: never broken inside a group."""
    groups = code.replace("-", "- ").split()
    return {"groepen": groups, "kop": kop, "niveau": niveau, "taal": taal}


# Parts that draw data ---------------------------------------------------------------------------------


def _drawing(naam: str, template_name: str) -> None:
    """{% naam data %}: a part that draws one list or record, described in docs/vormgeving.md."""

    @register.inclusion_tag(f"web/onderdelen/{template_name}.html", name=naam)
    def draw(data: Any, **opties: Any) -> dict[str, Any]:
        return {"data": data, **opties}


for _naam in (
    "kruimels",
    "taken",
    "pillen",
    "poorten",
    "cijfers",
    "lijst",
    "redenen",
    "gegevens",
    "tijdlijn",
    "elementenmatrix",
    "dimensies",
    "agenda",
    "verstrekking",
    "uitgenodigden",
    "talen",
):
    _drawing(_naam, _naam)


@register.inclusion_tag("web/onderdelen/werklijst.html")
def werklijst(data: Iterable[Mapping[str, Any]], **opties: Any) -> dict[str, Any]:
    """{% werklijst lijst %}: the badges of every row are made here, with one look at the calendar: a page holds a
    hundred rows, and a tag of its own for each would be a third of what the page costs."""
    today = timezone.localdate()
    rows = [
        {
            **row,
            "nieuw_merk": standen.badge("vandaag", row["nieuw"]) if row.get("nieuw") else "",
            "spoed_merk": standen.badge(**row["spoed"]) if row["spoed"] else "",
            "sinds": dagen.write_age(row["ontvangen"], vandaag=today) if row["ontvangen"] else "",
            "termijn": standen.badge(*dagen.judge_term(row["uiterlijk"], vandaag=today))
            if row["uiterlijk"]
            else "",
        }
        for row in data
    ]
    return {"rijen": rows, **opties}


@register.inclusion_tag("web/onderdelen/waarnemingen.html")
def waarnemingen(data: Iterable[Any], titel: str = "Waarnemingen") -> dict[str, Any]:
    """{% waarnemingen lijst %}: the column of sources is there when one of the observations has a source."""
    rows = list(data)
    sourced = any(
        row["bron"] if isinstance(row, Mapping) and "bron" in row else getattr(row, "bron", "")
        for row in rows
    )
    return {"data": rows, "titel": titel, "met_bron": sourced}


@register.inclusion_tag("web/onderdelen/leeg.html")
def leeg(zin: str, laatste: str = "") -> dict[str, str]:
    """{% leeg "Geen open vragen." "De laatste beantwoordde je gisteren." %}: empty is good news."""
    return {"zin": zin, "laatste": laatste}


@register.inclusion_tag("web/onderdelen/bladeren.html")
def bladeren(vorige: str = "", volgende: str = "") -> dict[str, str]:
    """{% bladeren vorige=url volgende=url %}: neighbours of a page of a long list, without counts."""
    return {"vorige": vorige, "volgende": volgende}


@register.inclusion_tag("web/onderdelen/stappenbalk.html")
def stappenbalk(stappen: Iterable[str], nu: int) -> dict[str, Any]:
    """{% stappenbalk namen 2 %}: where you are in a form of several pages."""
    return {"stappen": list(stappen), "nu": nu}


@register.inclusion_tag("web/onderdelen/foutsamenvatting.html")
def foutsamenvatting(form: BaseForm, kop: str = "") -> dict[str, Any]:
    """{% foutsamenvatting form %}: what is missing, with links to the fields; nothing without errors."""
    fouten = formulieren.list_errors(form)
    return {"fouten": fouten, "kop": kop or formulieren.summary_heading(len(fouten))}


@register.filter
def mag_leeg(veld: BoundField) -> bool:
    """Whether a field may stay empty and its form marks that."""
    return formulieren.marks_optional(veld)


@register.simple_tag
def formuliertekst(naam: str) -> str:
    """{% formuliertekst "fout" %}: the words a form brings itself, in the language of the page."""
    return formulieren.own_words(naam)


@register.filter
def zonder_uitleg(veld: BoundField) -> SafeString:
    """A field without its help text, where the page itself explains better: {{ veld|zonder_uitleg }}."""
    veld.help_text = ""
    return SafeString(veld.as_field_group())


@register.filter
def uitleg_van(uitleg: Mapping[Any, str] | None, waarde: object) -> str:
    """The explanation of one choice, out of the widget's attrs["uitleg"]."""
    return (uitleg or {}).get(waarde) or (uitleg or {}).get(str(waarde), "")


@register.filter
def heeft(attrs: Mapping[str, object], naam: str) -> bool:
    """Whether a widget has an attribute whose name a template cannot write, such as aria-describedby."""
    return naam in attrs


# Days --------------------------------------------------------------------------------------------------


@register.filter
def dz_dag(wanneer: date | datetime | None) -> str:
    """3 december; with the year when it is not this year."""
    return dagen.write_day(wanneer) if wanneer else ""


@register.filter
def dz_laatste_dag(eind: datetime | None) -> str:
    """The last day on which something holds that ends at this moment: write "tot en met" before it."""
    return dagen.write_day(last_day(eind)) if eind else ""


@register.filter
def dz_lange_dag(wanneer: date | datetime | None) -> str:
    """dinsdag 24 november 2026"""
    return dagen.write_long_day(wanneer) if wanneer else ""


@register.filter
def dz_moment(wanneer: date | datetime | None) -> str:
    """vandaag 08:12, gisteren 16:05, 20 november 09:30"""
    return dagen.write_moment(wanneer) if wanneer else ""


@register.filter
def dz_dagen(wanneer: date | datetime | None) -> str:
    """vandaag 08:12, gisteren, 15 dagen: the age of something that came in."""
    return dagen.write_age(wanneer) if wanneer else ""
