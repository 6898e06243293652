"""What people type for a meeting, by subject; what is wrong stands beside the field, with the text kept."""

from doorzicht.wings.regie.overleg.forms.evaluatie import EvaluatieForm
from doorzicht.wings.regie.overleg.forms.overleg import (
    AfwijsForm,
    AgendaForm,
    BeloofdForm,
    OverlegForm,
    PlanForm,
    UitnodigForm,
    VerlengForm,
)
from doorzicht.wings.regie.overleg.forms.punt import (
    ActieForm,
    BesluitForm,
    BijlageForm,
    InbrengForm,
    KlaarForm,
    NamensForm,
)
from doorzicht.wings.regie.overleg.forms.toets import CheckForm, VoorstelForm
from doorzicht.wings.regie.overleg.forms.vervanging import VervangerForm

__all__ = [
    "ActieForm",
    "AfwijsForm",
    "AgendaForm",
    "BeloofdForm",
    "BesluitForm",
    "BijlageForm",
    "CheckForm",
    "EvaluatieForm",
    "InbrengForm",
    "KlaarForm",
    "NamensForm",
    "OverlegForm",
    "PlanForm",
    "UitnodigForm",
    "VerlengForm",
    "VervangerForm",
    "VoorstelForm",
]
