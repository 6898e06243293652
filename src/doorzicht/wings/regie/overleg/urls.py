"""Addresses of the room; none holds anything personal."""

from django.urls import path
from django.views.generic import RedirectView

from doorzicht.wings.regie.overleg.views import (
    acties,
    bijlagen,
    evaluatie,
    genodigden,
    jaar,
    lijst,
    overleg,
    pdf,
    punt,
    toets,
    vervanging,
    wacht,
)

ITEM = "overleg/<uuid:overleg_id>/punt/<uuid:punt_id>/"

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="overleggen"), name="regie"),
    path("overleg/", lijst.index, name="overleggen"),
    path("overleg/plannen/", lijst.plan, name="overleg-plannen"),
    path("overleg/beloofd/", jaar.promise, name="overleg-beloofd"),
    path("overleg/evaluatie/<int:jaar>/", evaluatie.show, name="overleg-evaluatie"),
    path("overleg/aangeboden/<uuid:verstrekking_id>/", lijst.offered, name="overleg-aangeboden"),
    path("overleg/aangeboden/<uuid:verstrekking_id>/agenda/", lijst.put_on_agenda, name="overleg-aannemen"),
    path("overleg/aangeboden/<uuid:verstrekking_id>/afwijzen/", lijst.refuse, name="overleg-afwijzen"),
    path("overleg/acties/<uuid:actie_id>/", acties.show, name="actie"),
    path("overleg/vooruitblik/", wacht.listing, name="overleg-vooruitblik"),
    path("overleg/vooruitblik/<uuid:vooruitblik_id>/", wacht.ask, name="overleg-wacht"),
    path(
        "overleg/vooruitblik/<uuid:vooruitblik_id>/intrekken/",
        wacht.take_back,
        name="overleg-wacht-intrekken",
    ),
    path("overleg/toetsen/", toets.listing, name="overleg-toetsen"),
    path("overleg/toetsen/vervanger/", vervanging.index, name="overleg-vervanger"),
    path(
        "overleg/toetsen/vervanger/<uuid:medewerker_id>/einde/",
        vervanging.end,
        name="overleg-vervanger-einde",
    ),
    path("overleg/toetsen/<uuid:check_id>/", toets.answer, name="overleg-toets"),
    path("overleg/<uuid:overleg_id>/", overleg.show, name="overleg"),
    path("overleg/<uuid:overleg_id>/verzetten/", lijst.reschedule, name="overleg-verzetten"),
    path("overleg/<uuid:overleg_id>/afzeggen/", jaar.cancel, name="overleg-afzeggen"),
    path("overleg/<uuid:overleg_id>/openen/", overleg.open_overleg, name="overleg-openen"),
    path("overleg/<uuid:overleg_id>/verlengen/", overleg.extend, name="overleg-verlengen"),
    path("overleg/<uuid:overleg_id>/sluiten/", overleg.close_overleg, name="overleg-sluiten"),
    path("overleg/<uuid:overleg_id>/overleg.ics", pdf.calendar, name="overleg-ics"),
    path("overleg/<uuid:overleg_id>/agenda.pdf", pdf.agenda, name="overleg-agenda-pdf"),
    path("overleg/<uuid:overleg_id>/besluitenlijst.pdf", pdf.decisions, name="overleg-besluitenlijst-pdf"),
    path(
        "overleg/<uuid:overleg_id>/besluitenlijst.docx",
        pdf.decisions_word,
        name="overleg-besluitenlijst-word",
    ),
    path("overleg/<uuid:overleg_id>/genodigden/", genodigden.invite, name="overleg-genodigden"),
    path(
        "overleg/<uuid:overleg_id>/genodigden/<uuid:medewerker_id>/aanwezig/",
        genodigden.presence,
        name="overleg-aanwezig",
    ),
    path(ITEM, overleg.show_punt, name="overleg-punt"),
    path(ITEM + "behandelen/", overleg.treat, name="punt-behandelen"),
    path(ITEM + "inbreng/", punt.contribute, name="punt-inbreng"),
    path(ITEM + "namens/", punt.contribute_for, name="punt-namens"),
    path(ITEM + "besluit/", punt.decide, name="punt-besluit"),
    path(ITEM + "actie/", punt.add_actie, name="punt-actie"),
    path(ITEM + "bestanden/", bijlagen.add, name="punt-bestanden"),
    path(ITEM + "bestanden/<uuid:bestand_id>/", bijlagen.show, name="punt-bestand"),
    path(ITEM + "toets/", toets.ask, name="punt-toets"),
    path(ITEM + "toets/<uuid:check_id>/verstrekken/", toets.release, name="punt-verstrekken"),
    path(
        ITEM + "genodigden/<uuid:medewerker_id>/intrekken/",
        genodigden.withdraw,
        name="punt-uitnodiging-intrekken",
    ),
]
