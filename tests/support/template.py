"""Fill the template database of the tests: schema, reference data, cast. Runs as the owner, in its own process."""

import os
from datetime import date

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doorzicht.conf.settings")
django.setup()

from allauth.mfa.adapter import get_adapter  # noqa: E402
from allauth.mfa.models import Authenticator  # noqa: E402
from django.core.management import call_command  # noqa: E402

from doorzicht.ground.organisaties import inrichten  # noqa: E402
from tests.support.cast import PASSWORD, TOTP_SECRET  # noqa: E402


def main() -> None:
    """Migrate and fill."""
    call_command("migrate", verbosity=0, skip_checks=True)
    inrichten.install_organisaties()
    for medewerker in inrichten.install_cast(password_for=lambda _: PASSWORD, vanaf=date(2026, 1, 1)):
        secret = get_adapter().encrypt(TOTP_SECRET)
        Authenticator.objects.create(user=medewerker, type=Authenticator.Type.TOTP, data={"secret": secret})


if __name__ == "__main__":
    main()
