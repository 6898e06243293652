-- name: merk
-- purpose: what the comment of this database says, and whether it holds any table of ours.
SELECT shobj_description(d.oid, 'pg_database'),
       EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r')
  FROM pg_database d WHERE d.datname = current_database();

-- name: voorraad
-- purpose: which parts are filled, and how to make again what was put off. Outside the schema of the application.
CREATE SCHEMA IF NOT EXISTS bench;
CREATE TABLE IF NOT EXISTS bench.deel (nummer integer PRIMARY KEY, aantal integer NOT NULL);
CREATE TABLE IF NOT EXISTS bench.uitgesteld (volgorde integer PRIMARY KEY, opnieuw text NOT NULL);

-- name: gevuld
-- purpose: the parts that are filled.
SELECT nummer FROM bench.deel;

-- name: deel_klaar
-- purpose: this part is filled, in the transaction that filled it.
INSERT INTO bench.deel (nummer, aantal) VALUES (%(nummer)s, %(aantal)s);

-- name: wat_kan_wachten
-- purpose: of these tables: foreign keys from and to them, keys, and indexes that are no key, as statements that drop
-- them and that make them again. Keys must be there before the indexes and the foreign keys that lean on them.
WITH tabel AS (SELECT unnest(%(tabellen)s::regclass[]) AS oid), wat AS (
    SELECT CASE contype WHEN 'f' THEN 3 ELSE 1 END AS stap, conrelid::regclass::text || conname AS naam,
           format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname) AS weg,
           format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS opnieuw
      FROM pg_constraint
     WHERE contype IN ('p', 'u', 'f') AND conparentid = 0
       AND (conrelid IN (SELECT oid FROM tabel) OR confrelid IN (SELECT oid FROM tabel))
    UNION ALL
    SELECT 2, i.indexrelid::regclass::text, format('DROP INDEX %%s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
      FROM pg_index i
     WHERE i.indrelid IN (SELECT oid FROM tabel)
       AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x')))
SELECT weg, opnieuw FROM wat ORDER BY stap, naam;

-- name: uitgesteld
-- purpose: what must be made again, in the order in which that can be done.
SELECT volgorde, opnieuw FROM bench.uitgesteld ORDER BY volgorde;
