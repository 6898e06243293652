"""What speaks against comes back as it was given, and moves nothing."""

from doorzicht.engines.weighing import as_plain

AGAINST = ("Kon gaan en staan waar hij wilde.", "Zijn huisvesting was redelijk.")


def test_counter_facts_are_shown_as_given_and_in_order(weeg):
    assert as_plain(weeg("ARB08", tegenfeiten=AGAINST))["tegenfeiten"] == list(AGAINST)


def test_counter_facts_change_nothing_else(weeg):
    without, against = as_plain(weeg("ARB08", "ARB02")), as_plain(weeg("ARB08", "ARB02", tegenfeiten=AGAINST))
    assert against.pop("tegenfeiten")
    assert without.pop("tegenfeiten") == []
    assert against == without
