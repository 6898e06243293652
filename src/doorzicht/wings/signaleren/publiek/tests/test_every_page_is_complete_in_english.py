"""English pages are complete: every word is there, none is Dutch, and the page says in which language it is."""

import re
from html import unescape

import pytest

from doorzicht.wings.signaleren.melding import workflow
from doorzicht.wings.signaleren.publiek.pagina import UITLEG
from doorzicht.wings.signaleren.publiek.teksten import TALEN, OnvolledigeVertaling, vertaling
from doorzicht.wings.signaleren.publiek.tests.conftest import Bewoner

OOK_IN_HET_ENGELS = {"Nederlands", "Privacy", "Postcode", "en", ""}
"""What is rightly the same in both languages: names, and what is empty."""


def shape(part):
    """The keys and the lengths of lists, without the words."""
    if isinstance(part, dict):
        return {key: shape(value) for key, value in part.items()}
    return [shape(p) for p in part] if isinstance(part, list) else None


def sentences(part):
    if isinstance(part, str):
        yield part
    for value in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from sentences(value)


def test_the_languages_have_the_same_keys():
    nl, en = shape(vertaling("nl")), shape(vertaling("en"))
    assert set(nl["fouten"]) <= set(en["fouten"])  # the engines' own sentences are Dutch already
    for words in (nl, en):
        del words["standen"], words["fouten"]
    assert nl == en


def test_no_sentence_was_left_untranslated():
    assert set(sentences(vertaling("nl"))) & set(sentences(vertaling("en"))) <= OOK_IN_HET_ENGELS


def test_every_state_has_an_english_sentence():
    assert set(vertaling("en")["standen"]) == set(workflow.VOOR_MELDER)


def test_a_language_says_who_checked_it():
    assert all(vertaling(taal)["stand"] in {"bron", "machine", "nagekeken"} for taal in TALEN)
    assert "has not been checked by a person yet" in vertaling("en")["algemeen"]["machine"]
    with pytest.raises(KeyError):
        vertaling("xx")


def test_checked_without_a_name_is_not_checked(tmp_path, monkeypatch):
    from doorzicht.wings.signaleren.publiek import teksten

    (tmp_path / "en.yaml").write_text("stand: nagekeken\nnagekeken_door: ''\n")
    monkeypatch.setattr(teksten, "MAP", tmp_path)
    vertaling.cache_clear()
    with pytest.raises(OnvolledigeVertaling):
        vertaling("en")
    vertaling.cache_clear()


def test_no_dutch_sentence_is_left_on_an_english_page(db):
    dutch = {s for s in sentences(vertaling("nl")) if len(s) > 4 and "{" not in s} - OOK_IN_HET_ENGELS
    pages = [Bewoner().get(f"/m/heerde/en/uitleg/{naam}/") for naam in UITLEG]
    pages += [
        Bewoner().get(a) for a in ("/m/en/", "/m/en/kiezen/zorgen/", "/m/heerde/en/", "/m/heerde/en/hulp/")
    ]
    for adres in ("/m/heerde/en/melden/", "/m/heerde/en/hulp/vertellen/"):
        resident = Bewoner(adres)
        pages += [resident.vul_in(tot=stap, spoed="nu", leeftijd="minderjarig") for stap in (1, 2, 3, 4)]
        resident.pagina = pages[-3]
        pages.append(resident.druk("verder"))
        pages.append(resident.verstuur(mijn_naam="Sam"))
        code = resident.code
        pages.append(resident.post("/m/heerde/en/ontvangst/", resident.verborgen() | {"terug": "fout"}))
        pages.append(resident.post("/m/heerde/en/ontvangst/", resident.verborgen() | {"terug": code}))
        pages.append(resident.post("/m/heerde/en/code/", {"code": "fout"}))
        pages.append(resident.post("/m/heerde/en/code/", {"code": code}))
    for page in pages:
        assert '<html lang="en"' in page
        text = unescape(re.sub(r"<[^>]+>", "\n", re.sub(r'<p class="dz-merk.*?</p>', "", page)))
        lines = {line.strip() for line in text.splitlines()}
        assert not lines & dutch, lines & dutch


def test_the_receipt_is_shown_in_digits_first_to_whoever_reads_no_dutch(db):
    resident = Bewoner("/m/heerde/en/melden/")
    page = resident.verstuur()

    assert re.fullmatch(r"(\d{3} ){5}\d{3}", resident.code)
    assert re.search(r'translate="no" lang="nl">[a-z]+( [a-z]+){4}<', page)
