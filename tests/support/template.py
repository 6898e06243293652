"""Fill the template database of the tests: schema, reference data, cast. Runs as the owner, in its own process."""

import os
from datetime import date

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doorzicht.conf.settings")
django.setup()

from django.core.management import call_command  # noqa: E402

from doorzicht.ground.organisaties import inrichten  # noqa: E402

PASSWORD = "een-wachtwoord-voor-de-tests"


def main() -> None:
    """Migrate and fill."""
    call_command("migrate", verbosity=0, skip_checks=True)
    inrichten.install_organisaties()
    inrichten.install_cast(password_for=lambda _: PASSWORD, vanaf=date(2026, 1, 1))


if __name__ == "__main__":
    main()
