"""What whoever weighs types: the gates and the decision, an observation, a second opinion, a supplement."""

from typing import Any

from django import forms

from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.velden import DagVeld, VerhaalVeld
from doorzicht.wings.signaleren.weging.invoer import WegingInvoer
from doorzicht.wings.signaleren.weging.stand import WegingBlad
from doorzicht.wings.signaleren.weging.workflow import JA_NEE_ONBEKEND, Poorten

JA_NEE = [("ja", "Ja"), ("nee", "Nee")]
FORM_ID = "weegformulier"
"""The gates stand above what was seen, the decision below it; both belong to this one form of the page."""

LIGGING = {
    "ja": "Het adres in de melding ligt in onze gemeente.",
    "nee": "Het adres in de melding ligt buiten onze gemeente.",
    "onbekend": "Aan het adres in de melding is dat niet te zien.",
}
"""What a melding keeps of its place, in words."""


def _at_gates(widget: type[forms.Widget] = forms.RadioSelect, **attrs: Any) -> forms.Widget:
    return widget(attrs={"form": FORM_ID, **attrs})


class WegingForm(forms.Form):
    """Gates, outcome, reason, and what an outcome asks. Nothing is chosen beforehand."""

    taak = forms.ChoiceField(
        label="Bij welke taak van de gemeente hoort dit?",
        help_text="Zonder taak mag de gemeente hier niets mee.",
        required=False,
        widget=_at_gates(forms.Select),
    )
    gebied = forms.ChoiceField(
        label="Is het in ons gebied?",
        choices=list(JA_NEE_ONBEKEND.items()),
        required=False,
        widget=_at_gates(),
    )
    concreet = forms.ChoiceField(label="Is het concreet?", choices=JA_NEE, required=False, widget=_at_gates())
    concreet_uitleg = forms.CharField(
        label="Waarom wel of niet concreet?",
        help_text="Bijvoorbeeld: plaats, dag en handeling zijn genoemd.",
        max_length=300,
        required=False,
        widget=_at_gates(forms.TextInput),
    )
    recent = forms.ChoiceField(label="Is het recent?", choices=JA_NEE, required=False, widget=_at_gates())
    recent_uitleg = forms.CharField(
        label="Waarom wel of niet recent?",
        help_text="Bijvoorbeeld: laatst gezien op 20 november.",
        max_length=300,
        required=False,
        widget=_at_gates(forms.TextInput),
    )
    uitkomst = forms.ChoiceField(
        label="Wat gebeurt er met de melding?",
        required=False,
        widget=forms.RadioSelect(attrs={"kolommen": 4}),
    )
    reden = VerhaalVeld(
        label="Waarom?",
        help_text="Noem de waarnemingen. De privacyfunctionaris leest mee, later misschien een rechter.",
        rijen=4,
        required=False,
    )
    overdracht_aan = forms.CharField(
        label="Aan wie geef je het?",
        help_text="Naam, functie en organisatie of afdeling.",
        max_length=200,
        required=False,
    )
    overdracht_op = DagVeld(
        label="Wanneer?",
        help_text="Bijvoorbeeld: vandaag, of 3-12-2026.",
        richting="toekomst",
        required=False,
    )
    overdracht_hoe = VerhaalVeld(
        label="Hoe geef je het, en wat geef je mee?",
        help_text="Alleen wat de ander nodig heeft. Nooit wie meldde.",
        rijen=3,
        required=False,
    )
    vraag = VerhaalVeld(
        label="Wat wil je weten, en waarom is dat nodig?",
        help_text="De privacyfunctionaris beslist hierop.",
        rijen=3,
        required=False,
    )
    bronnen = forms.MultipleChoiceField(
        label="In welke bronnen wil je kijken?",
        help_text="Kies zo min mogelijk. Elke bron wordt apart vrijgegeven.",
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"kolommen": 2}),
    )

    def __init__(
        self,
        *args: Any,
        soorten: tuple[str, ...] = (),
        na_analyse: bool = False,
        ligging: str = "onbekend",
        **kwargs: Any,
    ) -> None:
        """`soorten`: kinds of identifiers in the melding; "seen before?" is offered for those only. `ligging`: what
        the address of the melding says of the territory, told beside the question and never answered by it."""
        super().__init__(*args, **kwargs)
        self.fields["gebied"].help_text = LIGGING[ligging]
        tasks = [(t.code, t.naam) for t in catalogus.taken()]
        self._choose("taak", [("", "Kies een taak"), *tasks])
        outcomes = [u for u in catalogus.uitkomsten() if not (na_analyse and u.code == "vervolganalyse")]
        self._choose("uitkomst", [(u.code, u.naam) for u in outcomes])
        self.fields["uitkomst"].widget.attrs["uitleg"] = {u.code: u.hulp for u in outcomes}
        sources = [
            b
            for b in catalogus.bronnen()
            if b.kenmerk in soorten or not (b.kenmerk or (b.regio and not soorten))
        ]
        self._choose("bronnen", [(b.code, b.naam) for b in sources])
        self.fields["bronnen"].widget.attrs["uitleg"] = {b.code: b.let_op for b in sources if b.let_op}

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def invoer(self) -> WegingInvoer:
        """What was typed, for the verbs."""
        data = self.cleaned_data
        yes_no = {"ja": True, "nee": False}
        return WegingInvoer(
            poorten=Poorten(
                taak=data["taak"],
                gebied=data["gebied"],
                concreet=yes_no.get(data["concreet"]),
                concreet_uitleg=data["concreet_uitleg"],
                recent=yes_no.get(data["recent"]),
                recent_uitleg=data["recent_uitleg"],
            ),
            uitkomst=data["uitkomst"],
            reden=data["reden"],
            overdracht_aan=data["overdracht_aan"],
            overdracht_op=data["overdracht_op"],
            overdracht_hoe=data["overdracht_hoe"],
            bronnen=tuple(data["bronnen"]),
            vraag=data["vraag"],
        )


