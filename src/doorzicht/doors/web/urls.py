"""All addresses. Wings bring their own through their api; the public site lives under /m/."""

from django.urls import include, path
from django.views.generic import RedirectView

from doorzicht.doors.web import views

urlpatterns = [
    path("start/", views.start, name="start"),
    path("inloggen/", include("doorzicht.doors.web.inloggen_urls")),
    path("", RedirectView.as_view(url="/start/"), name="voorpagina"),
]
