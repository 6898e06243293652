"""E-mail addresses: lower case, the domain in its ASCII form."""

import re

import idna

from doorzicht.engines.matching.kenmerk import Kenmerk, OngeldigKenmerk, tidy

_LOKAAL = re.compile(r"[^\s@<>()\[\],;:\\\"]{1,64}")
_DOMEIN = re.compile(r"(?:[a-z0-9_-]{1,63}\.)+[a-z][a-z0-9-]{1,62}")
_GMAIL = ("gmail.com", "googlemail.com")


def normalise_email(text: str) -> Kenmerk:
    """Return the address in lower case. At Gmail, where they mean nothing, dots and a +part are dropped."""
    typed = tidy(text).strip("<> ").casefold().removeprefix("mailto:").strip()
    local, at, domain = typed.rpartition("@")
    if not at:
        raise OngeldigKenmerk(
            "email", "geen_apenstaart", "In een e-mailadres staat een @. Kijk het adres na."
        )
    ascii_domain = to_ascii_host(domain)
    if not _LOKAAL.fullmatch(local) or ascii_domain is None or _is_dotted_badly(local):
        raise OngeldigKenmerk(
            "email", "onmogelijk", "Dit e-mailadres klopt niet. Het ziet eruit als naam@voorbeeld.nl."
        )
    if ascii_domain in _GMAIL:
        kept = local.split("+", 1)[0].replace(".", "")
        local, ascii_domain = kept or local, "gmail.com"
    return Kenmerk("email", f"{local}@{ascii_domain}")


def to_ascii_host(host: str) -> str | None:
    """Return a host name in lower case and punycode, or None when it is no name with a top-level domain."""
    bare = host.rstrip(".").lower()
    try:
        ascii_host = bare if bare.isascii() else idna.encode(bare, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        return None
    return ascii_host if len(ascii_host) <= 253 and _DOMEIN.fullmatch(ascii_host) else None


def _is_dotted_badly(local: str) -> bool:
    return local.startswith(".") or local.endswith(".") or ".." in local