def initial_of(sheet: WegingBlad, *, gates_only: bool) -> dict[str, Any]:
    """A draft back in the form; of an earlier recorded weighing the gates only, never its outcome."""
    p, row = sheet.poorten, sheet.rij
    words = {None: "", True: "ja", False: "nee"}
    gates = {
        "taak": p.taak,
        "gebied": p.gebied,
        "concreet": words[p.concreet],
        "concreet_uitleg": p.concreet_uitleg,
        "recent": words[p.recent],
        "recent_uitleg": p.recent_uitleg,
    }
    if gates_only:
        return gates
    day = row.overdracht_op
    return gates | {
        "uitkomst": row.uitkomst,
        "reden": sheet.reden,
        "overdracht_aan": sheet.overdracht_aan,
        "overdracht_op": f"{day.day}-{day.month}-{day.year}" if day else "",
        "overdracht_hoe": sheet.overdracht_hoe,
        "bronnen": row.bronnen,
        "vraag": sheet.vraag,
    }


class MeebeslisForm(forms.Form):
    """The second person's answer."""

    akkoord = forms.ChoiceField(
        label="Ben je het eens met deze weging?",
        choices=[("ja", "Eens"), ("nee", "Niet eens")],
        widget=forms.RadioSelect(
            attrs={"kolommen": 2, "uitleg": {"ja": "het gebeurt meteen", "nee": "er wordt opnieuw gewogen"}}
        ),
        error_messages={"required": "Kies eens of niet eens."},
    )
    reden = VerhaalVeld(label="Waarom?", rijen=3, error_messages={"required": "Schrijf op waarom."})


class AanvulForm(forms.Form):
    """Something that came after the weighing was recorded."""

    tekst = VerhaalVeld(
        label="Wat wil je toevoegen?",
        help_text="De weging zelf blijft zoals zij is vastgelegd.",
        rijen=3,
        error_messages={"required": "Schrijf op wat je wilt toevoegen."},
    )
