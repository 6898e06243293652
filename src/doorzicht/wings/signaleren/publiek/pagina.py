"""What every public page needs: whose it is, in which language, the words, the addresses around it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt

from doorzicht.ground.access.api import Actor
from doorzicht.ground.access.context import acting
from doorzicht.ground.bestanden.api import Ontvangst
from doorzicht.ground.organisaties.api import Organisatie
from doorzicht.wings.signaleren.publiek import selectors
from doorzicht.wings.signaleren.publiek.teksten import TALEN, Woorden, nummers, vertaling, woorden

UITLEG = ("vragen", "privacy", "toegankelijkheid", "wegen", "bellen-112", "wissen")


@dataclass(frozen=True, slots=True)
class Pagina:
    """Where we are: a municipality or the whole region, and the language."""

    request: HttpRequest
    taal: str
    gemeente: selectors.Gemeente | None = None

    @property
    def t(self) -> Woorden:
        """The words, filled in for this municipality."""
        return woorden(self.taal, gemeente=self.gemeente.naam if self.gemeente else "")

    @property
    def actor(self) -> Actor:
        """A reporter to this municipality."""
        assert self.gemeente is not None
        return Actor.melder(self.gemeente.organisatie.code)

    def url(self, welke: str, /, *, taal: str = "", **kwargs: Any) -> str:
        """The address of another page of the same municipality (or region) and language."""
        kwargs["taal"] = taal or self.taal
        if self.gemeente is None:
            return reverse(f"publiek-regio-{welke}", kwargs=kwargs)
        return reverse(f"publiek-{welke}", kwargs=kwargs | {"gemeente": self.gemeente.slug})

    def render(self, template: str, context: Mapping[str, Any] | None = None) -> HttpResponse:
        """The page as an answer; rendered now, inside the transaction."""
        return render(
            self.request, f"signaleren/publiek/{template}.html", self._frame() | dict(context or {})
        )

    def errors(self, form: BaseForm) -> str:
        """The heading above the errors of a form, or nothing: a form that was not filled in yet has none."""
        count = sum(len(errors) for errors in form.errors.values())
        if count < 2:
            return str(self.t["algemeen"]["fout_een"]) if count else ""
        return str(self.t["algemeen"]["fout_meer"]).format(aantal=count)

    def refusals(self, kept: Ontvangst | None) -> list[dict[str, str]]:
        """The files that were not taken in, and why, in the language of the page."""
        return [{"naam": w.naam, "zin": w.zin(self.taal)} for w in (kept.geweigerd if kept else ())]

    def _frame(self) -> dict[str, Any]:
        organisatie: Organisatie | None = self.gemeente.organisatie if self.gemeente else None
        general = self.t["algemeen"]
        return {
            "t": self.t,
            "taal": self.taal,
            "p": self,
            "gemeente": organisatie,
            "publiek_url": self.url("voorpagina"),
            "publiek_van": general["van"].replace("{naam}", self._whose(general["en"])),
            "urls": {naam.replace("-", "_"): self.url("uitleg", naam=naam) for naam in UITLEG},
            "voet_links": [
                {"naam": name, "url": self.url("uitleg", naam=naam)} for naam, name in general["voet"].items()
            ],
            "machine": vertaling(self.taal)["stand"] == "machine",
            "nummers": nummers(self.taal, "voorpagina"),
        }

    def _whose(self, en: str) -> str:
        if self.gemeente:
            return self.gemeente.naam
        names = [g.naam for g in selectors.gemeenten()]
        return f"{', '.join(names[:-1])} {en} {names[-1]}" if len(names) > 1 else "".join(names)

    def languages(self, welke: str, /, **kwargs: Any) -> list[dict[str, Any]]:
        """The same page in every language, each under its own name."""
        return [
            {
                "code": t,
                "naam": vertaling(t)["naam"],
                "url": self.url(welke, taal=t, **kwargs),
                "nu": t == self.taal,
            }
            for t in TALEN
        ]


def region_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of the whole region: no municipality, no actor, so no personal data can be read at all."""

    @wraps(view)
    def shown(request: HttpRequest, taal: str, **kwargs: Any) -> HttpResponse:
        with translation.override(taal):
            return view(Pagina(request, taal), **kwargs)

    return shown


def municipal_page(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A page of one municipality, in the database context of a reporter to it.

    Django's own CSRF protection needs a cookie and is off here: nobody is logged in, so there is nothing to act in
    the name of. The form carries a signed mark instead (`bewijs`).
    """

    @csrf_exempt
    @wraps(view)
    def shown(request: HttpRequest, gemeente: str, taal: str, **kwargs: Any) -> HttpResponseBase:
        found = selectors.gemeente(gemeente)
        if found is None:
            raise Http404
        pagina = Pagina(request, taal, found)
        with translation.override(taal), acting(pagina.actor):
            return view(pagina, **kwargs)

    return shown


def only_when_open(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Where nobody reads reports there is no form, only people to call. A story that was on its way is shown back.

    An answer like any other: a status of 500 or more would put a line in the log, with the second, for each visit
    (product rule 7), and a proxy may show its own page instead.
    """

    @wraps(view)
    def shown(pagina: Pagina, **kwargs: Any) -> HttpResponse:
        if pagina.gemeente is None or not pagina.gemeente.open:
            typed = pagina.request.POST.get("verhaal", "")
            return pagina.render("dicht", {"nummers": nummers(pagina.taal, "dicht"), "getypt": typed})
        return view(pagina, **kwargs)

    return shown
