"""Who may do what. One table, one row a right, a sentence a lawyer can read and correct.

Every screen, job, file and command asks this table through `access.api.require`. A right is always limited to
the organisations the actor acts for (product rule 1) and to dossiers the actor was not shut out of.
"""

from dataclasses import dataclass

MELDPUNT = frozenset({"meldpuntmedewerker", "aandachtsfunctionaris", "coordinator"})
WEGERS = frozenset({"aandachtsfunctionaris"})
GENODIGDEN = frozenset(
    {"loo_partner", "politie", "procesverantwoordelijke", "aandachtsfunctionaris", "toezichthouder"}
)
GEMEENTE = frozenset(
    {
        "medewerker",
        "meldpuntmedewerker",
        "aandachtsfunctionaris",
        "coordinator",
        "privacyfunctionaris",
        "toezichthouder",
        "brp_medewerker",
        "bibob_coordinator",
        "jurist",
        "burgemeester",
        "beleidsmedewerker",
    }
)

IEDEREEN = GEMEENTE | GENODIGDEN | {"zorgcoordinator", "werkgroep_iv", "fg", "beheerder"}
"""Everybody with an account."""


@dataclass(frozen=True, slots=True)
class Recht:
    """One right: its code, the roles that have it, and why in one Dutch sentence."""

    code: str
    rollen: frozenset[str]
    zin: str


def _r(code: str, rollen: frozenset[str] | set[str], zin: str) -> Recht:
    return Recht(code, frozenset(rollen), zin)


