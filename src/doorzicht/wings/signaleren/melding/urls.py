"""Addresses of the room; none holds anything personal."""

from django.urls import path, re_path

from doorzicht.wings.signaleren.melding import bijlageviews, invoerviews, views

urlpatterns = [
    path("", views.worklist, name="signaleren"),
    path("invoeren/", invoerviews.enter_melding, name="melding-invoeren"),
    path("invoeren/kaarten/", invoerviews.choose_card, name="melding-kaarten"),
    path("invoeren/<slug:kaart>/", invoerviews.enter_melding, name="melding-kaart"),
    re_path(r"^ontvangen/(?P<nummer>M-\d{4}-\d{6})/$", invoerviews.received, name="melding-ontvangen"),
    path("mijn/", invoerviews.own_meldingen, name="melding-mijn"),
    path(
        "mijn/<uuid:melding_id>/bestanden/<uuid:bestand_id>/",
        bijlageviews.own_attachment,
        name="melding-mijn-bestand",
    ),
    path("zoek/", views.find, name="melding-zoek"),
    path("meldingen/", views.worklist, name="melding-lijst"),
    path("meldingen/<uuid:melding_id>/", views.show, name="melding"),
    path("meldingen/<uuid:melding_id>/antwoord/", views.answer, name="melding-antwoord"),
    path(
        "meldingen/<uuid:melding_id>/bestanden/<uuid:bestand_id>/",
        bijlageviews.attachment,
        name="melding-bestand",
    ),
    path("meldingen/<uuid:melding_id>/bellen/", views.record_call, name="melding-bellen"),
    path(
        "meldingen/<uuid:melding_id>/personen/<uuid:persoon_id>/rollen/",
        views.set_roles,
        name="melding-rollen",
    ),
    path("meldingen/<uuid:melding_id>/samenvoegen/", views.merge, name="melding-samenvoegen"),
    path("meldingen/<uuid:melding_id>/splitsen/", views.split, name="melding-splitsen"),
    path("meldingen/<uuid:melding_id>/uitsluiten/", views.recuse, name="melding-uitsluiten"),
    path("meldingen/<uuid:melding_id>/melder/", views.reporter, name="melding-melder"),
    path("meldingen/<uuid:melding_id>/afronden/", views.finish, name="melding-afronden"),
]
