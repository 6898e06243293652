"""Addresses of the room."""

from django.urls import path

from doorzicht.wings.signaleren.regio import views

urlpatterns = [
    path("regio/", views.region, name="regio"),
    path("regio/intrekken/", views.withdraw, name="regio-intrekken"),
]
