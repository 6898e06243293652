"""Every read, search, change, disclosure and refusal, in the same transaction as what it tells of."""

from django.apps import AppConfig


class LogboekConfig(AppConfig):
    """The logboek and its seals."""

    name = "doorzicht.ground.logboek"
    label = "logboek"
