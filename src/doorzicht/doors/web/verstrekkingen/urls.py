"""Addresses of what was released; none holds anything personal."""

from django.urls import path

from doorzicht.doors.web.verstrekkingen import views

urlpatterns = [
    path("", views.received, name="verstrekkingen-ontvangen"),
    path("register/", views.register, name="verstrekkingenregister"),
    path("register.csv", views.register_csv, name="verstrekkingenregister-csv"),
    path("<uuid:verstrekking_id>/", views.show, name="verstrekking"),
    path("<uuid:verstrekking_id>/aannemen/", views.accept, name="verstrekking-aannemen"),
    path("<uuid:verstrekking_id>/afwijzen/", views.refuse, name="verstrekking-afwijzen"),
    path("<uuid:verstrekking_id>/vernietigd/", views.confirm, name="verstrekking-vernietigd"),
]
