"""What the form templates ask: the error summary, and which fields may stay empty."""

from dataclasses import dataclass

from django.forms import BaseForm, BoundField
from django.utils.translation import get_language

# The public form also speaks English; staff pages are Dutch.
WOORDEN = {
    "nl": {
        "fout": "Fout",
        "gevaar": "Gevaar",
        "zorg_eerst": "Zorg eerst",
        "mag_leeg": "mag leeg",
        "datum": "Bijvoorbeeld 3-12-2026",
        "een_fout": "Eén antwoord klopt nog niet",
        "meer_fouten": "{} antwoorden kloppen nog niet",
    },
    "en": {
        "fout": "Error",
        "gevaar": "Danger",
        "zorg_eerst": "Care first",
        "mag_leeg": "you may leave this empty",
        "datum": "For example 3-12-2026",
        "een_fout": "One answer is not right yet",
        "meer_fouten": "{} answers are not right yet",
    },
}


@dataclass(frozen=True, slots=True)
class Fout:
    """One line of the error summary; `doel` is the id to jump to, empty for an error of the whole form."""

    label: str
    tekst: str
    doel: str = ""

    @property
    def regel(self) -> str:
        """ "Wanneer? Vul een dag in." or "Naam: Dit veld is verplicht." """
        join = " " if self.label[-1:] in "?!." else ": "
        return f"{self.label}{join}{self.tekst}"


def list_errors(form: BaseForm) -> list[Fout]:
    """Every error of a form: those of the whole form first, then per field in the order of the page."""
    fouten = [Fout("", str(text)) for text in form.non_field_errors()]
    for veld in form:
        fouten += [Fout(str(veld.label), str(text), target(veld)) for text in veld.errors]
    return fouten


def target(veld: BoundField) -> str:
    """The id that gets the focus: the field, or the first choice of a group."""
    group = veld.use_fieldset and not hasattr(veld.field.widget, "widgets")
    return f"{veld.auto_id}_0" if group else veld.auto_id


def summary_heading(aantal: int) -> str:
    """The heading above the summary, in words a hurried person reads at once."""
    return own_words("een_fout") if aantal == 1 else own_words("meer_fouten").format(aantal)


def own_words(naam: str) -> str:
    """A word of WOORDEN in the language of the page; Dutch where there is no translation."""
    return WOORDEN.get(get_language() or "nl", WOORDEN["nl"])[naam]


def marks_optional(veld: BoundField) -> bool:
    """Optional fields say "(mag leeg)" only where most fields are required: else the form says it once."""
    if veld.field.required or not veld.label:
        return False
    fields = [f for f in veld.form.fields.values() if not f.widget.is_hidden]
    return sum(f.required for f in fields) * 2 >= len(fields)
