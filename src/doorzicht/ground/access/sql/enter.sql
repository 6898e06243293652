-- Start of every transaction that touches personal data: one statement sets the whole context. It looks up, with
-- the rights of {herken} and not of the caller, which dossiers are closed to this person and which were opened.
GRANT SELECT (dossier_id, medewerker_id, ingetrokken_op) ON access_uitsluiting TO {herken};
GRANT SELECT (dossier_id, medewerker_id, voor_organisatie_id, van, tot, ingetrokken_op) ON access_toegang TO {herken};
CREATE POLICY access_uitsluiting_opzoeken ON access_uitsluiting FOR SELECT TO {herken} USING (true);
CREATE POLICY access_toegang_opzoeken ON access_toegang FOR SELECT TO {herken} USING (true);

CREATE FUNCTION ctx.enter(organisaties text, compartimenten text, medewerker uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM set_config('dz.organisaties', organisaties, true),
            set_config('dz.compartimenten', compartimenten, true),
            set_config('dz.medewerker', coalesce(medewerker::text, ''), true),
            set_config('dz.uitgesloten', coalesce((
                SELECT array_agg(u.dossier_id)::text FROM public.access_uitsluiting u
                WHERE u.medewerker_id = medewerker AND u.ingetrokken_op IS NULL), '{{}}'), true),
            set_config('dz.toegekend', coalesce((
                SELECT array_agg(t.dossier_id)::text FROM public.access_toegang t
                WHERE (t.medewerker_id = medewerker
                       OR t.voor_organisatie_id = ANY (string_to_array(organisaties, ',')))
                  AND t.ingetrokken_op IS NULL
                  AND t.van <= now() AND t.tot > now()), '{{}}'), true);
END $$;

CREATE FUNCTION ctx.leave() RETURNS void
LANGUAGE sql SET search_path = pg_catalog AS $$
    SELECT set_config('dz.organisaties', '', true), set_config('dz.compartimenten', '', true),
           set_config('dz.medewerker', '', true), set_config('dz.uitgesloten', '', true),
           set_config('dz.toegekend', '', true);
$$;

-- Rights first: after the change of hands the owner of the schema can no longer give or take them.
REVOKE ALL ON FUNCTION ctx.enter(text, text, uuid), ctx.leave() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ctx.enter(text, text, uuid), ctx.leave() TO {app};
GRANT CREATE ON SCHEMA ctx TO {herken};
ALTER FUNCTION ctx.enter(text, text, uuid) OWNER TO {herken};
REVOKE CREATE ON SCHEMA ctx FROM {herken};
