"""The review of roles in the demo: a colleague looked at everybody three weeks ago, but for one role that is late."""

from datetime import datetime, timedelta

from doorzicht.doors.cli.demo_stand import actor_of
from doorzicht.ground.access import rollencontrole
from doorzicht.ground.access.api import context
from doorzicht.ground.lib.datums import local_day

GELEDEN = timedelta(days=21)
LAAT = ("Hugo Handhaaf", "toezichthouder")
"""Whom nobody looked at: the list has something to show."""


def review_roles(*, nu: datetime) -> None:
    """Sietse looks at everybody, and Bram at Sietse."""
    sietse, bram = actor_of("sietse.denkbeeldig"), actor_of("bram.testman")
    at = nu - GELEDEN
    for by, of_whom in ((sietse, None), (bram, sietse.medewerker_id)):
        with context(by):
            for line in rollencontrole.overview(by=by, on=local_day(nu)):
                row = line.aanstelling
                wanted = row.medewerker_id == of_whom if of_whom else row.medewerker_id != by.medewerker_id
                if wanted and (row.medewerker.naam, row.rol) != LAAT:
                    rollencontrole.confirm(row.pk, by=by, at=at)
