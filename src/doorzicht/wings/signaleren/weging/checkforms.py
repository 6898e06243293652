"""What is typed at a privacycheck: the decision on sources or on fields, and the proposal for the overleg."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.utils.html import escape

from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.datums import day_bounds
from doorzicht.ground.lib.velden import DagVeld, VerhaalVeld
from doorzicht.wings.signaleren.weging.invoer import Checkbesluit, GekozenVeld, VoordrachtInvoer
from doorzicht.wings.signaleren.weging.stand import VeldBlad
from doorzicht.wings.signaleren.weging.velden import OMSCHRIJVING, Keuzeveld
from doorzicht.wings.signaleren.weging.workflow import BESLUITEN

UITLEG = {
    "akkoord": "alleen wat je hieronder vrijgeeft",
    "afgewezen": "terug naar wie weegt",
    "tegenvoorstel": "terug, met wat wel kan",
}


class CheckForm(forms.Form):
    """The decision with its reason. Nothing is chosen beforehand."""

    besluit = forms.ChoiceField(
        label="Wat besluit je?",
        choices=list(BESLUITEN.items()),
        widget=forms.RadioSelect(attrs={"kolommen": 3, "uitleg": UITLEG}),
        error_messages={"required": "Kies akkoord, afgewezen of tegenvoorstel."},
    )
    reden = VerhaalVeld(label="Waarom?", rijen=3, error_messages={"required": "Schrijf op waarom."})
    tegenvoorstel = VerhaalVeld(
        label="Wat zou wel kunnen?",
        help_text="Alleen bij een tegenvoorstel.",
        rijen=2,
        required=False,
    )

    def checkbesluit(self) -> Checkbesluit:
        """What was decided, for the verbs."""
        data = self.cleaned_data
        return Checkbesluit(data["besluit"], data["reden"], data["tegenvoorstel"])


class BronnenForm(CheckForm):
    """Privacycheck 1: which of the asked sources are released."""

    vrijgegeven = forms.MultipleChoiceField(
        label="Welke bronnen geef je vrij?",
        help_text="Alleen bij akkoord. Wat je niet kiest blijft dicht.",
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"kolommen": 2}),
    )
    field_order = ("besluit", "vrijgegeven", "reden", "tegenvoorstel")

    def __init__(self, *args: Any, gevraagd: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = set(gevraagd)
        sources = [b for b in catalogus.bronnen() if b.code in asked]
        field = self.fields["vrijgegeven"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(b.code, b.naam) for b in sources]
        field.widget.attrs["uitleg"] = {b.code: b.let_op for b in sources if b.let_op}


class VeldenForm(CheckForm):
    """Privacycheck 2A: yes or no for each field."""

    def __init__(self, *args: Any, velden: Sequence[VeldBlad], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.velden = list(velden)
        for v in self.velden:
            self.fields[f"veld-{v.rij.id}"] = forms.ChoiceField(
                label=f"Geef je dit vrij: {v.label.lower()}?",
                choices=[("ja", "Vrijgeven"), ("nee", "Niet")],
                widget=forms.RadioSelect(attrs={"kolommen": 2}),
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        """With "akkoord" every field gets an answer."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("besluit") == "akkoord":
            for v in self.velden:
                if not data.get(f"veld-{v.rij.id}"):
                    self.add_error(f"veld-{v.rij.id}", "Kies vrijgeven of niet.")
        return data

    def regels(self) -> list[tuple[VeldBlad, BoundField]]:
        """The proposed fields with their question."""
        return [(v, self[f"veld-{v.rij.id}"]) for v in self.velden]

    def vrijgegeven(self) -> set[UUID]:
        """The fields that were released."""
        return {v.rij.id for v in self.velden if self.cleaned_data.get(f"veld-{v.rij.id}") == "ja"}


class VoordrachtForm(forms.Form):
    """What may go to the overleg: each field with why it is needed, and the ground on which."""

    label = forms.CharField(
        label="Waar gaat het over, in een paar woorden?",
        help_text="Zonder namen: dit staat op de agenda.",
        max_length=90,
        error_messages={"required": "Schrijf op waar het over gaat, zonder namen."},
    )
    omschrijving = VerhaalVeld(
        label="Omschrijving voor het overleg",
        help_text="Schrijf zelf wat het overleg moet weten. Neem niets over waaraan de melder te herkennen is.",
        rijen=4,
        max_length=2000,
        required=False,
    )
    grondslag = forms.ChoiceField(
        label="Op welke wettelijke grond?", error_messages={"required": "Kies de wettelijke grond."}
    )
    doel = VerhaalVeld(
        label="Waarvoor heeft het overleg dit nodig?",
        rijen=2,
        max_length=1000,
        error_messages={"required": "Schrijf op waarvoor het overleg dit nodig heeft."},
    )
    noodzaak = VerhaalVeld(
        label="Waarom kan het niet met minder?",
        rijen=2,
        max_length=1000,
        error_messages={"required": "Schrijf op waarom het niet met minder kan."},
    )
    vervalt_op = DagVeld(
        label="Tot en met welke dag mag het overleg dit zien?",
        richting="toekomst",
        error_messages={"required": "Vul een dag in."},
    )
    andere_grond = VerhaalVeld(
        label="Niet eerder gezien. Welke andere grond is er?",
        help_text="Zonder andere grond stopt het hier.",
        rijen=2,
        max_length=1000,
        required=False,
    )

    def __init__(self, *args: Any, opties: Sequence[Keuzeveld], stopt: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.opties = list(opties)
        grounds = (*catalogus.grondslagen(), *catalogus.grondslagen("sectorwetten"))
        field = self.fields["grondslag"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Kies een grond"), *((g.code, f"{g.naam} ({g.artikel})") for g in grounds)]
        if not stopt:
            del self.fields["andere_grond"]
        for o in (*self.opties, Keuzeveld(OMSCHRIJVING, "Omschrijving voor het overleg", "")):
            if o.code != OMSCHRIJVING:
                self.fields[f"kies-{o.code}"] = forms.BooleanField(
                    label=o.label,
                    help_text=escape(o.inhoud),  # the field's template prints a help text as it is
                    required=False,
                )
            self.fields[f"waarom-{o.code}"] = forms.CharField(
                label=f"Waarom nodig: {o.label.lower()}", max_length=300, required=False
            )

    def regels(self) -> list[tuple[BoundField, BoundField]]:
        """The fields one may choose: a box with the content, and the why."""
        return [(self[f"kies-{o.code}"], self[f"waarom-{o.code}"]) for o in self.opties]

    @property
    def waarom_omschrijving(self) -> BoundField:
        """Why the description is needed."""
        return self[f"waarom-{OMSCHRIJVING}"]

    def invoer(self) -> VoordrachtInvoer:
        """What was proposed, for the verb."""
        data = self.cleaned_data
        chosen = [o.code for o in self.opties if data.get(f"kies-{o.code}")]
        if data["omschrijving"]:
            chosen.append(OMSCHRIJVING)
        return VoordrachtInvoer(
            label=data["label"],
            grondslag=data["grondslag"],
            doel=data["doel"],
            noodzaak=data["noodzaak"],
            vervalt_op=day_bounds(data["vervalt_op"])[1],
            velden=tuple(GekozenVeld(code, data[f"waarom-{code}"]) for code in chosen),
            omschrijving=data["omschrijving"],
            andere_grond=data.get("andere_grond", ""),
        )
