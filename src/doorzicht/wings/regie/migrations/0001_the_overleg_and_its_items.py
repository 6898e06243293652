import uuid

from django.db import migrations, models

import doorzicht.ground.vault.fields
from doorzicht.ground.lib.protect import ProtectTable


class Migration(migrations.Migration):
    initial = True

    dependencies = [("access", "0001_recusal_and_temporary_access")]

    operations = [
        migrations.CreateModel(
            name="Besluit",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("agendapunt_id", models.UUIDField(unique=True)),
                ("soort", models.CharField(max_length=16)),
                ("op", models.DateTimeField()),
                ("door", models.UUIDField()),
                ("zorg_geregeld", models.BooleanField(null=True)),
                ("motivering", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("anders", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("zorg", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("aan_melder", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Bijdrage",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("agendapunt_id", models.UUIDField()),
                ("van_medewerker", models.UUIDField()),
                ("van_organisatie_id", models.CharField(max_length=24)),
                ("op", models.DateTimeField()),
                ("tekst", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Uitvoeringscheck",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("agendapunt_id", models.UUIDField()),
                ("gevraagd_door", models.UUIDField()),
                ("gevraagd_op", models.DateTimeField()),
                ("besluit", models.CharField(blank=True, max_length=14)),
                ("door", models.UUIDField(null=True)),
                ("op", models.DateTimeField(null=True)),
                ("vraag", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("reden", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("tegenvoorstel", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Actie",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("agendapunt_id", models.UUIDField()),
                ("eigenaar", models.UUIDField()),
                ("uiterlijk", models.DateField()),
                ("klaar_op", models.DateTimeField(null=True)),
                ("klaar_door", models.UUIDField(null=True)),
                ("wat", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("klaar_op__isnull", True)),
                        fields=["organisatie_id", "uiterlijk"],
                        name="regie_actie_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Agendapunt",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("overleg_id", models.UUIDField()),
                ("volgnummer", models.PositiveSmallIntegerField()),
                ("soort", models.CharField(max_length=14)),
                ("status", models.CharField(default="straks", max_length=14)),
                ("verstrekking_id", models.UUIDField(null=True)),
                ("titel", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("overleg_id", "volgnummer"), name="regie_agendapunt_volgnummer"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Deelname",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("agendapunt_id", models.UUIDField()),
                ("medewerker_id", models.UUIDField()),
                ("van_organisatie_id", models.CharField(max_length=24)),
                ("vast", models.BooleanField(default=False)),
                ("aanwezig", models.BooleanField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["medewerker_id"], name="regie_deelname_wie")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agendapunt_id", "medewerker_id"), name="regie_deelname_een_keer"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Overleg",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("begin", models.DateTimeField()),
                ("eind", models.DateTimeField()),
                ("status", models.CharField(default="gepland", max_length=10)),
                ("geopend_op", models.DateTimeField(null=True)),
                ("gesloten_op", models.DateTimeField(null=True)),
                ("voorzitter", models.UUIDField()),
                ("plaats", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["organisatie_id", "begin"], name="regie_overleg_wanneer")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("eind__gt", models.F("begin"))), name="regie_overleg_periode"
                    )
                ],
            },
        ),
        ProtectTable("Overleg", is_parent=True),
        ProtectTable("Agendapunt", parents={"overleg_id": "Overleg"}, is_parent=True),
        ProtectTable("Deelname", parents={"agendapunt_id": "Agendapunt"}),
        ProtectTable("Bijdrage", parents={"agendapunt_id": "Agendapunt"}),
        ProtectTable("Besluit", parents={"agendapunt_id": "Agendapunt"}),
        ProtectTable("Actie", parents={"agendapunt_id": "Agendapunt"}),
        ProtectTable("Uitvoeringscheck", parents={"agendapunt_id": "Agendapunt"}),
    ]
