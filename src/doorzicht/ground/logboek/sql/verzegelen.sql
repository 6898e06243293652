-- Queries of the sealer and of the check, by name; parameters are bound by psycopg.
-- "Row text" is the canonical text of a row: ROW(...)::text quotes every value and tells NULL from ''.

-- name: slot
-- purpose: one sealer at a time, until its transaction ends.
SELECT pg_try_advisory_xact_lock(7340125);

-- name: horizon
-- purpose: every transaction below this number has ended.
SELECT pg_snapshot_xmin(pg_current_snapshot())::text;

-- name: stand
-- purpose: how far the newest incarnation is.
SELECT incarnatie, watermerk_incarnatie, watermerk::text, volgnummer, kop
  FROM logboek_zegelstand ORDER BY incarnatie DESC LIMIT 1;

-- name: grens
-- purpose: the last row of a round of at most `meer` + 1 rows, when there are more than that.
SELECT incarnatie, xid::text FROM logboek_regel
 WHERE (incarnatie, xid) >= (%(watermerk_incarnatie)s, %(watermerk)s::xid8)
   AND (incarnatie < %(incarnatie)s OR (incarnatie = %(incarnatie)s AND xid < %(horizon)s::xid8))
 ORDER BY incarnatie, xid, id OFFSET %(meer)s LIMIT 1;

-- name: open_regels
-- purpose: the rows to seal, in the order of the chain: position, row text.
SELECT incarnatie, xid::text::bigint, id, {regel}
  FROM logboek_regel
 WHERE (incarnatie, xid) >= (%(watermerk_incarnatie)s, %(watermerk)s::xid8)
   AND (incarnatie, xid) < (%(tot_incarnatie)s, %(tot)s::xid8)
 ORDER BY incarnatie, xid, id;

-- name: schuif
-- purpose: move the watermark, in the transaction of the seals. `oudste_open` tells how long rows wait.
UPDATE logboek_zegelstand
   SET watermerk_incarnatie = %(tot_incarnatie)s, watermerk = %(tot)s::xid8,
       volgnummer = %(volgnummer)s, kop = %(kop)s, ronde_op = clock_timestamp(),
       gezegeld_op = CASE WHEN %(gezegeld)s > 0 THEN clock_timestamp() ELSE gezegeld_op END,
       oudste_open = (SELECT tijd FROM logboek_regel
                       WHERE (incarnatie, xid) >= (%(tot_incarnatie)s, %(tot)s::xid8)
                       ORDER BY incarnatie, xid, id LIMIT 1)
 WHERE incarnatie = %(incarnatie)s
RETURNING oudste_open;

-- name: standen
-- purpose: every incarnation, oldest first, for the check.
SELECT incarnatie, (extract(epoch FROM begonnen_op) * 1000000)::bigint, reden, beginvolgnummer, beginkop,
       watermerk_incarnatie, watermerk::text, volgnummer, kop
  FROM logboek_zegelstand ORDER BY incarnatie;

-- name: zegels
-- purpose: all seals in the order of the chain.
SELECT volgnummer, incarnatie, xid::text::bigint, regel_id, zegel FROM logboek_zegel ORDER BY volgnummer;

-- name: gezegelde_regels
-- purpose: all rows that must have a seal, in the order of the chain: position, row text.
SELECT incarnatie, xid::text::bigint, id, {regel}
  FROM logboek_regel
 WHERE (incarnatie, xid) < (%(watermerk_incarnatie)s, %(watermerk)s::xid8)
 ORDER BY incarnatie, xid, id;

-- name: laatste_dag
-- purpose: the last sealed day of anonymous rows, and its seal.
SELECT dag, zegel FROM logboek_dagzegel ORDER BY dag DESC LIMIT 1;

-- name: eerste_dag
-- purpose: the day of the first anonymous row.
SELECT min(dag) FROM logboek_anoniemeregel;

-- name: dagregels
-- purpose: the anonymous rows of one day in order of their ids: id, row text.
SELECT id, {anoniem} FROM logboek_anoniemeregel WHERE dag = %(dag)s ORDER BY id;

-- name: herschik
-- purpose: write one anonymous row anew, so that its place and transaction number are those of the sealing.
UPDATE logboek_anoniemeregel SET dag = dag WHERE id = %(id)s;

-- name: zegel_dag
-- purpose: keep the seal of one day.
INSERT INTO logboek_dagzegel (dag, ids, controlegetallen, zegel)
VALUES (%(dag)s, %(ids)s, %(controlegetallen)s, %(zegel)s);

-- name: dagzegels
-- purpose: all seals of days, oldest first.
SELECT dag, ids, controlegetallen, zegel FROM logboek_dagzegel ORDER BY dag;

-- name: ongezegelde_dagregel
-- purpose: an anonymous row of before the first sealed day, which nothing seals.
SELECT id FROM logboek_anoniemeregel WHERE dag < %(eerste)s ORDER BY id LIMIT 1;

-- name: nieuwe_incarnatie
-- purpose: the row that opens an incarnation (as owner), where the one before it stopped.
INSERT INTO logboek_zegelstand (incarnatie, begonnen_op, reden, beginvolgnummer, beginkop,
    watermerk_incarnatie, watermerk, volgnummer, kop)
VALUES (%(nummer)s, %(begonnen_op)s, %(reden)s, %(volgnummer)s, %(kop)s,
    %(watermerk_incarnatie)s, %(watermerk)s::xid8, %(volgnummer)s, %(kop)s);
