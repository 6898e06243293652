"""The steps of a report without state on the server: each page carries what was typed on the others."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from doorzicht.wings.signaleren.publiek.forms import (
    ControleForm,
    GezienForm,
    PlekForm,
    PubliekForm,
    VeiligForm,
)
from doorzicht.wings.signaleren.publiek.teksten import Woorden

STAPPEN: Final[tuple[type[PubliekForm], ...]] = (VeiligForm, GezienForm, PlekForm, ControleForm)
LAATSTE: Final = len(STAPPEN)


@dataclass(frozen=True, slots=True)
class Gang:
    """Where a press of a button leads: to a step (from 1), with its errors or without, or to sending."""

    stap: int
    form: PubliekForm
    versturen: bool = False


class Invulling:
    """Everything somebody typed so far, over all steps. Lives for one request."""

    def __init__(
        self, data: QueryDict, files: MultiValueDict[str, Any], *, t: Woorden, taal: str, soort: str
    ) -> None:
        self.data, self.files = data, files
        self._kwargs: dict[str, Any] = {"t": t, "taal": taal, "soort": soort}
        self.checked = tuple(form(data, files, **self._kwargs) for form in STAPPEN)

    def blank(self, stap: int) -> PubliekForm:
        """The form of a step with what was typed before, and without errors."""
        form = STAPPEN[stap - 1](**self._kwargs)
        for name, field in form.fields.items():
            field.initial = field.widget.value_from_datadict(self.data, {}, name)
        return form

    def hidden(self, stap: int) -> Iterator[tuple[str, str]]:
        """Name and value of everything typed on the other steps."""
        for nummer, form in enumerate(self.checked, start=1):
            if nummer != stap:
                for name in form.fields:
                    yield from ((name, value) for value in self.data.getlist(name) if value)

    def go(self) -> Gang:
        """Follow the button that was pressed. Going on needs this step right; sending needs all of them."""
        stap, naar = _number(self.data.get("stap")), self.data.get("naar", "")
        if naar == "terug":
            return self._show(stap - 1)
        if naar.isdecimal():
            return self._show(_number(naar))
        if naar == "verstuur":
            return self._send()
        if stap == LAATSTE or not self.checked[stap - 1].is_valid():
            return Gang(stap, self.checked[stap - 1])
        return self._show(stap + 1)

    @property
    def cleaned(self) -> dict[str, Any]:
        """What was typed, checked, of all steps together. Only after `go` said to send."""
        return {name: value for form in self.checked for name, value in form.cleaned_data.items()}

    def _show(self, stap: int) -> Gang:
        stap = min(max(stap, 1), LAATSTE)
        return Gang(stap, self.blank(stap))

    def _send(self) -> Gang:
        for nummer, form in enumerate(self.checked, start=1):
            if not form.is_valid():
                return Gang(nummer, form)
        return Gang(LAATSTE, self.checked[-1], versturen=True)


def _number(text: str | None) -> int:
    """The step a page says it is; anything else is the first."""
    return int(text) if text in {str(stap) for stap in range(1, LAATSTE + 1)} else 1
