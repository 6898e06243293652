"""Product rule 5: no score, no total, no ranking, and never a conclusion about what happened."""

import re

from doorzicht.engines.weighing import as_plain
from doorzicht.engines.weighing.text import as_text

KEYS = {"catalogus", "profiel", "dimensies", "lid1", "tegenfeiten", "letOp"}
LINE = {"sub", "handeling", "middel", "middelVereist", "doel", "ontbreekt", "waardoor", "uitleg"}
CONCLUSION = re.compile(r"is (geen )?mensenhandel|slachtoffer is|dader|schuldig|risico|score|kans|%", re.I)


def test_the_answer_has_exactly_the_published_shape(weeg):
    plain = as_plain(weeg("ARB02"))
    assert set(plain) == KEYS
    assert list(plain["dimensies"]) == ["D", "C", "V", "E", "X", "Y"]
    assert all(set(d) == {"sterk", "middel", "zwak", "positief"} for d in plain["dimensies"].values())
    assert [beeld["sub"] for beeld in plain["lid1"]] == list(range(1, 10))
    assert all(set(beeld) == LINE for beeld in plain["lid1"])


def test_no_sentence_draws_a_conclusion(weeg, catalogus):
    for leeftijd in ("minderjarig", "meerderjarig", "onbekend"):
        weging = weeg(*catalogus.waarnemingen, leeftijd=leeftijd, vorm="onbekend")
        assert not CONCLUSION.search(as_text(weging).replace("niet als slachtoffer", ""))


def test_every_line_says_what_an_observation_cannot_show(weeg, catalogus):
    for beeld in weeg(*catalogus.waarnemingen, leeftijd="minderjarig", vorm="seksueel").lid1:
        assert "politie en rechter" in beeld.uitleg
