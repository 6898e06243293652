"""The page of a meeting: the agenda on the left, one item whole on the right, and what this reader may do."""

from datetime import datetime
from typing import Any

from doorzicht.ground.access.api import Actor, may
from doorzicht.ground.lib.datums import local_day
from doorzicht.wings.regie.overleg import forms, selectors, toon, wacht
from doorzicht.wings.regie.overleg.acties import open_acties
from doorzicht.wings.regie.overleg.gegevens import OverlegBlad, PuntBlad
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap

MAY_RELEASE = ("controle", "casus", "riec", "maatregel", "zorg")


def overleg_context(blad: OverlegBlad, *, punt: PuntBlad | None, by: Actor, at: datetime) -> dict[str, Any]:
    """The frame of the page: title, status, agenda, what the chair can do."""
    today, row = local_day(at), blad.rij
    standing = may(by, "overleg.vast_lid")
    items = selectors.agenda(row, by=by)
    earlier = open_acties(by=by, voor=row) if standing else ()
    here = punt.rij.id if punt else None
    waits = wacht.waiting([item.rij.id for item in items], at=at)
    return {
        "blad": blad,
        "o": row,
        "wanneer": toon.when(blad, today=today),
        "stand": toon.overleg_stand(row, items),
        "agenda": wacht.marked(
            toon.agenda_rows(row, items, here=here, late=toon.late_count(earlier, today=today)),
            [item.rij.id in waits for item in items],
        ),
        "wacht": wacht.mark(waits.get(here), vast_lid=standing, by=by, today=today) if here else None,
        "vast_lid": standing,
        "voorzitter": may(by, "overleg.beheren") and row.organisatie_id == by.organisatie_id,
        "eerdere_acties": toon.actie_rows(
            earlier, today=today, me=by.medewerker_id, chair=may(by, "overleg.beheren")
        ),
        "verleng": forms.VerlengForm(auto_id="verleng_%s", initial={"eind": toon.clock(row.eind)}),
    }


def punt_context(blad: OverlegBlad, punt: PuntBlad, *, by: Actor, at: datetime) -> dict[str, Any]:
    """One item: who sees it, what was released, what was said, decided and agreed, and the forms for the next step."""
    today, row = local_day(at), blad.rij
    chair = may(by, "overleg.beheren") and row.organisatie_id == by.organisatie_id
    running = row.status == "bezig"
    ids = (
        [i for i in (punt.inhoud.privacycheck_door, punt.inhoud.aangeboden_door) if i] if punt.inhoud else []
    )
    names = selectors.people(ids) if ids else {}
    giver = names.get(punt.inhoud.aangeboden_door) if punt.inhoud else None
    return {
        "punt": punt,
        "p": punt.rij,
        "ingebracht_door": giver.naam if giver else "",
        "merken": toon.care_marks(punt.inhoud, vast_lid=may(by, "overleg.vast_lid")),
        "erbij": toon.invited_rows(row, punt.deelnemers, punt.rij.volgnummer),
        "vrijgegeven": toon.released(punt.inhoud, overleg=row, names=names, today=today)
        if punt.inhoud
        else None,
        "gezegd": toon.said(punt),
        "acties": toon.actie_rows(
            punt.acties,
            today=today,
            me=by.medewerker_id if by.organisatie_id == row.organisatie_id else None,
            chair=chair,
        ),
        "mag_besluiten": chair
        and running
        and punt.rij.soort == "verstrekking"
        and punt.rij.status in ("straks", "nu"),
        "bijlage_form": forms.BijlageForm(auto_id="bestand_%s")
        if chair and not row.voorbij and punt.rij.soort != "acties_vorige"
        else None,
        "mag_beginnen": chair and running and punt.rij.status == "straks",
        "mag_toetsen": chair and punt.besluit is not None and punt.besluit.rij.soort in MAY_RELEASE,
        **item_forms(punt, by=by, running=running, chair=chair),
    }


def item_forms(punt: PuntBlad, *, by: Actor, running: bool, chair: bool) -> dict[str, Any]:
    """The forms this reader may use on this item now; those they may not use are None."""
    mine = next((b for b in punt.bijdragen if b.persoon.medewerker_id == by.medewerker_id), None)
    empty = {
        b.persoon.medewerker_id: b.persoon.naam for b in punt.bijdragen if b.op is None and b is not mine
    }
    people = {d.persoon.medewerker_id: d.persoon.naam for d in punt.deelnemers}
    written = {"tekst": mine.tekst, "eerder": mine.op.isoformat() if mine.op else ""} if mine else {}
    return {
        "inbreng": forms.InbrengForm(auto_id="inbreng_%s", initial=written) if mine and running else None,
        "namens": forms.NamensForm(auto_id="namens_%s", mensen=empty)
        if chair and running and empty
        else None,
        "besluit_form": forms.BesluitForm(auto_id="besluit_%s"),
        "actie_form": forms.ActieForm(auto_id="actie_%s", mensen=people)
        if chair and running and punt.rij.status != "vervallen"
        else None,
    }


def page_context(
    overleg_id: Any, punt: PuntBlad | None, *, by: Actor, at: datetime, fout: OngeldigeStap | str = ""
) -> dict[str, Any]:
    """The whole page. `fout` is what went wrong with the last step."""
    blad = selectors.find_overleg(overleg_id, by=by)
    context = overleg_context(blad, punt=punt, by=by, at=at)
    if punt is not None:
        context |= punt_context(blad, punt, by=by, at=at)
        context["merken"] += [context["wacht"]] if context["wacht"] else []
    return context | {"fout": str(fout)}
