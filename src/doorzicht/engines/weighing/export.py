"""A weighing as plain data, in the published shape of `doorzicht weigh --json`."""

from typing import Any

from doorzicht.engines.weighing.types import LetOp, Onderdeelbeeld, Profielbeeld, Weging


def as_plain(weging: Weging) -> dict[str, Any]:
    """Return the weighing as JSON types.

    `profiel` and `dimensies` are those of the first profile. When the age or the form is unknown there are
    more: then `profiel` names all of them and `perProfiel` holds the dimensions of each.
    """
    plain: dict[str, Any] = {
        "catalogus": weging.catalogus,
        "profiel": " / ".join(beeld.profiel.code for beeld in weging.profielen),
        "dimensies": _dimensies(weging.profielen[0]),
        "lid1": [_onderdeel(beeld) for beeld in weging.lid1],
        "tegenfeiten": list(weging.tegenfeiten),
        "letOp": [note_as_text(punt) for punt in weging.let_op],
    }
    if len(weging.profielen) > 1:
        plain["perProfiel"] = {beeld.profiel.code: _dimensies(beeld) for beeld in weging.profielen}
    return plain


def note_as_text(punt: LetOp) -> str:
    """Return one point of the list "let op" as a line that starts with the code it is about."""
    return f"{punt.code} {punt.tekst}" if punt.code else punt.tekst


def _dimensies(beeld: Profielbeeld) -> dict[str, dict[str, int | bool]]:
    return {
        d.dimensie.code: {"sterk": d.sterk, "middel": d.middel, "zwak": d.zwak, "positief": d.positief}
        for d in beeld.dimensies
    }


def _onderdeel(beeld: Onderdeelbeeld) -> dict[str, Any]:
    return {
        "sub": beeld.sub,
        "handeling": list(beeld.handeling),
        "middel": list(beeld.middel),
        "middelVereist": beeld.middel_vereist,
        "doel": list(beeld.doel),
        "ontbreekt": list(beeld.ontbreekt),
        "waardoor": {code: list(codes) for code, codes in beeld.waardoor.items()},
        "uitleg": beeld.uitleg,
    }
