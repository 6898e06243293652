"""Addresses under /m/: a municipality, then `en/` for English. A receipt or a name is never in one."""

from django.urls import URLPattern, path

from doorzicht.wings.signaleren.publiek import terugviews, views


def _region(taal: str, prefix: str) -> list[URLPattern]:
    own = {"taal": taal}
    return [
        path(prefix, views.region_front, own, name="publiek-regio-voorpagina"),
        path(f"{prefix}kiezen/<slug:weg>/", views.choose, own, name="publiek-regio-kiezen"),
        path(f"{prefix}uitleg/<slug:naam>/", views.region_explain, own, name="publiek-regio-uitleg"),
    ]


def _municipality(taal: str, prefix: str) -> list[URLPattern]:
    own = {"taal": taal}
    return [
        path(prefix, views.front, own, name="publiek-voorpagina"),
        path(f"{prefix}melden/", views.report, own | {"soort": "zorgen"}, name="publiek-melden"),
        path(f"{prefix}hulp/", views.help_first, own, name="publiek-hulp"),
        path(f"{prefix}hulp/vertellen/", views.report, own | {"soort": "hulp"}, name="publiek-vertellen"),
        path(f"{prefix}ontvangst/", views.confirm, own, name="publiek-ontvangst"),
        path(f"{prefix}code/", terugviews.come_back, own, name="publiek-code"),
        path(f"{prefix}code/toevoegen/", terugviews.add, own, name="publiek-toevoegen"),
        path(f"{prefix}uitleg/<slug:naam>/", views.explain, own, name="publiek-uitleg"),
    ]


urlpatterns = [
    *_region("en", "en/"),
    *_region("nl", ""),
    *_municipality("en", "<slug:gemeente>/en/"),
    *_municipality("nl", "<slug:gemeente>/"),
]
