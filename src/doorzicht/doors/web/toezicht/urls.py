"""Addresses of oversight."""

from django.urls import path

from doorzicht.doors.web.toezicht import views

urlpatterns = [
    path("vernietigen/", views.destruction, name="vernietigen"),
    path("vernietigen/<uuid:lijst_id>/", views.destruction_list, name="vernietigingslijst"),
    path("vernietigen/<uuid:lijst_id>/bevestigen/", views.confirm_destruction, name="vernietigen-bevestigen"),
    path("logboek/", views.logbook, name="logboek"),
]
