"""`doorzicht code`: the one-time code of a demo account, for whoever has no authenticator app at hand."""

import click

from doorzicht.doors.cli.demo_accounts import code_now, read_accounts
from doorzicht.doors.cli.errors import BeheerFout


@click.command()
@click.argument("gebruikersnaam")
def command(gebruikersnaam: str) -> None:
    """Print the six digits that GEBRUIKERSNAAM of the demo may log in with now."""
    for account in read_accounts():
        if account["gebruikersnaam"] == gebruikersnaam:
            click.echo(code_now(account))
            return
    raise BeheerFout(f"The demo has no account {gebruikersnaam}; the names are in var/demo-accounts.json.")
