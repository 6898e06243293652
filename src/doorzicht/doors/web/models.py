"""What the web door itself keeps: text that somebody was typing when their session ended."""

import uuid

from django.db import models


class Concept(models.Model):
    """A form that arrived after its session had ended, encrypted with a key that only the browser holds.

    Read before there is a context (like sessions), so it stands on the declared list of identity tables.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    medewerker_id = models.UUIDField()
    inhoud = models.BinaryField()
    verloopt_op = models.DateTimeField(db_index=True)

    class Privacy:
        gegevens = "een formulier dat nog niet was verstuurd; versleuteld met een sleutel in de browser"
        bewaarregel = "een uur"
