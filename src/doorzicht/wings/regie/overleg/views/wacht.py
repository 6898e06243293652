"""The police look at what will be on the table, and ask to wait with an item."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from doorzicht.ground.access.api import current_actor
from doorzicht.wings.regie.overleg import wacht
from doorzicht.wings.regie.overleg.actions.wacht import set_wacht
from doorzicht.wings.regie.overleg.forms.wacht import WachtForm
from doorzicht.wings.regie.overleg.views.grens import guarded
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Titles and labels of the items this person is invited to."""
    return _page(request)


def _page(request: HttpRequest, *, of: UUID | None = None, form: WachtForm | None = None) -> HttpResponse:
    rows: list[dict[str, Any]] = [
        {
            "blad": sheet,
            "kop": sheet.titel
            or ("Punt dat je niet meer ziet" if sheet.dicht else "Punt uit een afgeschermd deel"),
            "form": form if form is not None and sheet.id == of else WachtForm(auto_id=f"wacht_{n}_%s"),
        }
        for n, sheet in enumerate(wacht.looking_ahead(by=current_actor(), at=timezone.now()))
    ]
    return render(request, "regie/vooruitblik.html", {"rijen": rows, "form": form})


@require_POST
@guarded
def ask(request: HttpRequest, vooruitblik_id: UUID) -> HttpResponse:
    """Ask to wait up to and including a day."""
    form = WachtForm(request.POST, auto_id=f"wacht_{vooruitblik_id.hex}_%s")
    if form.is_valid():
        try:
            set_wacht(vooruitblik_id, tot=form.cleaned_data["tot"], by=current_actor(), at=timezone.now())
        except OngeldigeStap as error:
            form.add_error("tot", str(error))
        else:
            messages.success(request, "De voorzitter ziet dat dit punt wacht, en niet waarom.")
            return redirect("overleg-vooruitblik")
    return _page(request, of=vooruitblik_id, form=form)


@require_POST
@guarded
def take_back(request: HttpRequest, vooruitblik_id: UUID) -> HttpResponse:
    """Take it back before its day."""
    set_wacht(vooruitblik_id, tot=None, by=current_actor(), at=timezone.now())
    messages.success(request, "Dit punt hoeft niet meer te wachten.")
    return redirect("overleg-vooruitblik")
