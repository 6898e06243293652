"""Passwords of the demo are printed on the screen, so the demo never listens on a network."""

import socket

import pytest

from doorzicht.doors.cli.errors import BeheerFout
from doorzicht.doors.cli.listen import is_loopback, listen_address, require_free
from doorzicht.doors.cli.serve import gunicorn_options


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_the_demo_may_listen_on(host, settings):
    settings.DOORZICHT_DEMO, settings.DOORZICHT_ADRES = True, host
    assert listen_address() == (host, settings.DOORZICHT_POORT)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "10.0.0.1", "doorzicht.voorbeeld", ""])
def test_the_demo_refuses_to_listen_on(host, settings):
    settings.DOORZICHT_DEMO, settings.DOORZICHT_ADRES = True, host
    assert not is_loopback(host)
    with pytest.raises(BeheerFout, match="The demo listens on this machine only"):
        gunicorn_options()


def test_a_real_installation_may_listen_on_a_network(settings):
    settings.DOORZICHT_DEMO, settings.DOORZICHT_ADRES = False, "0.0.0.0"
    assert f"--bind=0.0.0.0:{settings.DOORZICHT_POORT}" in gunicorn_options()


def test_no_address_of_a_client_reaches_a_log(settings):
    options = gunicorn_options()
    assert not any(option.startswith("--access-log") for option in options)
    assert "--log-level=error" in options  # below it gunicorn writes who sent a malformed request


def test_a_port_in_use_is_refused_before_anything_starts():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(BeheerFout, match=f"PORT={port + 1}"):
            require_free("127.0.0.1", port)
