"""The pattern pages, mounted in the demo and in development only."""

from django.urls import path

from doorzicht.doors.web.patronen import views

urlpatterns = [
    path("", views.overview, name="patronen"),
    path("<slug:naam>/", views.sample, name="patroon"),
]
