"""Product rule 11: every kind of record says by which rule of the catalogue it dies, and that rule exists."""

from django.apps import apps

from doorzicht.ground.catalogus import api


def _ours():
    return [m for m in apps.get_models() if m.__module__.startswith("doorzicht.")]


def test_every_model_names_a_rule_that_exists():
    known = {regel.code for regel in api.bewaarregels()}
    assert _ours()
    for model in _ours():
        assert model.Privacy.bewaarregel in known, model.__name__


def test_a_rule_without_a_term_says_when_it_ends_or_holds_nothing_personal():
    for regel in api.bewaarregels():
        if regel.termijn is None and regel.vernietigen != "nooit":
            assert regel.vanaf.startswith(("met ", "einde ", "maken")), regel.code
