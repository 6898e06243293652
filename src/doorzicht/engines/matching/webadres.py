"""Web addresses: the same page has the same text, without the traces of how somebody came there."""

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from doorzicht.engines.matching.email import to_ascii_host
from doorzicht.engines.matching.kenmerk import Kenmerk, OngeldigKenmerk, tidy

# Parameters that say how a visitor came, not what the page is.
_SPOREN = re.compile(
    r"utm_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ttclid|twclid|igshid|igsh|mc_[ce]id|"
    r"_ga|_gl|mkt_tok|_hsenc|_hsmi|vero_id|fb_ref",
    re.IGNORECASE,
)
_VOORVOEGSELS = ("www.", "m.", "mobile.")
_ZELFDE_HOST = {
    "twitter.com": "x.com",
    "telegram.me": "t.me",
    "telegram.dog": "t.me",
    "api.whatsapp.com": "wa.me",
    "fb.com": "facebook.com",
}
# On these sites the first and only part of the path is an account name, in which capitals mean nothing.
_NAAM_IN_PAD = frozenset(
    (
        "instagram.com",
        "facebook.com",
        "x.com",
        "t.me",
        "tiktok.com",
        "snapchat.com",
        "linkedin.com",
        "onlyfans.com",
    )
)


def normalise_url(text: str) -> Kenmerk:
    """Return host, path and the parameters that matter, in order; scheme, "www." and fragment are dropped."""
    typed = tidy(text).replace(" ", "%20")
    if not re.match(r"https?://", typed, re.IGNORECASE):
        if re.match(r"[a-z][a-z0-9+-]*:(?!\d)", typed, re.IGNORECASE):
            raise _no_web_address()
        typed = f"https://{typed.lstrip('/')}"
    try:
        parts = urlsplit(typed)
        host, port, query = _host(parts.hostname), parts.port, _query(parts.query)
    except ValueError:
        raise _no_web_address() from None
    if host is None:
        raise _no_web_address()
    site = host if port in (None, 80, 443) else f"{host}:{port}"
    return Kenmerk("url", site + _path(host, parts.path) + query)


def _no_web_address() -> OngeldigKenmerk:
    return OngeldigKenmerk(
        "url", "onmogelijk", "Dit is geen webadres. Een webadres ziet eruit als voorbeeld.nl/pagina."
    )


def _host(hostname: str | None) -> str | None:
    host = to_ascii_host(unquote(hostname)) if hostname else None
    while host is not None:
        shorter = next((host[len(v) :] for v in _VOORVOEGSELS if host.startswith(v)), host)
        if shorter == host or "." not in shorter:
            return _ZELFDE_HOST.get(host, host)
        host = shorter
    return None


def _path(host: str, path: str) -> str:
    segments = [
        quote(unquote(s, errors="surrogateescape"), safe="~@!$&'()*+,;=:", errors="surrogateescape")
        for s in path.split("/")
        if s
    ]
    if host in _NAAM_IN_PAD and len(segments) == 1:
        segments = [segments[0].lower().removeprefix("@")]
    return "".join(f"/{s}" for s in segments)


def _query(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True, errors="surrogateescape", max_num_fields=200)
    kept = sorted(pair for pair in pairs if not _SPOREN.fullmatch(pair[0]))
    return "?" + urlencode(kept, errors="surrogateescape") if kept else ""
