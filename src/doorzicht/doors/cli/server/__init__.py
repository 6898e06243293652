"""The embedded PostgreSQL: the wheel's PostgreSQL 18 binaries under a supervisor of our own.

Why not the wheel's own `get_server()`: it trusts every local account and opens its socket directory to
all of them. Here the socket directory is 0700, accounts are checked by the kernel (peer), and nothing
listens on a network. See docs/decisions/0001-embedded-postgresql.md.
"""
