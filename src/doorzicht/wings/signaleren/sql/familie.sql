-- name: familie
-- purpose: the meldingen that went on under the number of this one, at any depth, in the order in which they came.
WITH RECURSIVE familie (id, op, kop) AS (
    SELECT s.dossier_id, s.op, s.op FROM signaleren_samenvoeging s
     WHERE s.organisatie_id = %(organisatie_id)s AND s.in_melding_id = %(melding_id)s AND s.gesplitst_op IS NULL
    UNION
    SELECT s.dossier_id, s.op, f.kop FROM signaleren_samenvoeging s JOIN familie f ON s.in_melding_id = f.id
     WHERE s.organisatie_id = %(organisatie_id)s AND s.gesplitst_op IS NULL)
SELECT id, op FROM familie ORDER BY kop, op, id;
