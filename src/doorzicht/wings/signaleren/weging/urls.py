"""Addresses of the room; none holds anything personal."""

from django.urls import path

from doorzicht.wings.signaleren.weging import checkviews, eerderviews, views, voordrachtviews, waarneemviews

MELDING = "meldingen/<uuid:melding_id>/weging/"

urlpatterns = [
    path(MELDING, views.weigh, name="weging"),
    path(f"{MELDING}bellen/", views.record_call, name="weging-bellen"),
    path(f"{MELDING}waarneming/", waarneemviews.choose, name="weging-waarneming"),
    path(f"{MELDING}waarneming/<uuid:waarneming_id>/vervalt/", waarneemviews.drop, name="weging-vervalt"),
    path(f"{MELDING}personen/<uuid:persoon_id>/leeftijd/", waarneemviews.set_age, name="weging-leeftijd"),
    path(f"{MELDING}meebeslissen/", views.decide_along, name="weging-meebeslissen"),
    path(f"{MELDING}aanvullen/", views.supplement, name="weging-aanvullen"),
    path(f"{MELDING}opnieuw/", views.weigh_again, name="weging-opnieuw"),
    path(f"{MELDING}eerder-gezien/", eerderviews.ask_seen_before, name="weging-eerder"),
    path(f"{MELDING}eerder-gezien/regio/", eerderviews.ask_region, name="weging-regio"),
    path(f"{MELDING}voordracht/", voordrachtviews.propose, name="weging-voordracht"),
    path("privacychecks/", checkviews.worklist, name="privacychecks"),
    path("privacychecks/<uuid:check_id>/", checkviews.check, name="privacycheck"),
]
