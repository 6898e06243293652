"""Logging in and out, the second factor, the password. allauth's views under Dutch addresses; no sign-up."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import path
from django.views.generic import RedirectView

from doorzicht.doors.web.gemeentelogin import views as gemeente

urlpatterns = [
    path("", account.login, name="account_login"),
    path("uit/", account.logout, name="account_logout"),
    path("code/", mfa.authenticate, name="mfa_authenticate"),
    path("opnieuw/", account.reauthenticate, name="account_reauthenticate"),
    path("opnieuw/code/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("wachtwoord/", account.password_change, name="account_change_password"),
    path("tweede-stap/", mfa.index, name="mfa_index"),
    path("tweede-stap/aan/", totp.activate_totp, name="mfa_activate_totp"),
    path("tweede-stap/uit/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("opnieuw/sleutel/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("tweede-stap/sleutel/", RedirectView.as_view(pattern_name="mfa_index"), name="mfa_list_webauthn"),
    path("tweede-stap/sleutel/aan/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path("tweede-stap/sleutel/<int:pk>/weg/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
    path("gemeente/terug/", gemeente.come_back, name="gemeentelogin-terug"),
    path("gemeente/koppelen/", gemeente.bind, name="gemeentelogin-koppelen"),
    path("gemeente/ontkoppelen/", gemeente.unbind, name="gemeentelogin-ontkoppelen"),
    path("gemeente/<slug:code>/", gemeente.leave, name="gemeentelogin"),
]
