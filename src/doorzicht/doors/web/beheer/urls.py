"""Addresses of the functional manager; an account is named by its number."""

from django.urls import path

from doorzicht.doors.web.beheer import views

urlpatterns = [
    path("accounts/", views.accounts, name="accounts"),
    path("accounts/<uuid:medewerker_id>/sluiten/", views.close, name="account-sluiten"),
]
