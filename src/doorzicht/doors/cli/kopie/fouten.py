"""What can go wrong with a backup, so that the command can say it in a sentence and end with the right code."""

import errno

from doorzicht.doors.cli.errors import BeheerFout


class KopieFout(BeheerFout):
    """The backup or restore cannot go on. Nothing was changed, unless the message says so."""


class KopieBeschadigd(KopieFout):
    """The file is not what was written: changed, cut off, or not a backup at all."""


class KopieAfgekeurd(KopieFout):
    """The backup was made and does not pass its own check: something is wrong with what it is a copy of."""


def of_disk(error: OSError, *, where: object) -> KopieFout:
    """A sentence for what the disk said."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return KopieFout(
            f"the disk of {where} is full. What was there before is untouched; make room and try again."
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return KopieFout(
            f"{where} cannot be written: {error.strerror}. Run this as the account of the service."
        )
    return KopieFout(f"{where} cannot be read or written: {error.strerror or error}.")
