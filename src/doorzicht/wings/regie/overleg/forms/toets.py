"""Privacycheck 2B: what may go to whom, and the answer."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.forms import BoundField

from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.velden import VerhaalVeld
from doorzicht.ground.verstrekking.api import Veld
from doorzicht.wings.regie.overleg.forms.velden import LENGTE, set_choices
from doorzicht.wings.regie.overleg.gegevens import Partij
from doorzicht.wings.regie.overleg.invoer import Voorstel
from doorzicht.wings.regie.overleg.workflow import CHECK


class VoorstelForm(forms.Form):
    """What may go to one executing party. Every field is off until somebody says why it is needed."""

    aan_organisatie = forms.ChoiceField(
        label="Wie voert het uit?", error_messages={"required": "Kies wie het uitvoert."}
    )
    grondslag = forms.ChoiceField(label="Op welke grond?", error_messages={"required": "Kies een grondslag."})
    taak = forms.ChoiceField(label="Voor welke taak?", required=False)
    doel = forms.CharField(
        label="Waarvoor?",
        help_text="Bijvoorbeeld: de controle voorbereiden.",
        max_length=200,
        error_messages={"required": "Schrijf op waarvoor."},
    )
    noodzaak = VerhaalVeld(
        label="Waarom kan het niet met minder?",
        rijen=2,
        max_length=LENGTE,
        error_messages={"required": "Schrijf op waarom het niet met minder kan."},
    )

    def __init__(
        self, *args: Any, partijen: Mapping[str, Partij], bron: Iterable[Veld], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.bron = list(bron)
        set_choices(
            self,
            "aan_organisatie",
            [("", "Kies een partij"), *((p.organisatie_id, p.naam) for p in partijen.values())],
        )
        bases = (*catalogus.grondslagen(), *catalogus.grondslagen("sectorwetten"))
        set_choices(
            self,
            "grondslag",
            [("", "Kies een grondslag"), *((b.code, f"{b.naam} ({b.artikel})") for b in bases)],
        )
        tasks = [(t.code, t.naam) for t in catalogus.taken() if t.is_taak]
        set_choices(self, "taak", [("", "Kies een taak"), *tasks])
        for index, veld in enumerate(self.bron):
            self.fields[f"veld_{index}"] = forms.BooleanField(
                label=veld.label, help_text=veld.inhoud, required=False
            )
            self.fields[f"waarom_{index}"] = forms.CharField(
                label=f"Waarom is ‘{veld.label}’ nodig?", max_length=200, required=False
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        chosen = [i for i in range(len(self.bron)) if data.get(f"veld_{i}")]
        if not chosen:
            self.add_error(None, "Kies minstens één veld. Anders is er niets te verstrekken.")
        for index in chosen:
            if not data.get(f"waarom_{index}", "").strip():
                self.add_error(f"waarom_{index}", "Schrijf op waarom dit veld nodig is.")
        return data

    def invoer(self) -> Voorstel:
        data = self.cleaned_data
        parts = list(enumerate(self.bron))
        return Voorstel(
            **{name: data[name] for name in ("aan_organisatie", "grondslag", "taak", "doel", "noodzaak")},
            velden=tuple(
                Veld(v.code, v.label, v.inhoud, data[f"waarom_{i}"]) for i, v in parts if data[f"veld_{i}"]
            ),
            niet_vrijgegeven=tuple(v.label for i, v in parts if not data[f"veld_{i}"]),
        )


class CheckForm(forms.Form):
    """The answer of the privacyfunctionaris: with an agreement yes or no per field. Nothing is chosen beforehand."""

    besluit = forms.ChoiceField(
        label="Mag dit naar deze partij?",
        choices=list(CHECK.items()),
        widget=forms.RadioSelect(
            attrs={
                "kolommen": 3,
                "uitleg": {
                    "akkoord": "alleen de velden die je hieronder vrijgeeft",
                    "afgewezen": "niets gaat weg",
                    "tegenvoorstel": "schrijf op wat wel kan",
                },
            }
        ),
        error_messages={"required": "Kies een antwoord."},
    )
    reden = VerhaalVeld(
        label="Waarom?",
        rijen=3,
        max_length=LENGTE,
        error_messages={"required": "Schrijf op waarom."},
    )

    def __init__(self, *args: Any, velden: Iterable[Veld], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.velden = list(velden)
        for index, veld in enumerate(self.velden):
            self.fields[f"veld_{index}"] = forms.ChoiceField(
                label=f"Geef je dit vrij: {veld.label.lower()}?",
                choices=[("ja", "Vrijgeven"), ("nee", "Niet")],
                widget=forms.RadioSelect(attrs={"kolommen": 2}),
                error_messages={"required": "Kies vrijgeven of niet."},
            )

    def clean(self) -> dict[str, Any]:
        """With "akkoord" every field gets an answer, and at least one a yes; else no field needs one."""
        data = super().clean() or {}
        names = [name for name in self.fields if name.startswith("veld_")]
        if data.get("besluit") != "akkoord":
            for name in names:
                self.errors.pop(name, None)
        elif all(data.get(name) == "nee" for name in names):
            self.add_error("besluit", "Je geeft niets vrij. Kies dan afgewezen.")
        return data

    def regels(self) -> list[tuple[Veld, BoundField]]:
        """The proposed fields, each with its question."""
        return [(veld, self[f"veld_{index}"]) for index, veld in enumerate(self.velden)]

    def vrijgegeven(self) -> set[str]:
        """The codes of the fields that may go."""
        given = enumerate(self.velden)
        return {veld.code for index, veld in given if self.cleaned_data.get(f"veld_{index}") == "ja"}
