-- Queries of the rotation of the master key, by name; parameters are bound by psycopg. They run as the owner.

-- name: slot
-- purpose: one rotation at a time, until the session ends.
SELECT pg_try_advisory_lock(7340126);

-- name: versies
-- purpose: which versions of the master key the database knows, lowest first, and whether each is complete.
SELECT versie, gereed_op IS NOT NULL FROM vault_hoofdsleutel ORDER BY versie;

-- name: begin
-- purpose: announce a version before its key exists, so that nobody can wrap with it and be refused.
INSERT INTO vault_hoofdsleutel (versie, begonnen_op) VALUES (%(versie)s, now()) ON CONFLICT DO NOTHING;

-- name: gereed
-- purpose: nothing is wrapped with an older version any more.
UPDATE vault_hoofdsleutel SET gereed_op = now() WHERE versie = %(versie)s AND gereed_op IS NULL;

-- name: greep
-- purpose: the next keys by number; not those somebody works on now, and without keeping writers of rows waiting.
SELECT id, ingepakt, sleutelversie FROM vault_dossier
 WHERE id > %(na)s AND sleutelversie < %(versie)s
 ORDER BY id LIMIT %(aantal)s FOR NO KEY UPDATE SKIP LOCKED;

-- name: schrijf
-- purpose: put the newly wrapped keys in place.
UPDATE vault_dossier d SET ingepakt = n.ingepakt, sleutelversie = %(versie)s
  FROM unnest(%(ids)s::uuid[], %(ingepakt)s::bytea[]) AS n (id, ingepakt)
 WHERE d.id = n.id;

-- name: resterend
-- purpose: how many dossiers are wrapped with an older version.
SELECT count(*) FROM vault_dossier WHERE sleutelversie < %(versie)s;

-- name: ingepakt_met
-- purpose: is any dossier wrapped with exactly this version.
SELECT EXISTS (SELECT FROM vault_dossier WHERE sleutelversie = %(versie)s);

-- name: nu
-- purpose: the first transaction number that does not exist yet.
SELECT pg_snapshot_xmax(pg_current_snapshot())::text;

-- name: voorbij
-- purpose: have all transactions that began before that number ended.
SELECT pg_snapshot_xmin(pg_current_snapshot()) >= %(nummer)s::xid8;

-- name: lang_genoeg
-- purpose: has a version been complete for longer than any transaction lasts, and is it the newest one.
SELECT coalesce((SELECT gereed_op < now() - make_interval(secs => %(seconden)s)
                   FROM vault_hoofdsleutel ORDER BY versie DESC LIMIT 1), false);

-- name: verwijder
-- purpose: give a version up; the database refuses while a dossier, committed or not, is wrapped with it.
DELETE FROM vault_hoofdsleutel WHERE versie = %(versie)s;
