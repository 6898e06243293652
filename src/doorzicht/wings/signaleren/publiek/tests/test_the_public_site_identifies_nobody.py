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
