"""No page of the public site sets a cookie, opens a session, or may be kept by the browser."""

import pytest
from django.contrib.sessions.models import Session

ADRESSEN = [
    "/m/", "/m/en/", "/m/kiezen/hulp/", "/m/uitleg/privacy/", "/m/heerde/", "/m/heerde/melden/", "/m/heerde/hulp/",
    "/m/heerde/hulp/vertellen/", "/m/heerde/code/", "/m/heerde/uitleg/vragen/", "/m/heerde/en/melden/",
]  # fmt: skip


@pytest.mark.parametrize("adres", ADRESSEN)
def test_no_page_sets_a_cookie_or_may_be_kept(bewoner, adres):
    answer = bewoner.client.get(adres)

    assert answer.status_code == 200
    assert not answer.cookies
    assert answer.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_whole_report_and_coming_back_leaves_no_cookie_and_no_session(bewoner):
    bewoner.verstuur()
    bewoner.post("/m/heerde/code/", {"code": bewoner.code})

    assert not bewoner.client.cookies
    assert Session.objects.count() == 0


def test_every_page_has_the_way_out_and_112(bewoner):
    for adres in ADRESSEN:
        page = bewoner.get(adres)
        assert "data-verlaat" in page
        assert 'href="tel:112"' in page


@pytest.mark.parametrize(
    ("adres", "method"),
    [
        ("/m/", "post"),
        ("/m/kiezen/zorgen/", "post"),
        ("/m/heerde/", "post"),
        ("/m/heerde/uitleg/privacy/", "post"),
        ("/m/heerde/hulp/", "post"),
        ("/m/heerde/melden/", "put"),
        ("/m/heerde/ontvangst/", "get"),
        ("/m/heerde/code/", "delete"),
        ("/m/heerde/code/toevoegen/", "get"),
    ],
)
def test_a_page_takes_only_what_it_is_for_and_writes_nothing_about_it(client, db, caplog, adres, method):
    assert getattr(client, method)(adres).status_code == 405
    assert not [r for r in caplog.records if r.levelname in {"ERROR", "CRITICAL"}]
