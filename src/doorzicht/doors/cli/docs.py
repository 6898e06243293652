"""`doorzicht docs`: write the documents that are made from the code, so that they cannot lie.

`docs/rechten.md` from the permission table, `docs/privacy.md` from what every model declares, `docs/regels.md` from the
names of the tests, `docs/juridisch.md` from what the catalogue marks as not confirmed. A test fails when a document and
the code no longer agree.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

import click
from django.apps import apps
from django.conf import settings
from django.db.models import Model

from doorzicht.doors.cli.juridisch import render_lawyers_list
from doorzicht.doors.cli.productregels import render_rules
from doorzicht.ground.access.rechten import RECHTEN
from doorzicht.ground.access.tabellen import TABELLEN
from doorzicht.ground.catalogus.api import bewaarregels
from doorzicht.ground.lib.rows import DossierRow
from doorzicht.ground.organisaties.rollen import ROLLEN
from doorzicht.ground.vault.fields import VersleuteldVeld

_MADE = "<!-- Gemaakt door `doorzicht docs` uit de code. Niet met de hand veranderen. -->\n"
ZONDER_ACCOUNT = {
    "melder": "wie zonder account meldt",
    "systeem": "het huis zelf, in een taak",
}
# What lies outside the database's tables: checked by hand, printed with the rest.
BUITEN_DE_TABELLEN = (
    (
        "`var/sleutelkluis/`",
        "de helft van elke dossiersleutel",
        "tot het dossier wordt vernietigd; een back-up bewaart alleen de laatste stand",
    ),
    (
        "`var/bestanden/`",
        "meegestuurde foto's en documenten, versleuteld met de sleutel van hun dossier",
        "met het dossier; zonder sleutel is wat er van over is onleesbaar",
    ),
    (
        "`var/geheimen/`",
        "hoofdsleutels en andere sleutels; geen persoonsgegevens",
        "tot ze worden vervangen",
    ),
    (
        "`var/anker/`",
        "koppen van de keten van het logboek: getallen en tijden, geen persoonsgegevens",
        "even lang als het logboek",
    ),
    (
        "`var/log/`",
        "wat er met de machine gebeurde: nummers en codes, nooit wat iemand schreef",
        "volgens de logrotatie van de beheerder",
    ),
    (
        "e-mail",
        "alleen dat er iets klaarstaat en een link; geen naam, geen inhoud",
        "in de mailbox van de ontvanger",
    ),
    (
        "cookies",
        "van medewerkers: een sessie en een formuliersleutel; op de openbare pagina's geen cookie die "
        "iemand herkent",
        "tot uitloggen",
    ),
    (
        "back-up van de database",
        "alles uit de tabellen hierboven, even versleuteld; een vernietigd dossier blijft ook daarin "
        "onleesbaar",
        "volgens het schema van de beheerder",
    ),
)


@click.command()
def command() -> None:
    """Write docs/rechten.md, docs/privacy.md, docs/juridisch.md and docs/regels.md."""
    for path, render in documents().items():
        path.write_text(render(), encoding="utf-8")
        click.echo(f"wrote {path.relative_to(settings.BASE_DIR)}")


def documents() -> dict[Path, Callable[[], str]]:
    """The documents and what makes them."""
    base = Path(settings.BASE_DIR)
    return {
        base / "docs" / "rechten.md": render_rights,
        base / "docs" / "privacy.md": render_privacy,
        base / "docs" / "juridisch.md": lambda: _MADE + render_lawyers_list(),
        base / "docs" / "regels.md": lambda: _MADE + render_rules(base),
    }


def render_rights() -> str:
    """Who may do what: by right, and by role."""
    by_right = _table(
        ("Wat mag", "Wie", "Recht"),
        ((r.zin, ", ".join(_role(c) for c in _in_order(r.rollen)), f"`{r.code}`") for r in RECHTEN.values()),
    )
    by_role = _table(
        ("Rol", "Waarvoor", "Compartimenten", "Rechten"),
        (
            (
                rol.naam,
                rol.taak,
                ", ".join(rol.compartimenten) or "geen: ziet geen zaken",
                _rights_of(rol.code),
            )
            for rol in ROLLEN.values()
        ),
    )
    without = _table(("Wie", "Rechten"), ((naam, _rights_of(code)) for code, naam in ZONDER_ACCOUNT.items()))
    return (
        f"{_MADE}\n# Wie mag wat\n\n"
        "Elk scherm, elke taak en elke koppeling vraagt het aan deze tabel (`ground/access/rechten.py`). "
        "Een recht geldt alleen voor de eigen organisatie, binnen de compartimenten van de rol, en nooit "
        "voor een dossier waarvan iemand is uitgesloten. Dat houdt de database zelf ook tegen.\n\n"
        f"## Per recht\n\n{by_right}\n## Per rol\n\n{by_role}\n## Zonder account\n\n{without}"
    )


def render_privacy() -> str:
    """Which personal data lies where, what of it is readable, and until when."""
    dossier = [model for model in own_models() if issubclass(model, DossierRow)]
    other = [model for model in own_models() if not issubclass(model, DossierRow)]
    in_dossier = _table(
        ("Tabel", "Wat erin staat", "Versleuteld", "Leesbaar, en waarom dat mag", "Hoe lang"),
        ((*_head(m), _encrypted(m), _readable(m), _term(m)) for m in dossier),
    )
    outside = _table(
        ("Tabel", "Wat erin staat", "Waarom niet in een dossier", "Hoe lang"),
        ((*_head(m), _why_outside(m), _term(m)) for m in other),
    )
    own = {m._meta.db_table for m in (*dossier, *other)}
    libraries = _table(
        ("Tabel", "Wat erin staat"),
        ((f"`{t.naam}`", t.reden) for t in TABELLEN.values() if t.naam not in own),
    )
    return (
        f"{_MADE}\n# Welke persoonsgegevens waar liggen, en tot wanneer\n\n"
        "Elke tabel zegt het zelf, in het model (`class Privacy`). Wat versleuteld is, is alleen te lezen "
        "met de sleutel van het dossier; die sleutel bestaat uit drie delen op drie plaatsen. Wordt de "
        "sleutel vernietigd, dan is alles in het dossier voorgoed onleesbaar, ook in oude back-ups.\n\n"
        f"## In een dossier\n\n{in_dossier}\n## Buiten een dossier\n\n{outside}\n"
        f"## Tabellen van bibliotheken\n\n{libraries}\n## Buiten de tabellen\n\n"
        f"{_table(('Waar', 'Wat', 'Hoe lang'), BUITEN_DE_TABELLEN)}\n## Bewaarregels\n\n{_terms()}"
    )


def own_models() -> list[type[Model]]:
    """Every model of this house, ground floor first, by table."""
    found = [m for m in apps.get_models(include_auto_created=True) if m.__module__.startswith("doorzicht.")]
    return sorted(found, key=lambda m: (m.__module__.split(".")[1] != "ground", m._meta.db_table))


def _head(model: type[Model]) -> tuple[str, str]:
    return f"`{model._meta.db_table}`", model.Privacy.gegevens  # type: ignore[attr-defined]


def _encrypted(model: type[Model]) -> str:
    names = [f.column for f in model._meta.concrete_fields if isinstance(f, VersleuteldVeld)]
    return ", ".join(f"`{name}`" for name in names) or "-"


def _readable(model: type[Model]) -> str:
    declared: dict[str, str] = getattr(model.Privacy, "plaintext", {})  # type: ignore[attr-defined]
    return "<br>".join(f"`{column}`: {reason}" for column, reason in declared.items()) or "-"


def _why_outside(model: type[Model]) -> str:
    tabel = TABELLEN.get(model._meta.db_table)
    return tabel.reden if tabel else "naslag: geen persoonsgegevens"


def _term(model: type[Model]) -> str:
    code: str = model.Privacy.bewaarregel  # type: ignore[attr-defined]
    return code


def _terms() -> str:
    return _table(
        ("Code", "Wat", "Hoe lang", "Vanaf", "Hoe weg", "Bron"),
        ((r.code, r.naam, r.termijn or "-", r.vanaf, r.vernietigen, r.bron) for r in bewaarregels()),
    )


def _in_order(codes: Iterable[str]) -> list[str]:
    order = [*ROLLEN, *ZONDER_ACCOUNT]
    return sorted(codes, key=order.index)


def _role(code: str) -> str:
    return ROLLEN[code].naam if code in ROLLEN else ZONDER_ACCOUNT[code]


def _rights_of(code: str) -> str:
    return ", ".join(f"`{r.code}`" for r in RECHTEN.values() if code in r.rollen) or "-"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table; a bar inside a cell is escaped."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)
