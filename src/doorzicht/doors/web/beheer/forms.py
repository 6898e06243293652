"""Who takes over from whoever leaves: a choice for each kind of work, or one colleague for all, and for each role."""

from typing import Any
from uuid import UUID

from django import forms

from doorzicht.ground.access import openwerk
from doorzicht.ground.access.vertrek import Overname, Vertrek
from doorzicht.ground.organisaties.api import ROLLEN

KIES = "Kies een collega"


class SluitForm(forms.Form):
    """The fields follow from what the leaver leaves behind."""

    alles = forms.ChoiceField(
        label="Alles naar één collega",
        help_text="Geldt voor alles waar je hieronder niets kiest. Wie het overneemt, krijgt een mail dat er iets "
        "klaarstaat.",
        required=False,
    )
    zeker = forms.BooleanField(
        label="Ja, sluit dit account. Inloggen kan daarna niet meer.",
        error_messages={"required": "Zet hier een vinkje als je het account wilt sluiten."},
    )

    def __init__(self, *args: Any, vertrek: Vertrek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vertrek = vertrek
        people = [(str(m.id), m.naam) for m in vertrek.collegas]
        self.fields["alles"].choices = [("", KIES), *people]  # type: ignore[attr-defined]
        for soort, count in vertrek.werk:
            self.fields[f"werk_{soort.code}"] = forms.ChoiceField(
                label=openwerk.in_words(soort, count).capitalize(),
                choices=[("", KIES), *people],
                required=False,
            )
        for stand in vertrek.rollen:
            self.fields[f"rol_{stand.rol}"] = forms.ChoiceField(
                label=_role_label(stand.rol, deputy=stand.plaatsvervanger),
                help_text=_role_help(stand.anderen, stand.werk, must=stand.moet),
                choices=[("", KIES if stand.moet else "Niemand nieuw"), *people],
                required=False,
            )
        self.order_fields([*(n for n in self.fields if n != "zeker"), "zeker"])
        if not vertrek.werk and not vertrek.rollen:
            del self.fields["alles"]

    def overname(self) -> Overname:
        """What was chosen; "alles" fills what was left open and must go to somebody."""
        data = self.cleaned_data
        every = data.get("alles") or ""
        werk = {soort.code: data[f"werk_{soort.code}"] or every for soort, _ in self.vertrek.werk}
        rollen = {s.rol: data[f"rol_{s.rol}"] or (every if s.moet else "") for s in self.vertrek.rollen}
        return Overname(_chosen(werk), _chosen(rollen))


def _chosen(choices: dict[str, str]) -> dict[str, UUID]:
    return {code: UUID(value) for code, value in choices.items() if value}


def _role_label(rol: str, *, deputy: bool) -> str:
    return f"Rol: {ROLLEN[rol].naam}{' (vervanger)' if deputy else ''}"


def _role_help(others: tuple[str, ...], work: tuple[str, ...], *, must: bool) -> str:
    """Who else holds the role, and what work lies with it."""
    who = f"Ook: {', '.join(others)}." if others else "Niemand anders heeft deze rol."
    lies = f" Bij de rol: {', '.join(work)}." if work else ""
    return f"{who}{lies}{' Kies wie het wordt.' if must else ''}"
