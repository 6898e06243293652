"""Addresses of the room."""

from django.urls import path
from django.views.generic import RedirectView

from doorzicht.wings.beleid.plan import views

urlpatterns = [
    path("", RedirectView.as_view(url="/beleid/plan/"), name="beleid"),
    path("plan/", views.show_plan, name="plan"),
]
