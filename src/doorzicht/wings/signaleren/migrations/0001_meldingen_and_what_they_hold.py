import uuid

import django.contrib.postgres.fields
from django.db import migrations, models

import doorzicht.ground.vault.fields
from doorzicht.ground.lib.protect import ProtectTable, RunSqlFile


class Migration(migrations.Migration):
    initial = True

    dependencies = [("access", "0001_recusal_and_temporary_access")]

    operations = [
        migrations.CreateModel(
            name="AcuteStap",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("soort", models.CharField(max_length=16)),
                ("op", models.DateTimeField()),
                ("door", models.UUIDField()),
                ("wie", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("uitkomst", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("soort__in", ["112", "veilig_thuis", "zorgcoordinator", "niet_nodig"])
                        ),
                        name="signaleren_acutestap_codes",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Bericht",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("van_melder", models.BooleanField()),
                ("dag", models.DateField()),
                ("volgnummer", models.PositiveSmallIntegerField()),
                ("tekst", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("gelezen_dag", models.DateField(null=True)),
                ("door", models.UUIDField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dossier_id", "volgnummer"), name="signaleren_bericht_volgnummer"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Gegeven",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("persoon_id", models.UUIDField(null=True)),
                ("soort", models.CharField(max_length=12)),
                ("waarde", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RolVanPersoon",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("persoon_id", models.UUIDField()),
                ("rol", models.CharField(max_length=16)),
                ("vanaf", models.DateField()),
                ("tot", models.DateField(null=True)),
                ("door", models.UUIDField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rol__in", ["slachtoffer", "getuige", "verdachte", "betrokkene"])
                        ),
                        name="signaleren_rol_codes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gte", models.F("vanaf")), _connector="OR"
                        ),
                        name="signaleren_rol_eindigt_na_begin",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Samenvoeging",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("in_melding_id", models.UUIDField()),
                ("status_ervoor", models.CharField(max_length=20)),
                ("reden", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("door", models.UUIDField()),
                ("op", models.DateTimeField()),
                ("gesplitst_op", models.DateTimeField(null=True)),
                ("gesplitst_door", models.UUIDField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["organisatie_id", "in_melding_id"], name="signaleren_samenvoeging_in"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("gesplitst_op__isnull", True)),
                        fields=("dossier_id",),
                        name="signaleren_samenvoeging_een_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Waarneming",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("persoon_id", models.UUIDField(null=True)),
                ("soort", models.CharField(default="waarneming", max_length=14)),
                ("code", models.CharField(blank=True, max_length=12)),
                ("volgnummer", models.PositiveSmallIntegerField()),
                ("toelichting", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("bron", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("dag", models.DateField(null=True)),
                ("door", models.UUIDField(null=True)),
                ("vervallen", models.BooleanField(default=False)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("soort__in", ["waarneming", "kwetsbaarheid", "locatie", "tegenfeit"])
                        ),
                        name="signaleren_waarneming_codes",
                    ),
                    models.UniqueConstraint(
                        fields=("dossier_id", "volgnummer"), name="signaleren_waarneming_volgnummer"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Melder",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("naam", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("contact", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("veilig", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("wie", models.BinaryField(max_length=16, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("wie__isnull", False)),
                        fields=["wie"],
                        name="signaleren_melder_wie",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Melding",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("nummer", models.CharField(max_length=16)),
                ("kanaal", models.CharField(max_length=12)),
                ("route", models.CharField(default="meldpunt", max_length=16)),
                ("kaart", models.CharField(blank=True, max_length=40)),
                ("taal", models.CharField(default="nl", max_length=5)),
                ("ontvangen_dag", models.DateField()),
                ("ontvangen_op", models.DateTimeField(null=True)),
                ("status", models.CharField(default="nieuw", max_length=20)),
                (
                    "spoed",
                    models.CharField(
                        choices=[("gewoon", "gewoon"), ("spoed", "spoed"), ("acuut", "acuut gevaar")],
                        default="gewoon",
                        max_length=8,
                    ),
                ),
                (
                    "leeftijd",
                    models.CharField(
                        choices=[
                            ("minderjarig", "jonger dan 18"),
                            ("meerderjarig", "18 of ouder"),
                            ("onbekend", "weet ik niet"),
                        ],
                        default="onbekend",
                        max_length=12,
                    ),
                ),
                (
                    "vormen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=24), default=list, size=None
                    ),
                ),
                ("sector", models.CharField(blank=True, max_length=32)),
                ("gebied", models.CharField(default="onbekend", max_length=8)),
                ("uiterlijk", models.DateField()),
                ("terugkoppelen_voor", models.DateField()),
                ("verzegeld", models.BooleanField(default=False)),
                ("label", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("verhaal", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("plaats", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("wanneer", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("inzending", models.BinaryField(max_length=32)),
                ("ontvangst", models.BinaryField(max_length=32, null=True)),
                ("ontvangst_bevestigd", models.BooleanField(default=False)),
                ("nieuw_bericht", models.DateField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(
                            ("verzegeld", False),
                            models.Q(
                                (
                                    "status__in",
                                    (
                                        "nieuw",
                                        "gelezen",
                                        "tweede_mens",
                                        "privacycheck_1",
                                        "vervolganalyse",
                                        "privacycheck_2a",
                                        "aangeboden",
                                        "in_overleg",
                                        "besloten",
                                    ),
                                ),
                                ("nieuw_bericht__isnull", False),
                                _connector="OR",
                            ),
                        ),
                        fields=["organisatie_id", "uiterlijk", "id"],
                        name="signaleren_melding_werklijst",
                    ),
                    models.Index(
                        condition=models.Q(
                            (
                                "status__in",
                                (
                                    "nieuw",
                                    "gelezen",
                                    "tweede_mens",
                                    "privacycheck_1",
                                    "vervolganalyse",
                                    "privacycheck_2a",
                                    "aangeboden",
                                    "in_overleg",
                                    "besloten",
                                ),
                            ),
                            ("verzegeld", False),
                        ),
                        fields=["organisatie_id", "status", "uiterlijk", "id"],
                        name="signaleren_melding_stap",
                    ),
                    models.Index(
                        condition=models.Q(("nieuw_bericht__isnull", False), ("verzegeld", False)),
                        fields=["organisatie_id", "nieuw_bericht"],
                        name="signaleren_melding_bericht",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisatie_id", "nummer"), name="signaleren_melding_nummer"
                    ),
                    models.UniqueConstraint(
                        fields=("organisatie_id", "inzending"), name="signaleren_melding_inzending"
                    ),
                    models.UniqueConstraint(
                        fields=("organisatie_id", "ontvangst"), name="signaleren_melding_ontvangst"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kanaal__in", ["medewerker", "partner", "uitspraak"]),
                            ("ontvangen_op__isnull", True),
                            _connector="OR",
                        ),
                        name="signaleren_melding_anoniem_zonder_klok",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("id", models.F("dossier_id"))),
                        name="signaleren_melding_is_dossier",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gebied__in", ["ja", "nee", "onbekend"]),
                            ("leeftijd__in", ["minderjarig", "meerderjarig", "onbekend"]),
                            ("route__in", ["meldpunt", "functionaris"]),
                            ("spoed__in", ["gewoon", "spoed", "acuut"]),
                            (
                                "status__in",
                                [
                                    "nieuw",
                                    "gelezen",
                                    "tweede_mens",
                                    "privacycheck_1",
                                    "vervolganalyse",
                                    "privacycheck_2a",
                                    "aangeboden",
                                    "in_overleg",
                                    "besloten",
                                    "overgedragen",
                                    "niets",
                                    "samengevoegd",
                                    "afgerond",
                                ],
                            ),
                        ),
                        name="signaleren_melding_codes",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Persoon",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("volgnummer", models.PositiveSmallIntegerField()),
                (
                    "leeftijd",
                    models.CharField(
                        choices=[
                            ("minderjarig", "jonger dan 18"),
                            ("meerderjarig", "18 of ouder"),
                            ("onbekend", "weet ik niet"),
                        ],
                        default="onbekend",
                        max_length=12,
                    ),
                ),
                ("tolk_nodig", models.BooleanField(default=False)),
                ("aanduiding", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("naam", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("geboortejaar", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("omschrijving", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dossier_id", "volgnummer"), name="signaleren_persoon_volgnummer"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("leeftijd__in", ["minderjarig", "meerderjarig", "onbekend"])),
                        name="signaleren_persoon_codes",
                    ),
                ],
            },
        ),
        ProtectTable("Melding", is_parent=True),
        ProtectTable("Melder"),
        ProtectTable("Persoon", is_parent=True),
        ProtectTable("RolVanPersoon", parents={"persoon_id": "Persoon"}),
        ProtectTable("Gegeven", parents={"persoon_id": "Persoon"}),
        ProtectTable("Waarneming", parents={"persoon_id": "Persoon"}),
        ProtectTable("Bericht"),
        ProtectTable("AcuteStap"),
        ProtectTable("Samenvoeging", parents={"in_melding_id": "Melding"}),
        RunSqlFile("doorzicht.wings.signaleren", "functionaris.sql"),
    ]
