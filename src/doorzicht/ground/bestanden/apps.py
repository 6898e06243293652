"""Files that people send along: checked by content, cleaned, encrypted on disk, read with a right and a log row."""

from django.apps import AppConfig


class BestandenConfig(AppConfig):
    """Taking in, keeping, reading and removing files."""

    name = "doorzicht.ground.bestanden"
    label = "bestanden"
