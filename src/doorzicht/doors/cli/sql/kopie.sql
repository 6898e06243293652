-- Queries of backup and restore, by name; parameters are bound by psycopg. They run as the owner.

-- name: bestaat
-- purpose: is there a database of this name.
SELECT EXISTS (SELECT FROM pg_database WHERE datname = %(naam)s);

-- name: proeven
-- purpose: scratch databases that a killed backup left behind.
SELECT datname FROM pg_database WHERE datname LIKE %(patroon)s;

-- name: gasten
-- purpose: who else is connected to a database.
SELECT count(*) FROM pg_stat_activity WHERE datname = %(naam)s AND pid <> pg_backend_pid();

-- name: grootte
-- purpose: how many bytes the database takes, to show how far a dump is.
SELECT pg_database_size(current_database());

-- name: migraties
-- purpose: the state of the schema, to be compared with what the code knows.
SELECT app || '.' || name FROM django_migrations ORDER BY 1;

-- name: functies
-- purpose: functions that were handed to another role of the application, with the end of that role's name.
SELECT p.oid::regprocedure::text, substr(r.rolname, length(%(rollen)s) + 2)
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_roles r ON r.oid = p.proowner
 WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND r.rolname <> current_user
 ORDER BY 1;

-- name: vreemd
-- purpose: anything but a function that is not the owner's: the copy would not know whose it is.
SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\_%%'
   AND c.relowner <> current_user::regrole::oid LIMIT 1;

-- name: schemas
-- purpose: the schema of a function that is handed over.
SELECT n.nspname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
 WHERE p.oid = %(functie)s::regprocedure;

-- name: leeg
-- purpose: has nobody worked in this database yet.
SELECT NOT EXISTS (SELECT FROM vault_dossier) AND NOT EXISTS (SELECT FROM logboek_regel)
   AND NOT EXISTS (SELECT FROM organisaties_medewerker);

-- name: sleutels
-- purpose: every wrapped key, to see that it opens with the copy of the key store.
SELECT id, ingepakt, sleutelversie FROM vault_dossier WHERE ingepakt IS NOT NULL;

-- name: bestanden
-- purpose: every stored file that a row speaks of, with its dossier.
SELECT id, dossier_id, controlegetal FROM bestanden_bestand;

-- name: tweede_factoren
-- purpose: under which versions of the master key second factors are encrypted.
SELECT data FROM mfa_authenticator;
