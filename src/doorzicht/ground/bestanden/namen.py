"""The name somebody gave a file: shown again, and never believed."""

import mimetypes
import re
import unicodedata
from typing import Final

from doorzicht.engines.cleaning.types import BEELDEN, EXTENSIES, Soort, words

LANGSTE: Final = 100
_KNOWN = mimetypes.MimeTypes()  # the library's own table, whatever is installed on this machine
_OTHERS: Final = words(
    "docm dotm dotx doc dot rtf odt xls xlsx xlsm ppt pptx pptm heic heif msi scr lnk bat cmd ps1 vbs jar iso"
)


def family(soort: str) -> str:
    """Pictures are one family: phones and message programs mix up jpg, png and webp all the time."""
    return "beeld" if soort in BEELDEN else soort


def lies(naam: str, soort: Soort) -> bool:
    """Whether the name claims another kind than the bytes have. A name without a known ending claims nothing."""
    ending = _ending(naam)
    if ending in EXTENSIES:
        return family(EXTENSIES[ending]) != family(soort)
    return bool(ending) and (ending in _OTHERS or _KNOWN.guess_type(f"x.{ending}")[0] is not None)


def tidy(naam: str, soort: Soort) -> str:
    """The name for the screen and for who saves it: no path, nothing invisible, not long, the ending of its kind."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", naam))[-1]
    kept = "".join(c for c in last if unicodedata.category(c)[0] != "C" and c not in '<>:"|?*')
    stem = kept[: -len(_ending(kept)) - 1] if _ending(kept) in EXTENSIES else kept
    return f"{stem.strip(' .')[:LANGSTE] or 'bestand'}.{soort}"


def _ending(naam: str) -> str:
    found = re.search(r"\.([A-Za-z0-9]{2,5})\s*$", naam)
    return found[1].lower() if found else ""
