"""What the form templates ask: the error summary, and which fields may stay empty."""

from dataclasses import dataclass

from django.forms import BaseForm, BoundField


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
    return "Eén antwoord klopt nog niet" if aantal == 1 else f"{aantal} antwoorden kloppen nog niet"


def marks_optional(veld: BoundField) -> bool:
    """Optional fields say "(mag leeg)" only where most fields are required: else the form says it once."""
    if veld.field.required or not veld.label:
        return False
    fields = [f for f in veld.form.fields.values() if not f.widget.is_hidden]
    return sum(f.required for f in fields) * 2 >= len(fields)
