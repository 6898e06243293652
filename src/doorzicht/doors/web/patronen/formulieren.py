"""The forms of the pattern pages: they show the fields, they save nothing."""

from django import forms

JA_NEE = [("ja", "Ja"), ("nee", "Nee"), ("weet-niet", "Weet ik niet")]


class ProefForm(forms.Form):
    """One of every kind of field."""

    naam = forms.CharField(label="Naam", max_length=80, help_text="Alleen als je dat wilt.")
    soort = forms.MultipleChoiceField(
        label="Waar gaat het over?",
        help_text="Kies alles wat past.",
        choices=[("werk", "Werk"), ("wonen", "Slapen en wonen"), ("zorg", "Hulp in huis")],
        widget=forms.CheckboxSelectMultiple(
            attrs={
                "uitleg": {
                    "werk": "lange dagen, weinig loon",
                    "wonen": "vast aan het werk",
                    "zorg": "mag niet weg",
                }
            }
        ),
    )
    minderjarig = forms.ChoiceField(
        label="Gaat het om iemand jonger dan 18?",
        choices=JA_NEE,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een antwoord. ‘Weet ik niet’ mag ook."},
    )
    omschrijving = forms.CharField(label="Wat zag of hoorde je?", widget=forms.Textarea)
    wanneer = forms.DateField(label="Wanneer?", error_messages={"required": "Vul een dag in."})
    gemeente = forms.ChoiceField(label="Waar?", choices=[("", "Kies een gemeente"), ("0246", "Heerde")])
    foto = forms.FileField(label="Foto van de ruimte", required=False, help_text="Geen gezichten.")
    terug = forms.BooleanField(
        label="Ik wil later iets terughoren", required=False, help_text="Met je ontvangstcode."
    )


class WegingForm(forms.Form):
    """The decision of a weighing."""

    besluit = forms.ChoiceField(
        label="Wat gebeurt er met de melding?",
        choices=[
            ("niets", "Niets"),
            ("afdeling", "Naar een afdeling"),
            ("riec", "Naar het RIEC"),
            ("vervolganalyse", "Vervolganalyse"),
        ],
        widget=forms.RadioSelect(
            attrs={
                "kolommen": 4,
                "uitleg": {
                    "niets": "1 jaar versleuteld bewaard, dan vernietigd",
                    "afdeling": "jeugd, leerplicht, handhaving",
                    "riec": "georganiseerd, over de gemeentegrens",
                    "vervolganalyse": "eerst privacycheck 1",
                },
            }
        ),
    )
    waarom = forms.CharField(
        label="Waarom?",
        help_text="Noem de waarnemingen. De privacyfunctionaris leest mee, later misschien een rechter.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class BesluitForm(forms.Form):
    """The decision of a meeting, with dissent."""

    besluit = forms.ChoiceField(
        label="Wat besluit het overleg?",
        choices=[
            ("controle", "Controle"),
            ("casus", "Casus"),
            ("riec", "Naar het RIEC"),
            ("maatregel", "Maatregel"),
            ("zorg", "Zorg"),
            ("sluiten", "Sluiten"),
        ],
        widget=forms.RadioSelect(
            attrs={
                "kolommen": 3,
                "uitleg": {
                    "controle": "samen met de omgevingsdienst",
                    "casus": "uitzoeken onder regie van de gemeente",
                    "riec": "over de gemeentegrens heen",
                    "maatregel": "eerst huisvesting-en-zorgcheck",
                    "zorg": "alleen met toestemming of bij gevaar",
                    "sluiten": "met reden",
                },
            }
        ),
    )
    waarom = forms.CharField(label="Waarom dit besluit?", widget=forms.Textarea(attrs={"rows": 3}))
    anders = forms.CharField(
        label="Wie denkt er anders over?", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class MeldForm(forms.Form):
    """Step 2 of the public report."""

    waarover = forms.MultipleChoiceField(
        label="Waar gaat het over?",
        help_text="Kies alles wat past. Weet je het niet? Sla dit over.",
        required=False,
        choices=[
            ("werk", "Werk"),
            ("wonen", "Slapen en wonen"),
            ("seks", "Seks tegen betaling"),
            ("strafbaar", "Strafbare dingen"),
            ("bedelen", "Bedelen"),
            ("huis", "Hulp in huis"),
        ],
        widget=forms.CheckboxSelectMultiple(
            attrs={
                "kolommen": 2,
                "uitleg": {
                    "werk": "lange dagen, weinig loon",
                    "wonen": "vast aan het werk",
                    "seks": "onder druk",
                    "strafbaar": "stelen, geld pinnen, pakjes",
                    "bedelen": "geld afgeven aan een ander",
                    "huis": "mag niet weg",
                },
            }
        ),
    )
    gezien = forms.CharField(
        label="Wat zag of hoorde je?",
        help_text="Schrijf op wat je zelf zag, hoorde of las. Namen zijn niet nodig.",
        widget=forms.Textarea,
    )
    minderjarig = forms.ChoiceField(
        label="Gaat het om iemand jonger dan 18?",
        choices=JA_NEE,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een antwoord. ‘Weet ik niet’ mag ook."},
    )
