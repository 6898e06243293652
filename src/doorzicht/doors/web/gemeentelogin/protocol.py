"""OpenID Connect, authorization code with PKCE: where somebody is sent, and what their server says of them.

Nothing of the answer is believed before its signature, issuer, audience, nonce and time were checked.
"""

import base64
import hashlib
import secrets
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlencode

import httpx
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from doorzicht.doors.web.gemeentelogin.instelling import Gemeentelogin

GEDULD = 5
"""Seconds that a login server may take for an answer."""
HANDTEKENINGEN = ["RS256", "PS256", "ES256"]
SPELING = 60
"""Seconds that two clocks may differ."""


class Afgewezen(Exception):
    """The login server did not say who this is, or we do not believe it. The message is for the log: no content."""


@dataclass(frozen=True, slots=True)
class Poging:
    """What is kept in the session between leaving and coming back."""

    state: str
    nonce: str
    verifier: str

    def as_dict(self) -> dict[str, str]:
        """As it lies in the session."""
        return asdict(self)


def begin(server: Gemeentelogin, *, terug: str) -> tuple[str, Poging]:
    """The address to send somebody to, and what to remember. Raises `Afgewezen`."""
    poging = Poging(secrets.token_urlsafe(32), secrets.token_urlsafe(32), secrets.token_urlsafe(48))
    digest = hashlib.sha256(poging.verifier.encode()).digest()
    query = {
        "response_type": "code",
        "scope": "openid",
        "client_id": server.client_id,
        "redirect_uri": terug,
        "state": poging.state,
        "nonce": poging.nonce,
        "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
        "code_challenge_method": "S256",
        **({"acr_values": " ".join(server.acr)} if server.acr else {}),
    }
    return f"{_discover(server)['authorization_endpoint']}?{urlencode(query)}", poging


def finish(server: Gemeentelogin, poging: Poging, *, code: str, terug: str) -> str:
    """The mark of who came back: a hash of the issuer and their subject. Raises `Afgewezen`."""
    config = _discover(server)
    sent = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": terug,
        "code_verifier": poging.verifier,
    }
    auth = (server.client_id, server.client_geheim)
    answer = _ask("POST", config["token_endpoint"], data=sent, auth=auth)
    claims = _check(server, poging, str(answer.get("id_token", "")), _ask("GET", config["jwks_uri"]))
    return hashlib.sha256(f"{server.uitgever}\n{claims['sub']}".encode()).hexdigest()


def _discover(server: Gemeentelogin) -> dict[str, Any]:
    config = _ask("GET", f"{server.uitgever}/.well-known/openid-configuration")
    if str(config.get("issuer", "")).rstrip("/") != server.uitgever:
        raise Afgewezen("the server calls itself otherwise")
    if not {"authorization_endpoint", "token_endpoint", "jwks_uri"} <= config.keys():
        raise Afgewezen("the server does not say where to go")
    return config


def _check(server: Gemeentelogin, poging: Poging, token: str, keys: Any) -> dict[str, Any]:
    """The claims, if signature, issuer, audience, nonce, time and strength are right."""
    try:
        claims = jwt.decode(token, KeySet.import_key_set(keys), algorithms=HANDTEKENINGEN).claims
        jwt.JWTClaimsRegistry(
            leeway=SPELING,
            iss={"essential": True, "values": [server.uitgever, f"{server.uitgever}/"]},
            aud={"essential": True, "value": server.client_id},
            exp={"essential": True},
            sub={"essential": True},
            nonce={"essential": True, "value": poging.nonce},
        ).validate(claims)
    except (JoseError, ValueError, KeyError, TypeError) as error:
        raise Afgewezen(f"the answer is not right: {type(error).__name__}") from None
    if isinstance(claims["aud"], list) and len(claims["aud"]) > 1 and claims.get("azp") != server.client_id:
        raise Afgewezen("the answer is for somebody else")
    if server.acr and claims.get("acr") not in server.acr:
        raise Afgewezen("the login was not strong enough: acr")
    if server.amr and not set(server.amr) & set(claims.get("amr") or ()):
        raise Afgewezen("the login was not strong enough: amr")
    return claims


def _ask(method: str, url: str, **kwargs: Any) -> dict[str, Any]:
    """One question to the login server. Raises `Afgewezen`; follows no redirect."""
    try:
        answer = httpx.request(method, url, timeout=GEDULD, follow_redirects=False, **kwargs)
        answer.raise_for_status()
        found = answer.json()
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise Afgewezen(f"the server did not answer: {type(error).__name__}") from None
    if not isinstance(found, dict):
        raise Afgewezen("the server did not answer with an object")
    return found
