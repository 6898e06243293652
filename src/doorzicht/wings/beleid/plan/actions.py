"""Loading the plan: checked whole before anything is kept; the same plan twice is kept once."""

import hashlib
import json
from datetime import datetime
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator

from doorzicht.wings.beleid.plan.models import Planversie


class OngeldigPlan(ValueError):
    """The file is no plan; the message names the first place that is wrong."""


def load_plan(content: dict[str, Any], *, at: datetime) -> tuple[Planversie, bool]:
    """Keep a plan and tell whether it is new. Raises `OngeldigPlan`."""
    schema = json.loads(files("doorzicht.wings.beleid.plan").joinpath("plan.schema.json").read_text())
    plain = json.loads(json.dumps(content, default=str))
    validator = Draft202012Validator(schema)
    if errors := sorted(validator.iter_errors(plain), key=lambda e: list(map(str, e.absolute_path))):
        place = " > ".join(str(p) for p in errors[0].absolute_path) or "top"
        raise OngeldigPlan(f"{place}: {errors[0].message}")
    codes = [actie["code"] for ambitie in plain["ambities"] for actie in ambitie["acties"]]
    if double := {c for c in codes if codes.count(c) > 1}:
        raise OngeldigPlan(f"action codes used twice: {', '.join(sorted(double))}")
    mark = hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()
    return Planversie.objects.get_or_create(
        kenmerk=mark, defaults={"naam": plain["naam"], "inhoud": plain, "geladen_op": at}
    )
