-- name: slot
-- purpose: one change of who holds which role at a time within an organisation, until the transaction ends.
SELECT pg_advisory_xact_lock(hashtextextended('organisaties.bezetting:' || %(organisatie_id)s, 0));
