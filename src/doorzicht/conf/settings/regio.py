"""Seen before in the region: its own key, and when a value is so common that it says nothing."""

from doorzicht.conf.geheimen import read_geheim
from doorzicht.conf.omgeving import OMGEVING

# Apart from the index key of the municipalities: without it nobody can join what they keep, and destroying this one
# file ends recognition across the region for good.
DOORZICHT_REGIOSLEUTEL = read_geheim(
    OMGEVING.geheimen, "regio", create=OMGEVING.demo or not OMGEVING.https, herstel=OMGEVING.herstel
)
DOORZICHT_REGIO_ALGEMEEN = OMGEVING.regio_algemeen
