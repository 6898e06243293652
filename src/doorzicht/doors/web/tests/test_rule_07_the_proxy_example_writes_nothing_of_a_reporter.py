"""Product rule 7 in docs/beheer/nginx.conf: no line and no file of who does not log in, and limits that fit ours."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver

from doorzicht.doors.cli.serve import gunicorn_options
from doorzicht.doors.web.bestanden import MAX_BODY
from doorzicht.doors.web.middleware import PUBLIC_PREFIXES
from doorzicht.ground.bestanden.velden import MERK

VOORBEELD = Path(__file__).parents[5] / "docs" / "beheer" / "nginx.conf"
TEKST = re.sub(r"^\s*#.*$", "", VOORBEELD.read_text(), flags=re.MULTILINE)
BLOKKEN = dict(re.findall(r"location ([^{]+?) \{([^}]*)\}", TEKST))
REST = re.sub(r"location [^{]+\{[^}]*\}", "", TEKST)
[STAF] = [head.removeprefix("~ ") for head, block in BLOKKEN.items() if "access_log" in block]
[MEE] = [head.removeprefix("~ ") for head in BLOKKEN if head.startswith("~ ") and head != f"~ {STAF}"]
"""The pages without login to which somebody can send a file along."""
EENHEID = {"": 1, "s": 1, "m": 1024 * 1024}


def value(name: str, text: str = REST) -> int:
    """The one value of a directive: seconds or bytes."""
    [(number, unit)] = re.findall(rf"^\s*{name} (\d+)([sm]?);", text, flags=re.MULTILINE)
    return int(number) * EENHEID[unit]


def is_staff(path: str) -> bool:
    return re.search(STAF, path) is not None


def patterns(found: list, prefix: str = "/") -> list[tuple[str, URLPattern]]:
    """Every address of the house, with the pattern it is of."""
    every: list[tuple[str, URLPattern]] = []
    for item in found:
        path = prefix + str(item.pattern)
        every += patterns(item.url_patterns, path) if isinstance(item, URLResolver) else [(path, item)]
    return every


def test_the_log_is_off_and_only_the_pages_of_staff_have_one():
    assert re.findall(r"access_log (.*?);", REST) == ["off"]
    assert [head for head, block in BLOKKEN.items() if "access_log" in block] == [f"~ {STAF}"]


def test_errors_are_kept_for_the_pages_of_staff_only():
    assert re.findall(r"error_log \S+ (\w+);", REST) == ["emerg"]
    assert [head for head, block in BLOKKEN.items() if "error_log" in block] == [f"~ {STAF}"]


@pytest.mark.parametrize(
    "path", ["/", *(prefix + "x" for prefix in PUBLIC_PREFIXES), "/m/start/", "/m/heerde/"]
)
def test_what_is_open_to_everybody_is_no_page_of_staff(path):
    assert not is_staff(path)


def test_every_other_page_is_one_of_staff():
    ours = {path for path, _ in patterns(get_resolver().url_patterns)} - {"/"}
    strange = {path for path in ours if not path.startswith(PUBLIC_PREFIXES) and not is_staff(path)}

    assert {path for path in strange if not path.startswith("/patronen/")} == set()


def test_no_address_of_a_visitor_is_handed_on():
    assert 'X-Forwarded-For "";' in REST
    assert 'X-Real-IP "";' in REST
    assert 'Forwarded "";' in REST
    assert "$proxy_add_x_forwarded_for" not in TEKST
    assert (
        TEKST.count("$remote_addr")
        == REST[REST.index("log_format") :].split(";")[0].count("$remote_addr")
        == 1
    )


def test_a_form_is_taken_whole_and_kept_in_memory():
    assert (
        value("client_max_body_size")
        == value("client_body_buffer_size")
        >= settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    )
    assert "client_body_temp_path /run/" in REST
    assert value("proxy_max_temp_file_size") == 0
    assert "proxy_request_buffering on;" in REST
    assert "proxy_buffering on;" in REST


def test_files_come_through_where_a_page_takes_them_and_nowhere_else():
    every = patterns(get_resolver().url_patterns)
    takes = {path for path, item in every if getattr(item.callback, MERK, False)}
    public = {path for path, _ in every if re.search(MEE, path)}

    assert public == {path for path in takes if not is_staff(path)}
    assert len(public) == 6, "report, tell, come back; in two languages"
    for head in (STAF, MEE):
        assert value("client_max_body_size", BLOKKEN[f"~ {head}"]) == MAX_BODY


def test_it_waits_longer_than_a_transaction_and_shorter_than_the_web_server():
    [gives_up] = [int(o.removeprefix("--timeout=")) for o in gunicorn_options() if o.startswith("--timeout=")]
    transaction = (
        int(re.findall(r"idle_in_transaction_session_timeout=(\d+)", str(settings.DATABASES))[0]) / 1000
    )

    assert transaction < value("proxy_read_timeout") < gives_up


@pytest.mark.parametrize("name", ["client_header_timeout", "client_body_timeout", "send_timeout"])
def test_a_slow_visitor_is_let_go(name):
    assert 0 < value(name) <= 15
