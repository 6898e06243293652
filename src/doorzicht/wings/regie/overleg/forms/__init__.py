"""What people type for a meeting, by subject; what is wrong stands beside the field, with the text kept."""

from doorzicht.wings.regie.overleg.forms.overleg import (
    AfwijsForm,
    AgendaForm,
    OverlegForm,
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
    "BesluitForm",
    "BijlageForm",
    "CheckForm",
    "InbrengForm",
    "KlaarForm",
    "NamensForm",
    "OverlegForm",
    "UitnodigForm",
    "VerlengForm",
    "VervangerForm",
    "VoorstelForm",
]
