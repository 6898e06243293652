"""The pattern pages, mounted in the demo and in development only."""

from django.urls import path

from doorzicht.doors.web import patronen

urlpatterns = [
    path("", patronen.overview, name="patronen"),
    path("<slug:naam>/", patronen.sample, name="patroon"),
]
