"""The roles of domain.md 1.5, with what a person in that role is for. One row a role."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rol:
    """A role: `naam` as shown, `taak` in one sentence, the compartments it may enter at all."""

    code: str
    naam: str
    taak: str
    compartimenten: tuple[str, ...] = ("algemeen",)


ROLLEN: dict[str, Rol] = {
    rol.code: rol
    for rol in (
        Rol(
            "medewerker",
            "medewerker",
            "Meldt wat opvalt in het eigen werk en ziet wat er met de melding gebeurt.",
        ),
        Rol(
            "meldpuntmedewerker",
            "meldpuntmedewerker",
            "Leest wat binnenkomt en zet het klaar voor de weging.",
        ),
        Rol(
            "aandachtsfunctionaris",
            "aandachtsfunctionaris mensenhandel",
            "Weegt meldingen, drijft de aanpak en brengt meldingen in bij het overleg (bijlage 2 van het plan).",
            ("algemeen", "hulp"),
        ),
        Rol(
            "coordinator",
            "coördinator ondermijning",
            "Zit het Lokaal Ondermijningsoverleg voor en bewaakt acties.",
            ("algemeen", "hulp", "wpg"),
        ),
        Rol(
            "privacyfunctionaris",
            "privacyfunctionaris",
            "Doet privacycheck 1, 2A en 2B en beslist mee over vernietigen.",
            ("algemeen", "hulp"),
        ),
        Rol("toezichthouder", "toezichthouder", "Controleert met een eigen bestuurlijke bevoegdheid."),
        Rol("brp_medewerker", "medewerker BRP en adreskwaliteit", "Onderzoekt adressignalen.", ("laa",)),
        Rol("bibob_coordinator", "Bibob-coördinator", "Doet het Bibob-onderzoek.", ("bibob",)),
        Rol("jurist", "jurist", "Toetst besluiten en maatregelen."),
        Rol("burgemeester", "burgemeester", "Neemt besluiten die bij de burgemeester horen."),
        Rol("beleidsmedewerker", "beleidsmedewerker", "Houdt het plan en de cijfers bij.", ()),
        Rol(
            "zorgcoordinator",
            "zorgcoördinator",
            "Regelt hulp en opvang voor slachtoffers.",
            ("hulp", "zorg"),
        ),
        Rol(
            "loo_partner",
            "partner in het overleg",
            "Ziet alleen de punten waarvoor hij is uitgenodigd.",
            ("algemeen", "hulp"),
        ),
        Rol(
            "politie",
            "politie, ondermijning",
            "Ziet alleen de punten waarvoor hij is uitgenodigd; eigen inbreng blijft politiegegeven (Wpg).",
            ("algemeen", "wpg"),
        ),
        Rol(
            "procesverantwoordelijke",
            "procesverantwoordelijke ketenaanpak jeugdprostitutie NOG",
            "Adviseert op uitnodiging, per zaak.",
            ("algemeen", "hulp"),
        ),
        Rol(
            "werkgroep_iv",
            "lid werkgroep Integrale Veiligheid",
            "Ziet cijfers van de regio, nooit zaken.",
            (),
        ),
        Rol(
            "fg",
            "functionaris gegevensbescherming",
            "Controleert het logboek, los van de uitvoering.",
            ("algemeen", "hulp"),
        ),
        Rol(
            "beheerder", "functioneel beheerder", "Beheert accounts en instellingen en ziet geen inhoud.", ()
        ),
    )
}

_UITVOERING = frozenset({"meldpuntmedewerker", "aandachtsfunctionaris", "coordinator"})
ONVERENIGBAAR: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (frozenset({"privacyfunctionaris"}), _UITVOERING),
    (frozenset({"fg"}), _UITVOERING | {"privacyfunctionaris", "beheerder"}),
)
"""Pairs that nobody holds together: who asks does not check, and who oversees does not carry out."""

ONMISBAAR = frozenset({"aandachtsfunctionaris", "privacyfunctionaris", "coordinator", "fg"})
"""Roles that may not be left empty: without them meldingen, checks, meetings or oversight lie still."""