RECHTEN: dict[str, Recht] = {
    recht.code: recht
    for recht in (
        _r("melding.maken", GEMEENTE, "Iedereen bij de gemeente mag melden wat opvalt in het eigen werk."),
        _r("melding.maken_anoniem", {"melder"}, "Iedereen mag melden, zonder naam en zonder account."),
        _r(
            "melding.importeren",
            {"systeem"},
            "Openbare uitspraken worden ingelezen als oefenmelding, zonder namen.",
        ),
        _r("melding.bewaken", {"systeem"}, "Het huis kijkt elke ochtend of iets ongelezen blijft."),
        _r(
            "melding.terugkomen",
            {"melder"},
            "Wie de ontvangstcode heeft, leest en schrijft bij die ene melding.",
        ),
        _r("melding.eigen_zien", GEMEENTE, "Wie meldde ziet dat er iets mee gebeurt, niet wat."),
        _r("melding.lijst", MELDPUNT, "Het Meldpunt ziet welke meldingen open staan, met een kort label."),
        _r(
            "melding.lezen",
            MELDPUNT,
            "Het Meldpunt leest meldingen om ze te beoordelen; elke keer wordt vastgelegd.",
        ),
        _r(
            "melding.melder_zien",
            WEGERS,
            "Alleen wie weegt ziet de gegevens van de melder, los van de melding.",
        ),
        _r("melding.bewerken", MELDPUNT, "Het Meldpunt vult personen, waarnemingen en plaatsen aan."),
        _r("melding.samenvoegen", WEGERS, "Wie weegt mag meldingen samenvoegen en weer splitsen, met reden."),
        _r("melding.antwoorden", MELDPUNT, "Het Meldpunt zegt terug wat de melder mag weten."),
        _r(
            "acuut.vastleggen",
            MELDPUNT,
            "Bij gevaar of een mogelijk minderjarige wordt eerst gebeld en vastgelegd.",
        ),
        _r("weging.uitvoeren", WEGERS, "De aandachtsfunctionaris weegt en legt het besluit met reden vast."),
        _r(
            "weging.meebeslissen",
            {"coordinator", "aandachtsfunctionaris"},
            "Een besluit dat de catalogus zwaar noemt heeft een tweede mens nodig, niet dezelfde.",
        ),
        _r("weging.aanvragen_privacycheck", WEGERS, "Wie weegt vraagt de privacycheck aan."),
        _r(
            "privacycheck.uitvoeren",
            {"privacyfunctionaris"},
            "De privacyfunctionaris besluit over bronnen en delen.",
        ),
        _r(
            "privacycheck.lezen",
            {"privacyfunctionaris"} | WEGERS,
            "Wie de check vraagt of doet, ziet de vraag.",
        ),
        _r("herkenning.vragen", WEGERS, "Na privacycheck 1 mag wie weegt vragen: eerder gezien, ja of nee."),
        _r(
            "herkenning.vragen_regio",
            WEGERS,
            "Na privacycheck 1 mag wie weegt het ook andere gemeenten vragen: ja of nee, en wie je belt.",
        ),
        _r(
            "herkenning.bijwerken",
            {"systeem"},
            "Het huis maakt kenmerken voor de regio zodra de gemeente een afspraak vastlegt; niemand ziet ze.",
        ),
        _r(
            "regioafspraak.vastleggen",
            {"privacyfunctionaris"},
            "De privacyfunctionaris legt grond, regeling en DPIA vast, en trekt ze in. De FG niet: die houdt toezicht.",
        ),
        _r(
            "regioafspraak.zien",
            {"privacyfunctionaris", "fg"} | WEGERS,
            "Wie vastlegt, toezicht houdt of de regio vraagt, ziet welke gemeenten meedoen.",
        ),
        _r(
            "vervanger.aanwijzen",
            {"privacyfunctionaris"},
            "Wie de privacychecks doet, wijst een vervanger aan voor de dagen dat die er niet is.",
        ),
        _r(
            "uitsluiting.zetten",
            {"coordinator", "privacyfunctionaris", "aandachtsfunctionaris"},
            "Wie iemand kent in een dossier wordt daarvan uitgesloten.",
        ),
        _r(
            "verstrekking.aanbieden",
            WEGERS | {"coordinator"},
            "Wie weegt of het overleg leidt biedt velden aan, met grond, doel en noodzaak.",
        ),
        _r(
            "verstrekking.beslissen",
            {"coordinator", "zorgcoordinator"} | GENODIGDEN,
            "De ontvanger neemt aan of wijst af.",
        ),
        _r(
            "verstrekking.intrekken",
            WEGERS | {"coordinator", "privacyfunctionaris"},
            "Wie gaf, mag terugnemen.",
        ),
        _r(
            "verstrekking.lezen",
            {"coordinator", "privacyfunctionaris", "zorgcoordinator"} | WEGERS | GENODIGDEN,
            "Gever en ontvanger zien precies de vrijgegeven velden.",
        ),
        # Which side of a verstrekking somebody stands on: the wing that gave it, or the wing that got it.
        _r("verstrekking.signaleren", WEGERS, "Van of aan signaleren: voor wie weegt."),
        _r(
            "verstrekking.regie",
            {"coordinator", "aandachtsfunctionaris"},
            "Van of aan regie: voor de vaste leden van het overleg; anderen worden per punt toegelaten.",
        ),
        _r("verstrekking.zorg", {"zorgcoordinator"}, "Van of aan zorg: voor de zorgcoördinator."),
        _r("verstrekking.beleid", {"beleidsmedewerker"}, "Van of aan beleid: voor wie het plan bijhoudt."),
        _r(
            "verstrekking.partner",
            {"loo_partner", "politie", "procesverantwoordelijke", "zorgcoordinator"},
            "Van of aan een partner: voor de mensen van die organisatie.",
        ),
        _r(
            "verstrekking.ontvangen",
            {"coordinator", "aandachtsfunctionaris", "zorgcoordinator"}
            | {"loo_partner", "politie", "procesverantwoordelijke"},
            "Wie iets kreeg, ziet de eigen lijst en bevestigt na het einde dat het is vernietigd.",
        ),
        _r(
            "verstrekking.register",
            {"coordinator", "privacyfunctionaris", "fg"},
            "Wie leidt, toetst of toezicht houdt ziet aan wie de gemeente gaf, waarom en tot wanneer; geen inhoud.",
        ),
        _r(
            "verstrekking.herinneren",
            {"systeem"},
            "Het huis herinnert aan een einde en aan een bevestiging; nooit met inhoud.",
        ),
        _r(
            "verstrekking.laten_verlopen",
            {"systeem"},
            "Wat zijn tijd heeft gehad sluit vanzelf, zonder dat iemand erin kijkt.",
        ),
        _r(
            "verstrekking.volgen",
            WEGERS | {"systeem"},
            "De gever volgt hoe ver de ontvanger is: aangenomen, besloten of afgewezen; geen inhoud.",
        ),
        _r(
            "overleg.beheren",
            {"coordinator"},
            "De coördinator zit het overleg voor: agenda, genodigden, besluiten.",
        ),
        _r(
            "overleg.zien",
            {"coordinator", "privacyfunctionaris"} | GENODIGDEN,
            "Leden en genodigden zien hun punten, genodigden alleen tijdens het overleg.",
        ),
        _r(
            "overleg.vast_lid",
            {"coordinator", "aandachtsfunctionaris"},
            "Vaste leden van de gemeente zien elk punt.",
        ),
        _r(
            "wacht.zetten",
            {"politie"},
            "De politie ziet vooraf de koppen van de eigen punten en kan vragen te wachten: lopend onderzoek.",
        ),
        _r("mail.sturen", {"systeem"}, "Het huis mailt dat er iets klaarstaat; nooit wat."),
        _r(
            "actie.eigen_zien",
            {"coordinator"} | GENODIGDEN,
            "Wie een actie kreeg, ziet die ene actie tot die klaar is, ook na het overleg; verder niets van het punt.",
        ),
        _r("actie.herinneren", {"systeem"}, "Het huis mailt wie een actie heeft die bijna of al te laat is."),
        _r("actie.afmelden", {"coordinator"} | GENODIGDEN, "Wie een actie heeft, meldt hem klaar."),
        _r(
            "vernietiging.bevestigen",
            {"privacyfunctionaris", "coordinator"},
            "Twee mensen bevestigen samen een vernietiging.",
        ),
        _r(
            "vernietiging.zien",
            {"privacyfunctionaris", "coordinator", "fg"},
            "Wie bevestigt ziet de lijst, en de FG ziet dat het gebeurt; alleen nummers, geen inhoud.",
        ),
        _r(
            "vernietiging.aanhouden",
            {"privacyfunctionaris", "coordinator"},
            "Een lopende procedure of een verzoek van de betrokkene houdt een vernietiging op.",
        ),
        _r("vernietiging.uitvoeren", {"systeem"}, "Vernietigen doet het huis, nadat mensen bevestigden."),
        _r("logboek.lezen", {"fg"}, "De FG leest het logboek, los van de uitvoering."),
        _r(
            "plan.lezen",
            GEMEENTE | {"fg", "werkgroep_iv", "zorgcoordinator", "beheerder"},
            "Het plan is van iedereen.",
        ),
        _r("datalek.melden", IEDEREEN, "Iedereen die hier werkt meldt een (mogelijk) datalek, meteen."),
        _r(
            "datalek.zien",
            {"fg", "privacyfunctionaris"},
            "De FG en de privacyfunctionaris zien het datalekkenregister; elke keer wordt vastgelegd.",
        ),
        _r(
            "datalek.behandelen",
            {"fg", "privacyfunctionaris"},
            "Zij leggen feiten, gevolgen, maatregelen en meldingen vast (art. 33 en 34 AVG).",
        ),
        _r(
            "datalek.niet_melden",
            {"fg"},
            "Niet melden aan de AP of aan de betrokkenen kan alleen met de FG, en met een reden.",
        ),
        _r(
            "account.koppelen",
            IEDEREEN,
            "Iedereen koppelt het eigen account aan dat van de eigen gemeente, na inloggen met twee stappen.",
        ),
        _r("account.zien", {"beheerder"}, "De beheerder ziet wie een account heeft, en in welke rol."),
        _r(
            "account.sluiten",
            {"beheerder"},
            "De beheerder sluit het account van wie weggaat en kiest wie het werk overneemt; nooit het eigen account.",
        ),
        _r(
            "werk.overdragen",
            {"systeem"},
            "Het huis geeft open werk aan wie de beheerder koos; niemand leest erin.",
        ),
        _r(
            "rollencontrole.zien",
            {"coordinator", "privacyfunctionaris", "fg", "beheerder"},
            "Wie erover gaat of toezicht houdt, ziet welke rollen nagekeken zijn, door wie, en wat te laat is.",
        ),
        _r(
            "rollencontrole.beslissen",
            {"coordinator", "privacyfunctionaris"},
            "Elk half jaar zegt een collega per rol: blijft of stopt. Nooit over de eigen rol.",
        ),
        _r("beheer.instellingen", {"beheerder"}, "De beheerder stelt in en ziet geen inhoud."),
    )
}
