"""What can go wrong with the database server, said in one sentence an administrator can act on."""

from doorzicht.doors.cli.errors import BeheerFout


class ServerFout(BeheerFout):
    """The database server cannot be started, reached or prepared. The message says what to do."""
