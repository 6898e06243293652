-- name: zelfde_formulier
-- purpose: wait until nobody else stores this same form; what comes second then finds it.
SELECT pg_advisory_xact_lock(%(formulier)s);
