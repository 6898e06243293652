"""Organisations, the staff who log in, and the roles they were appointed to."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from doorzicht.ground.organisaties.gebruikersnaam import VORM, check_gebruikersnaam
from doorzicht.ground.organisaties.kanalen import KANALEN, LOKETTEN


class Organisatie(models.Model):
    """A municipality (a controller of its own) or a partner of the plan (R26, R30). The code is public."""

    code = models.CharField(primary_key=True, max_length=24)
    naam = models.CharField(max_length=80)
    slug = models.SlugField(unique=True)
    soort = models.CharField(max_length=20)
    huisstijl = models.CharField(max_length=20, default="veluwe")
    in_gebruik = models.BooleanField(default=False)

    SOORTEN: ClassVar = ("gemeente", "politie", "riec", "omgevingsdienst", "zorg", "landelijk", "regio")

    class Meta:
        ordering = ["naam"]

    class Privacy:
        gegevens = "geen; openbare gegevens van organisaties"
        bewaarregel = "zolang de organisatie meedoet"


class MedewerkerManager(BaseUserManager["Medewerker"]):
    """Makes accounts; a password is always hashed."""

    def get_by_natural_key(self, username: str | None) -> "Medewerker":
        return self.get(gebruikersnaam=username)

    def create_account(
        self,
        *,
        gebruikersnaam: str,
        naam: str,
        email: str,
        organisatie: Organisatie,
        wachtwoord: str,
        functie: str = "",
    ) -> "Medewerker":
        """A new account of a staff member; login needs a second factor before anything opens.

        Raises `OngeldigeGebruikersnaam`.
        """
        account = self.model(
            gebruikersnaam=check_gebruikersnaam(gebruikersnaam),
            naam=naam,
            email=email,
            organisatie=organisatie,
            functie=functie,
        )
        account.set_password(wachtwoord)
        account.save(using=self._db)
        return account


class Medewerker(AbstractBaseUser):
    """Somebody with an account. Name and work e-mail are the declared exception to encryption (DESIGN.md 2)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gebruikersnaam = models.CharField(max_length=60, unique=True)
    naam = models.CharField(max_length=80)
    email = models.EmailField(blank=True)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    functie = models.CharField(max_length=40, blank=True)
    is_active = models.BooleanField(default=True)

    objects: ClassVar[MedewerkerManager] = MedewerkerManager()

    USERNAME_FIELD = "gebruikersnaam"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["naam"]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(gebruikersnaam__regex=f"^{VORM}$"),
                name="organisaties_medewerker_gebruikersnaam",
            )
        ]

    class Privacy:
        gegevens = (
            "naam en werkmail van medewerkers, leesbaar: nodig om in te loggen voordat er een context is"
        )
        bewaarregel = "zolang het account bestaat"

    @property
    def is_staff(self) -> bool:
        """No Django admin in this house."""
        return False

    @property
    def is_superuser(self) -> bool:
        """Nobody stands above the permission table."""
        return False

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """Django's permissions are not used: rights stand in `ground.access.rechten`."""
        return False

    def get_full_name(self) -> str:
        return self.naam


class Aanstelling(models.Model):
    """A role of a person for an organisation, from a day to a day (inclusive), as deputy or not."""

    medewerker = models.ForeignKey(Medewerker, on_delete=models.CASCADE, related_name="aanstellingen")
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    rol = models.CharField(max_length=24)
    plaatsvervanger = models.BooleanField(default=False)
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["organisatie", "rol"], name="organisaties_aanstelling_rol")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(tot__isnull=True) | models.Q(tot__gte=models.F("vanaf")),
                name="organisaties_aanstelling_periode",
            )
        ]

    class Privacy:
        gegevens = "welke medewerker welke rol heeft"
        bewaarregel = "zolang het account bestaat"


class Koppeling(models.Model):
    """The account at a municipality's own login server that belongs to a member of staff: made by them, once logged
    in. `merk` is a hash of who issued it and for whom; names and addresses of that server are not kept."""

    medewerker = models.OneToOneField(Medewerker, on_delete=models.CASCADE, related_name="+")
    merk = models.CharField(max_length=64, unique=True)
    op = models.DateTimeField()

    class Privacy:
        gegevens = "welk account bij de eigen gemeente bij een medewerker hoort, als kenmerk zonder naam"
        bewaarregel = "zolang het account bestaat"


class Kanaal(models.Model):
    """A way in for meldingen, per municipality. Off until somebody reads it."""

    organisatie = models.ForeignKey(Organisatie, on_delete=models.CASCADE, related_name="kanalen")
    soort = models.CharField(max_length=20)
    aan = models.BooleanField(default=False)
    laatst_gelezen = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisatie", "soort"], name="organisaties_kanaal_uniek"),
            models.CheckConstraint(
                condition=models.Q(soort__in=LOKETTEN), name="organisaties_kanaal_is_loket"
            ),
        ]

    class Privacy:
        gegevens = "geen"
        bewaarregel = "zolang de organisatie meedoet"

    @property
    def naam(self) -> str:
        return KANALEN[self.soort].naam
