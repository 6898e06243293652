"""The words of cleaning: kinds, limits, the clean file, and the refusal."""

from dataclasses import dataclass, field
from typing import Final, Literal, get_args

Soort = Literal["jpg", "png", "webp", "pdf", "docx"]
"""The kinds of file that can be taken in; what a file is follows from its bytes."""

SOORTEN: Final[tuple[Soort, ...]] = get_args(Soort)
BEELDEN: Final[frozenset[str]] = frozenset({"jpg", "png", "webp"})

MIME: Final[dict[Soort, str]] = {
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
EXTENSIES: Final[dict[str, Soort]] = {
    "jpg": "jpg",
    "jpeg": "jpg",
    "jpe": "jpg",
    "jfif": "jpg",
    "png": "png",
    "webp": "webp",
    "pdf": "pdf",
    "docx": "docx",
}
"""What people write behind the dot, and the kind they mean."""

MIB: Final = 1024 * 1024
MAX_IN: Final = 10 * MIB
"""Bytes of one file as it was sent."""
MAX_UIT: Final = 24 * MIB
"""Bytes of one clean file: a photo that was pressed hard grows when its pixels are written again."""
MAX_PIXELS: Final = 50_000_000
"""Pixels of one image: the largest common phone camera makes 48.8 million."""
MAX_ZIJDE: Final = 20_000
MAX_OBJECTEN: Final = 50_000
"""Objects in one PDF."""
MAX_BLADZIJDEN: Final = 500
MAX_UITGEPAKT: Final = 150 * MIB
"""Bytes of everything in one PDF or docx after decompression."""
MAX_DELEN: Final = 1_000
"""Parts of one docx."""


def words(text: str) -> frozenset[str]:
    """A set of words out of a readable line."""
    return frozenset(text.split())


class Onbruikbaar(Exception):
    """This file cannot be taken in. `reden` is a code; the sentence for people stands in ground/bestanden."""

    def __init__(self, reden: str) -> None:
        super().__init__(reden)
        self.reden = reden


@dataclass(frozen=True, slots=True)
class Schoon:
    """A clean file. Its content is kept out of every log."""

    soort: Soort
    inhoud: bytes = field(repr=False)
