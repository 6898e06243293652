"""Addresses of the functional manager; an account is named by its number."""

from django.urls import path

from doorzicht.doors.web.beheer import rolviews, views

urlpatterns = [
    path("accounts/", views.accounts, name="accounts"),
    path("accounts/<uuid:medewerker_id>/sluiten/", views.close, name="account-sluiten"),
    path("rollen/", rolviews.roles, name="rollencontrole"),
    path("rollen/<int:aanstelling_id>/blijft/", rolviews.confirm, name="rol-blijft"),
    path("rollen/<int:aanstelling_id>/stopt/", rolviews.end, name="rol-stopt"),
]
