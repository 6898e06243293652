"""Faults that whoever runs Doorzicht can mend."""


class BeheerFout(RuntimeError):
    """Something outside the program is not as it must be. The message is one sentence that says what to do."""
