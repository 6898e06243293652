"""Why a file was not taken in, in a sentence for whoever sent it: Dutch, and English for the public site."""

from typing import Final

ONBEKEND: Final = "soort"

ZINNEN: Final[dict[str, tuple[str, str]]] = {
    "leeg": (
        "Dit bestand is leeg. Kies het opnieuw.",
        "This file is empty. Please choose it again.",
    ),
    "te_groot": (
        "Dit bestand is groter dan 10 MB. Maak het kleiner, of maak een schermafdruk.",
        "This file is larger than 10 MB. Make it smaller, or take a screenshot.",
    ),
    "te_veel": (
        "Je stuurde meer dan 5 bestanden. Dit bestand paste er niet meer bij.",
        "You sent more than 5 files. There was no room for this one.",
    ),
    "soort": (
        "Dit soort bestand nemen we niet aan. Stuur een foto (jpg, png of webp), een pdf of een Word-bestand (docx).",
        "We do not accept this kind of file. Send a photo (jpg, png or webp), a pdf or a Word file (docx).",
    ),
    "heic": (
        "Dit is een foto die alleen op een iPhone werkt (heic). Maak er een schermafdruk van en stuur die.",
        "This photo only works on an iPhone (heic). Take a screenshot of it and send that.",
    ),
    "oud_word": (
        "Dit is een oud Word-bestand. Sla het op als docx of als pdf en kies dat.",
        "This is an old Word file. Save it as docx or as pdf and choose that one.",
    ),
    "op_slot": (
        "Dit bestand zit op slot, met een wachtwoord of een beveiliging. Sla het zonder slot op.",
        "This file is locked, with a password or protection. Save it without the lock.",
    ),
    "liegt": (
        "De naam van dit bestand past niet bij wat erin zit. Controleer of het klopt en sla het opnieuw op.",
        "The name of this file does not match what is in it. Check it and save it again.",
    ),
    "dubbel": (
        "In dit bestand zit een tweede bestand verstopt. Dat nemen we niet aan.",
        "There is a second file hidden in this file. We do not accept that.",
    ),
    "kapot": (
        "Dit bestand is beschadigd of niet af. Probeer het opnieuw op te slaan, of maak een schermafdruk.",
        "This file is damaged or incomplete. Try to save it again, or take a screenshot.",
    ),
    "bom": (
        "Dit bestand wordt bij het openen veel te groot. Dat nemen we niet aan.",
        "This file becomes far too large when it is opened. We do not accept that.",
    ),
    "te_zwaar": (
        "Dit bestand is te ingewikkeld om veilig te bekijken. Stuur een foto of een schermafdruk.",
        "This file is too complex to check safely. Send a photo or a screenshot.",
    ),
    "te_veel_beeld": (
        "Deze afbeelding heeft te veel beeldpunten. Maak hem kleiner, of maak een schermafdruk.",
        "This picture has too many pixels. Make it smaller, or take a screenshot.",
    ),
    "beweegt": (
        "Dit is een bewegend plaatje. Stuur een gewone foto of een schermafdruk.",
        "This is a moving picture. Send a normal photo or a screenshot.",
    ),
    "macro": (
        "In dit Word-bestand zit een programma (een macro). Sla het op als gewone docx of als pdf.",
        "This Word file contains a program (a macro). Save it as a normal docx or as pdf.",
    ),
    "actief": (
        "In dit bestand zit iets dat vanzelf iets kan doen. Druk het af naar een nieuwe pdf en kies die.",
        "This file contains something that can act by itself. Print it to a new pdf and choose that one.",
    ),
    "formulier": (
        "Dit invulformulier kunnen we niet overnemen. Druk het af naar een nieuwe pdf en kies die.",
        "We cannot copy this form. Print it to a new pdf and choose that one.",
    ),
    "bijlage": (
        "In dit bestand zit een ander bestand. Haal het eruit en stuur het apart.",
        "There is another file inside this file. Take it out and send it separately.",
    ),
    "van_buiten": (
        "Dit bestand haalt bij het openen iets van internet. Sla het op als pdf en kies die.",
        "This file fetches something from the internet when it is opened. Save it as pdf and choose that one.",
    ),
    "tekening": (
        "In dit Word-bestand staat een tekening die we niet kunnen bekijken. Sla het op als pdf en kies die.",
        "This Word file contains a drawing that we cannot check. Save it as pdf and choose that one.",
    ),
    "virus": (
        "De viruscontrole hield dit bestand tegen.",
        "The virus check stopped this file.",
    ),
    "geen_scanner": (
        "De viruscontrole werkt nu niet, dus we konden dit bestand niet aannemen. Probeer het later nog eens.",
        "The virus check is not working now, so we could not accept this file. Please try again later.",
    ),
    "geen_tijd": (
        "Het bekijken van je bestanden duurde te lang. Stuur dit bestand later nog eens, apart.",
        "Checking your files took too long. Send this file later, on its own.",
    ),
    "geen_ruimte": (
        "We konden dit bestand nu niet bewaren. Probeer het later nog eens.",
        "We could not store this file now. Please try again later.",
    ),
}


def sentence(reden: str, taal: str = "nl") -> str:
    """The sentence for a reason; a reason nobody wrote a sentence for is told as a kind we do not take."""
    dutch, english = ZINNEN.get(reden, ZINNEN[ONBEKEND])
    return english if taal == "en" else dutch
