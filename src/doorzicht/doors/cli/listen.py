"""Where the web server listens, and where it refuses to."""

import ipaddress
import socket

from django.conf import settings

from doorzicht.doors.cli.errors import BeheerFout


def listen_address() -> tuple[str, int]:
    """Address and port of the settings; the demo, whose passwords are printed, is for this machine alone."""
    host, port = settings.DOORZICHT_ADRES, settings.DOORZICHT_POORT
    if settings.DOORZICHT_DEMO and not is_loopback(host):
        raise BeheerFout(
            f"The demo listens on this machine only and its passwords are public, so not on {host}: "
            "leave DOORZICHT_ADRES out, or leave DOORZICHT_DEMO out."
        )
    return host, port


def is_loopback(host: str) -> bool:
    """True for addresses that only this machine can reach."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def require_free(host: str, port: int) -> None:
    """Refuse a port that another program listens on, before anything is started."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise BeheerFout(
                f"Port {port} on {host} cannot be used ({error.strerror}): make start PORT={port + 1}"
            ) from None


def url_of(host: str, port: int) -> str:
    """The address as one types it into a browser."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
