-- Queries about the marks of secrets and key store, by name; parameters are bound by psycopg.

-- name: bestaat
-- purpose: does this database have the tables of the vault; an empty one has not.
SELECT to_regclass('public.vault_sleutelmerk') IS NOT NULL;

-- name: merken
-- purpose: the marks of everything that belongs to this database.
SELECT naam, merk FROM vault_sleutelmerk;

-- name: versies
-- purpose: the versions of the master key that something may be wrapped with.
SELECT versie FROM vault_hoofdsleutel;

-- name: noteer
-- purpose: the first time something is seen it belongs here; what was noted before stays.
INSERT INTO vault_sleutelmerk (naam, merk) VALUES (%(naam)s, %(merk)s) ON CONFLICT DO NOTHING;

-- name: vergeet
-- purpose: a removed version of the master key belongs here no more.
DELETE FROM vault_sleutelmerk WHERE naam = %(naam)s;

-- name: meld_versie
-- purpose: after an older database was put back it does not know yet the versions that were made since.
INSERT INTO vault_hoofdsleutel (versie, begonnen_op) VALUES (%(versie)s, now()) ON CONFLICT DO NOTHING;
