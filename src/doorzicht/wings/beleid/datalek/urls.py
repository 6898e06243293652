"""Addresses of the room; none holds anything personal."""

from django.urls import path

from doorzicht.wings.beleid.datalek import views

EEN = "datalekken/<uuid:datalek_id>/"

urlpatterns = [
    path("datalekken/", views.register, name="datalekken"),
    path("datalekken/register.pdf", views.register_pdf, name="datalekken-pdf"),
    path("datalekken/melden/", views.report, name="datalek-melden"),
    path("datalekken/gemeld/", views.thanks, name="datalek-gemeld"),
    path(EEN, views.show, name="datalek"),
    path(f"{EEN}datalek.pdf", views.breach_pdf, name="datalek-pdf"),
    path(f"{EEN}feiten/", views.add_facts, name="datalek-feiten"),
    path(f"{EEN}besluit/", views.decide, name="datalek-besluit"),
    path(f"{EEN}ap/", views.tell_ap, name="datalek-ap"),
    path(f"{EEN}ingelicht/", views.tell_people, name="datalek-ingelicht"),
    path(f"{EEN}klok/", views.set_clock, name="datalek-klok"),
    path(f"{EEN}afsluiten/", views.close, name="datalek-afsluiten"),
]
