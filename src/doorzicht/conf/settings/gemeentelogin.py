"""Login servers of municipalities: one file a municipality, outside the database and readable by the service alone."""

from doorzicht.conf.omgeving import OMGEVING
from doorzicht.doors.web.gemeentelogin.instelling import read_instellingen

DOORZICHT_GEMEENTELOGIN = read_instellingen(OMGEVING.oidc)
