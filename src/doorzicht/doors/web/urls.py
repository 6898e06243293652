"""All addresses. Wings bring their own through their api; the public site lives under /m/."""

from django.conf import settings
from django.urls import include, path
from django.views.generic import RedirectView

from doorzicht.doors.web import huisstijl, over, views
from doorzicht.wings.beleid import api as beleid
from doorzicht.wings.regie import api as regie
from doorzicht.wings.signaleren import api as signaleren

urlpatterns = [
    path("", RedirectView.as_view(url="/m/"), name="voorpagina"),
    path("m/", include(signaleren.public_urls)),
    path("huisstijl.css", huisstijl.huisstijl, name="huisstijl"),
    path("start/", views.start, name="start"),
    path("verder/", views.verder, name="verder"),
    path("over/", include(over.urlpatterns)),
    path("inloggen/", include("doorzicht.doors.web.inloggen_urls")),
    path("signaleren/", include(signaleren.staff_urls)),
    path("regie/", include(regie.staff_urls)),
    path("toezicht/", include("doorzicht.doors.web.toezicht.urls")),
    path("verstrekkingen/", include("doorzicht.doors.web.verstrekkingen.urls")),
    path("beheer/", include("doorzicht.doors.web.beheer.urls")),
    path("beleid/", include(beleid.staff_urls)),
]

if settings.DOORZICHT_DEMO:
    urlpatterns.append(path("patronen/", include("doorzicht.doors.web.patronen.urls")))

handler500 = "doorzicht.doors.web.fouten.server_error"
