import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Organisatie",
            fields=[
                ("code", models.CharField(max_length=24, primary_key=True, serialize=False)),
                ("naam", models.CharField(max_length=80)),
                ("slug", models.SlugField(unique=True)),
                ("soort", models.CharField(max_length=20)),
                ("huisstijl", models.CharField(default="veluwe", max_length=20)),
                ("in_gebruik", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["naam"],
            },
        ),
        migrations.CreateModel(
            name="Medewerker",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("gebruikersnaam", models.CharField(max_length=60, unique=True)),
                ("naam", models.CharField(max_length=80)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("functie", models.CharField(blank=True, max_length=40)),
                ("is_active", models.BooleanField(default=True)),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.organisatie",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("gebruikersnaam__regex", "^[a-z0-9]+([._-][a-z0-9]+)*$")),
                        name="organisaties_medewerker_gebruikersnaam",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Kanaal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("soort", models.CharField(max_length=20)),
                ("aan", models.BooleanField(default=False)),
                ("laatst_gelezen", models.DateTimeField(null=True)),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kanalen",
                        to="organisaties.organisatie",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisatie", "soort"), name="organisaties_kanaal_uniek"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("soort__in", ("bewoner", "medewerker", "mma", "partner"))),
                        name="organisaties_kanaal_is_loket",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Aanstelling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rol", models.CharField(max_length=24)),
                ("plaatsvervanger", models.BooleanField(default=False)),
                ("vanaf", models.DateField()),
                ("tot", models.DateField(blank=True, null=True)),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aanstellingen",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.organisatie",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["organisatie", "rol"], name="organisaties_aanstelling_rol")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gte", models.F("vanaf")), _connector="OR"
                        ),
                        name="organisaties_aanstelling_periode",
                    )
                ],
            },
        ),
    ]
