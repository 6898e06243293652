-- Which files on the disk have no row at all, in whatever organisation or compartment: the clean-up must never take
-- a row that a policy hides for a row that is not there.
CREATE SCHEMA bestanden;
REVOKE ALL ON SCHEMA bestanden FROM PUBLIC;
GRANT USAGE ON SCHEMA bestanden TO {app}, {herken};
GRANT SELECT (id) ON bestanden_bestand TO {herken};
CREATE POLICY bestanden_bestand_bestaat ON bestanden_bestand FOR SELECT TO {herken} USING (true);

-- name: zonder_rij
-- purpose: of these numbers, the ones that no row has. Tells nothing of a row but that it is there.
CREATE FUNCTION bestanden.zonder_rij(nummers uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT n FROM unnest(nummers) AS n
     WHERE NOT EXISTS (SELECT FROM public.bestanden_bestand b WHERE b.id = n)
$$;
-- Rights first: after the change of hands the owner of the schema can no longer give or take them.
REVOKE ALL ON FUNCTION bestanden.zonder_rij(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bestanden.zonder_rij(uuid[]) TO {app};
GRANT CREATE ON SCHEMA bestanden TO {herken};
ALTER FUNCTION bestanden.zonder_rij(uuid[]) OWNER TO {herken};
REVOKE CREATE ON SCHEMA bestanden FROM {herken};
