"""The database context: who acts, for which organisation, in which compartments, for one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection, transaction

from doorzicht.ground.organisaties.actor import Actor

_actor: ContextVar[Actor | None] = ContextVar("doorzicht_actor", default=None)


class GeenContext(RuntimeError):
    """Personal data was asked for without saying who asks. The database would have shown nothing."""


def current_actor() -> Actor:
    """Who acts in this transaction. Raises `GeenContext` when nobody does."""
    actor = _actor.get()
    if actor is None:
        raise GeenContext("no actor: open `access.context(actor)` first")
    return actor


@contextmanager
def context(actor: Actor) -> Iterator[Actor]:
    """Open a transaction in which the database shows this actor's rows and no others.

    Commits at the end, rolls back on an exception. Inside another context it is a savepoint, and the outer
    actor's context is put back at its end.
    """
    before = _actor.get()
    with transaction.atomic():
        enter(actor)
        token = _actor.set(actor)
        try:
            yield actor
        finally:
            _actor.reset(token)
        # Not after an exception: rolling back puts the settings back, and an aborted transaction takes no more
        # statements; one here would hide what went wrong.
        if not connection.needs_rollback:
            enter(before) if before is not None else leave()


def enter(actor: Actor) -> None:
    """Set the context of the open transaction: one statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT ctx.enter(%s, %s, %s)",
            [
                ",".join(sorted(actor.organisaties)),
                ",".join(sorted(actor.compartimenten)),
                actor.medewerker_id,
            ],
        )


def leave() -> None:
    """Forget the context. Needed where the transaction goes on (a savepoint, a test)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT ctx.leave()")


@contextmanager
def acting(actor: Actor) -> Iterator[None]:
    """Set who acts inside a transaction that somebody else opened (the web's middleware)."""
    enter(actor)
    token = _actor.set(actor)
    try:
        yield
    finally:
        _actor.reset(token)
