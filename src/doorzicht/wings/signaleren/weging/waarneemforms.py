"""The form for what was seen: the list of the catalogue, with what fits the melding first."""

from typing import Any
from uuid import UUID

from django import forms

from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.velden import DagVeld, VerhaalVeld
from doorzicht.wings.signaleren.melding.models import LEEFTIJD
from doorzicht.wings.signaleren.weging.selectors import Tafel
from doorzicht.wings.signaleren.weging.waarnemen import Gekozen

NIEUW, PLEK = "nieuw", "plek"
GROEPEN_BIJ = {"arbeid": "ARB HUI", "seksueel": "SEK", "crimineel": "CRI", "bedelen": "BED", "orgaan": "ORG"}


class LeeftijdForm(forms.Form):
    """What is now known of somebody's age."""

    leeftijd = forms.ChoiceField(label="Leeftijd", choices=LEEFTIJD, widget=forms.RadioSelect)


class WaarneemForm(forms.Form):
    """About whom, what was seen, who says so."""

    over = forms.ChoiceField(
        label="Over wie gaat het?",
        widget=forms.RadioSelect(attrs={"kolommen": 2}),
        error_messages={"required": "Kies over wie het gaat. Niet bekend? Kies dan de plek."},
    )
    aanduiding = forms.CharField(
        label="Hoe noem je deze persoon hier?",
        help_text="Alleen bij iemand die nog niet in de melding staat. Geen naam: ‘man met blauwe pet’.",
        max_length=60,
        required=False,
    )
    leeftijd = forms.ChoiceField(
        label="Hoe oud is deze persoon?", choices=LEEFTIJD, widget=forms.RadioSelect, required=False
    )
    waarnemingen = forms.MultipleChoiceField(
        label="Wat is gezien of gehoord?",
        help_text="Kies alleen wat iemand echt zag of hoorde.",
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"kolommen": 2}),
    )
    kwetsbaarheden = forms.MultipleChoiceField(
        label="Wat maakt deze persoon kwetsbaar?",
        help_text="Staat apart en telt nergens mee. Goed om te weten voor hulp.",
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"kolommen": 2}),
    )
    tegen = VerhaalVeld(
        label="Wat spreekt ertegen?",
        help_text="Wordt getoond naast de weging, nooit afgetrokken.",
        rijen=2,
        max_length=500,
        required=False,
    )
    toelichting = VerhaalVeld(
        label="Wat zag of hoorde iemand precies?", rijen=2, max_length=500, required=False
    )
    bron = forms.CharField(
        label="Van wie komt dit?",
        help_text="Functie of plek, liever geen naam: ‘mentor’, ‘gesprek aan de balie’.",
        max_length=120,
        required=False,
    )
    dag = DagVeld(label="Wanneer?", required=False)

    def __init__(self, *args: Any, tafel: Tafel, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = [(str(p.rij.id), p.aanduiding + (f" ({p.uit})" if p.uit else "")) for p in tafel.personen]
        self._choose(
            "over", [*people, (NIEUW, "Iemand die er nog niet in staat"), (PLEK, "De plek, of niet bekend")]
        )
        self._choose("waarnemingen", _grouped([v for lid in tafel.leden for v in lid.melding.vormen]))
        self.uitleg = {w.code: w.kies_als for w in catalogus.waarnemingen() if w.kies_als}
        self._choose("kwetsbaarheden", [(k.code, k.naam) for k in catalogus.kwetsbaarheden()])

    def _choose(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def groepen(self) -> list[dict[str, Any]]:
        """The observations by group, for the page: open where something is chosen, and the first of all."""
        chosen = set(self["waarnemingen"].value() or [])
        boxes = {str(box.data["value"]): box for box in self["waarnemingen"].subwidgets}
        field = self.fields["waarnemingen"]
        assert isinstance(field, forms.ChoiceField)
        groups: Any = field.choices
        return [
            {
                "naam": name,
                "open": n == 0 or any(code in chosen for code, _ in lines),
                "vakjes": [
                    {"data": boxes[code].data, "naam": label, "uitleg": self.uitleg.get(code, "")}
                    for code, label in lines
                ],
            }
            for n, (name, lines) in enumerate(groups)
        ]

    def clean(self) -> dict[str, Any]:
        """Something must be chosen; a new person needs an age; a vulnerability belongs to a person."""
        data: dict[str, Any] = super().clean() or {}
        if not (data.get("waarnemingen") or data.get("kwetsbaarheden") or data.get("tegen")):
            self.add_error("waarnemingen", "Kies minstens één ding, of schrijf op wat ertegen spreekt.")
        if data.get("over") == NIEUW and not data.get("leeftijd"):
            self.add_error("leeftijd", "Kies een leeftijd. ‘Weet ik niet’ mag ook.")
        if data.get("over") == PLEK and data.get("kwetsbaarheden"):
            self.add_error("kwetsbaarheden", "Kies hierboven over wie dit gaat. Een plek is niet kwetsbaar.")
        return data

    def gekozen(self) -> Gekozen:
        """What was chosen, for the verb."""
        data = self.cleaned_data
        return Gekozen(
            waarnemingen=tuple(data["waarnemingen"]),
            kwetsbaarheden=tuple(data["kwetsbaarheden"]),
            tegen=data["tegen"],
            toelichting=data["toelichting"],
            bron=data["bron"],
            dag=data["dag"],
        )

    def persoon_id(self) -> UUID | None:
        """Who was chosen, if it is somebody of the melding."""
        over = self.cleaned_data["over"]
        return None if over in {NIEUW, PLEK} else UUID(over)


def _grouped(vormen: list[str]) -> list[tuple[str, list[tuple[str, str]]]]:
    first = " ".join(GROEPEN_BIJ.get(v, "") for v in vormen).split()
    groups = sorted(catalogus.groepen(), key=lambda g: g.code not in first)
    every = catalogus.waarnemingen()
    return [(g.naam, [(w.code, w.label) for w in every if w.groep == g.code]) for g in groups]
