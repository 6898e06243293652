"""Product rule 6: who denies is neither more nor less a victim."""

from doorzicht.engines.weighing import as_plain


def test_denial_changes_no_element_and_no_dimension(weeg):
    without, with_denial = as_plain(weeg("ARB02", "ARB04")), as_plain(weeg("ARB02", "ARB04", "ALG04"))
    assert with_denial["lid1"] == without["lid1"]
    assert with_denial["dimensies"] == without["dimensies"]


def test_denial_is_shown_as_weighing_nothing(weeg):
    (punt,) = weeg("ALG04").let_op
    assert punt.code == "ALG04"
    assert punt.tekst.startswith("weegt 0, niet voor en niet tegen")


def test_background_counts_nowhere_either(weeg, catalogus):
    context = [w.code for w in catalogus.waarnemingen.values() if w.rol == "context"]
    plain = as_plain(weeg(*context, leeftijd="minderjarig", vorm="seksueel"))
    assert context
    assert all(not beeld["waardoor"] for beeld in plain["lid1"])
    assert all(d["sterk"] + d["middel"] + d["zwak"] == 0 for d in plain["dimensies"].values())
