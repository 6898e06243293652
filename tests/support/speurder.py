"""Looking for what must not be readable: in every file, as it stands and as programs like to write it."""

import base64
import json
import mmap
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote_plus

HEX = re.compile(rb"\\x((?:[0-9a-f]{2}){8,})")
"""How pg_dump writes bytes."""


@dataclass(frozen=True)
class Speurder:
    """`naalden`: each text that must be nowhere, with what it is."""

    naalden: dict[str, str]

    def search(self, files: Iterable[Path]) -> list[str]:
        """Which file holds what; a dump is also read as the bytes it describes."""
        return sorted({f"{path.name}: {what}" for path in files for what in self._found_in(path)})

    def _found_in(self, path: Path) -> Iterator[str]:
        if not path.exists() or path.stat().st_size == 0:  # a running server recycles its write-ahead log
            return
        with path.open("rb") as handle, mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ) as whole:
            if path.suffix == ".sql":
                dump = bytes(whole)
                described = b"\n".join(bytes.fromhex(m.decode()) for m in HEX.findall(dump))
                yield from self.recognise(HEX.sub(b"", dump))
                yield from self.recognise(described)
            else:
                yield from self.recognise(whole)

    def recognise(self, content: bytes | mmap.mmap) -> Iterator[str]:
        """What of the needles stands in these bytes."""
        for needle, what in self.naalden.items():
            if any(content.find(spelling) >= 0 for spelling in spellings(needle)):
                yield f"{what} ({needle[:24]})"


def spellings(text: str) -> set[bytes]:
    """A text as it is, in capitals, in JSON, in an address, in a form, and in base64 at any offset."""
    plain = text.encode()
    found = {plain, text.lower().encode(), text.upper().encode(), text.encode("utf-16-le")}
    found |= {json.dumps(text)[1:-1].encode(), quote_plus(text).encode(), text.replace(" ", "%20").encode()}
    for offset in range(3):
        # The letters at both ends depend on what stands beside them.
        found.add(base64.b64encode(b"\0" * offset + plain)[4 if offset else 0 :].rstrip(b"=")[:-1])
    return {spelling for spelling in found if len(spelling) >= 6}


def of_number(value: str) -> set[str]:
    """The ways people and programs write a phone number or a plate."""
    bare = re.sub(r"[^0-9A-Za-z]", "", value)
    found = {value, bare}
    if bare.startswith("31"):
        rest = bare[2:]
        found |= {f"0{rest}", f"0{rest[0]}-{rest[1:]}", f"0{rest[0]} {rest[1:]}", f"+{bare}", f"0031{rest}"}
    return found
