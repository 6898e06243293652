"""What can go wrong with the embedded server, said in one sentence an administrator can act on."""


class ServerFout(RuntimeError):
    """The database server cannot be started, reached or prepared. The message says what to do."""
