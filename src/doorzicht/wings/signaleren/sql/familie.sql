-- name: familie
-- purpose: the meldingen that went on under the number of this one, at any depth, those that came directly first,
-- each with the moment it came: of what came along with another, the moment that other came.
WITH RECURSIVE familie (id, op, kop, diepte) AS (
    SELECT s.dossier_id, s.op, s.op, 1 FROM signaleren_samenvoeging s
     WHERE s.organisatie_id = %(organisatie_id)s AND s.in_melding_id = %(melding_id)s AND s.gesplitst_op IS NULL
    UNION
    SELECT s.dossier_id, greatest(s.op, f.op), f.kop, f.diepte + 1 FROM signaleren_samenvoeging s JOIN familie f ON s.in_melding_id = f.id
     WHERE s.organisatie_id = %(organisatie_id)s AND s.gesplitst_op IS NULL AND f.diepte < 50)
SELECT id, op FROM familie ORDER BY kop, diepte, op, id;
