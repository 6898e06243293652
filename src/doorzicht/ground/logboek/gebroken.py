"""What a check says when the chain does not hold."""


class KetenGebroken(Exception):
    """The first thing that is wrong: which row or seal, and what happened to it. Ids only, never content."""

    def __init__(self, waar: str, wat: str) -> None:
        super().__init__(f"{waar} {wat}")
        self.waar, self.wat = waar, wat
