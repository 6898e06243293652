-- name: familie
-- purpose: the meldingen that went on under the number of this one, at any depth, those that came directly first,
-- each with the melding it went on in, when, and the state it was in; and the moment it came: of what came along with
-- another, the moment that other came.
WITH RECURSIVE familie (id, onder, op, status_ervoor, kwam_op, kop, diepte) AS (
    SELECT s.dossier_id, s.in_melding_id, s.op, s.status_ervoor, s.op, s.op, 1 FROM signaleren_samenvoeging s
     WHERE s.organisatie_id = %(organisatie_id)s AND s.in_melding_id = %(melding_id)s AND s.gesplitst_op IS NULL
    UNION
    SELECT s.dossier_id, s.in_melding_id, s.op, s.status_ervoor, greatest(s.op, f.kwam_op), f.kop, f.diepte + 1
      FROM signaleren_samenvoeging s JOIN familie f ON s.in_melding_id = f.id
     WHERE s.organisatie_id = %(organisatie_id)s AND s.gesplitst_op IS NULL AND f.diepte < 50)
SELECT id, onder, op, status_ervoor, kwam_op FROM familie ORDER BY kop, diepte, kwam_op, id;

-- name: hele_familie
-- purpose: every member of the family a melding belongs to, whichever member is asked, itself included.
WITH RECURSIVE familie (id) AS (
    SELECT %(melding_id)s::uuid
    UNION
    SELECT CASE WHEN s.dossier_id = f.id THEN s.in_melding_id ELSE s.dossier_id END
      FROM familie f JOIN signaleren_samenvoeging s ON f.id IN (s.dossier_id, s.in_melding_id)
     WHERE s.organisatie_id = %(organisatie_id)s AND s.gesplitst_op IS NULL)
SELECT id FROM familie ORDER BY id;

-- name: slot
-- purpose: one change of families at a time within an organisation, until the transaction ends.
SELECT pg_advisory_xact_lock(hashtextextended('signaleren.familie:' || %(organisatie_id)s, 0));
