"""The four steps of the public report, and the small forms of coming back. All words come from `teksten`."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from doorzicht.ground.bestanden.api import BestandenVeld
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.velden import DagVeld, KenmerkVeld, VerhaalVeld
from doorzicht.ground.locaties.api import OngeldigAdres, make_address
from doorzicht.wings.signaleren.publiek.teksten import Woorden

LEEFTIJDEN = ("minderjarig", "meerderjarig", "onbekend")
ADRESDELEN = ("straat", "huisnummer", "postcode", "plaats")


class PubliekForm(forms.Form):
    """A form in the language of the page: labels, explanations and every error sentence from its texts."""

    def __init__(self, *args: Any, t: Woorden, taal: str, soort: str = "zorgen", **kwargs: Any) -> None:
        kwargs.setdefault("use_required_attribute", False)
        super().__init__(*args, **kwargs)
        self.t, self.taal, self.soort = t, taal, soort
        self.mag_leeg = t["algemeen"]["mag_leeg"]
        for name, field in self.fields.items():
            words = self._words(name)
            field.label = words.get("label", "")
            field.help_text = words.get("uitleg", "")
        self.fill()

    def fill(self) -> None:
        """Set the choices; a step overrides this."""

    def full_clean(self) -> None:
        """Check, and say what is wrong in the words of the page."""
        super().full_clean()
        if not self.is_bound:
            return
        for name, errors in self.errors.items():
            errors.data[:] = [self._in_own_words(name, error) for error in errors.as_data()]

    def choose(self, name: str, choices: list[tuple[str, str]], **attrs: Any) -> None:
        """Give a choice field its options, with explanations and columns."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
        field.widget.attrs.update(attrs)

    def _words(self, name: str) -> Mapping[str, str]:
        words: dict[str, str] = dict(self.t["velden"].get(name, {}))
        if self.soort == "hulp":
            words |= self.t["velden_hulp"].get(name, {})
        return words

    def _in_own_words(self, name: str, error: ValidationError) -> ValidationError:
        code, known = error.code or "", self.t["fouten"]
        if code in {"required", "leeg"} and "leeg" in self._words(name):
            return ValidationError(self._words(name)["leeg"], code=code)
        kind = name.removeprefix("mijn_")
        sentence = known.get(f"{kind}.{code}") or known.get(code)
        if sentence is None:
            return error
        for key, value in (error.params or {}).items():
            sentence = sentence.replace(f"{{{key}}}", str(value))
        return ValidationError(sentence, code=code)


class VeiligForm(PubliekForm):
    """Step 1: how soon somebody must look."""

    spoed = forms.ChoiceField(widget=forms.RadioSelect)

    def fill(self) -> None:
        self.choose(
            "spoed", [(k.code, k.naam) for k in catalogus.publieke_vragen(self.taal).spoed], kolommen=2
        )


class GezienForm(PubliekForm):
    """Step 2: what was seen, in subjects, in plain questions and in own words; and whether it may be a minor."""

    vormen = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    gezien = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    verhaal = VerhaalVeld(required=False)
    leeftijd = forms.ChoiceField(widget=forms.RadioSelect)

    def fill(self) -> None:
        words = self.t["keuzes"]
        vormen = {v.code: words["vormen"].get(v.code, {"naam": v.naam}) for v in catalogus.vormen()}
        self.choose(
            "vormen",
            [(code, vorm["naam"]) for code, vorm in vormen.items()],
            kolommen=2,
            uitleg={code: vorm.get("uitleg", "") for code, vorm in vormen.items()},
        )
        questions = catalogus.publieke_vragen(self.taal)
        groups = [
            (groep.naam, [(v.code, v.tekst) for v in questions.vragen if v.groep == groep.code])
            for groep in questions.groepen
        ]
        self.choose("gezien", groups)  # type: ignore[arg-type]
        self.fields["gezien"].widget.template_name = "signaleren/publiek/gezien.html"
        ages = words["leeftijd_hulp" if self.soort == "hulp" else "leeftijd"]
        self.choose("leeftijd", [(code, ages[code]) for code in LEEFTIJDEN])

    def clean(self) -> dict[str, Any]:
        """Something must have been seen: a choice or a sentence."""
        data = super().clean() or {}
        if not data.get("gezien") and not data.get("verhaal") and "verhaal" not in self.errors:
            self.add_error("verhaal", ValidationError("leeg", code="leeg"))
        return data


class PlekForm(PubliekForm):
    """Step 3: where and when, and what moved around there."""

    straat = forms.CharField(max_length=80, required=False)
    huisnummer = forms.CharField(
        max_length=12, required=False, widget=forms.TextInput(attrs={"class": "dz-kort"})
    )
    postcode = forms.CharField(
        max_length=8, required=False, widget=forms.TextInput(attrs={"class": "dz-kort"})
    )
    plaats = forms.CharField(max_length=60, required=False)
    omschrijving = forms.CharField(max_length=200, required=False)
    dag = DagVeld(required=False, widget=forms.TextInput(attrs={"class": "dz-kort"}))
    voertuig = forms.CharField(max_length=200, required=False)
    kenteken = KenmerkVeld("kenteken", required=False, widget=forms.TextInput(attrs={"class": "dz-kort"}))
    webadres = KenmerkVeld("url", required=False)

    def clean_dag(self) -> date | None:
        """What was seen lies in the past."""
        day: date | None = self.cleaned_data["dag"]
        if day is not None and day > timezone.localdate():
            raise ValidationError("toekomst", code="toekomst")
        return day

    def clean(self) -> dict[str, Any]:
        """An address that cannot be is said at its own field; one that can be is added, read, as `adres`."""
        data = super().clean() or self.cleaned_data
        try:
            data["adres"] = make_address(**{deel: data.get(deel, "") for deel in ADRESDELEN})
        except OngeldigAdres as error:
            for deel, zin in error.fouten.items():
                field = deel if deel in ADRESDELEN else "huisnummer"
                self.add_error(field, ValidationError(zin, code="onmogelijk"))
        return data


class ControleForm(PubliekForm):
    """Step 4: files and names last and never obliged; the reporter's own details never obliged either.

    Files stand on the last step, because a page that carries what was typed cannot carry a file.
    """

    bestanden = BestandenVeld()
    naam = forms.CharField(max_length=120, required=False)
    telefoon = KenmerkVeld("telefoon", required=False, widget=forms.TextInput(attrs={"inputmode": "tel"}))
    tolk_nodig = forms.BooleanField(required=False)
    mijn_naam = forms.CharField(max_length=120, required=False)
    mijn_telefoon = KenmerkVeld(
        "telefoon", required=False, widget=forms.TextInput(attrs={"inputmode": "tel"})
    )
    mijn_email = KenmerkVeld("email", required=False, widget=forms.TextInput(attrs={"inputmode": "email"}))
    veilig = forms.CharField(max_length=300, required=False)

    OVER_EEN_ANDER = ("naam", "telefoon", "tolk_nodig")

    def fill(self) -> None:
        """Whoever asks for help themselves is not asked for the name of a stranger."""
        if self.soort == "hulp":
            del self.fields["naam"], self.fields["telefoon"]


class TerugForm(PubliekForm):
    """The receipt, typed once by whoever just got it."""

    terug = forms.CharField(
        max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"})
    )


class CodeForm(PubliekForm):
    """The receipt, typed by somebody who comes back."""

    code = forms.CharField(
        max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"})
    )


class BerichtForm(PubliekForm):
    """Something to add, or an answer."""

    bericht = VerhaalVeld(rijen=4)
    bestanden = BestandenVeld()
