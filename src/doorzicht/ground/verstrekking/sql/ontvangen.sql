-- What somebody received stays in their own list after its end: that it was, and whether they confirmed that what they
-- held is destroyed. By then nothing opens the row to them. This function, with the rights of {herken}, shows codes,
-- numbers and days of what was addressed to an organisation of the context; nothing encrypted is in it.
GRANT SELECT (nummer, van_wing, aan_wing, kader, grondslag, aangeboden_op, beslist_op, beeindigd_op, bevestigen_voor,
              bevestigd_door, bevestigd_op) ON verstrekking_verstrekking TO {herken};
GRANT UPDATE (bevestigd_door, bevestigd_op) ON verstrekking_verstrekking TO {herken};

CREATE FUNCTION verstrekking_ontvangen(welke uuid DEFAULT NULL)
RETURNS TABLE (id uuid, nummer text, organisatie_id text, van_wing text, aan_organisatie_id text, aan_wing text,
               kader text, grondslag text, status text, aangeboden_op timestamptz, beslist_op timestamptz,
               vervalt_op timestamptz, beeindigd_op timestamptz, bevestigen_voor date, bevestigd_door uuid,
               bevestigd_op timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT v.id, v.nummer, v.organisatie_id, v.van_wing, v.aan_organisatie_id, v.aan_wing, v.kader, v.grondslag,
           v.status, v.aangeboden_op, v.beslist_op, v.vervalt_op, v.beeindigd_op, v.bevestigen_voor,
           v.bevestigd_door, v.bevestigd_op
      FROM public.verstrekking_verstrekking v
     WHERE (welke IS NULL OR v.id = welke)
       AND v.aan_organisatie_id = ANY (ctx.organisaties())
       AND v.compartiment = ANY (ctx.compartimenten())
       AND NOT v.id = ANY (ctx.uitgesloten())
       AND NOT v.bron_dossier_id = ANY (ctx.uitgesloten());
$$;

-- The receiver confirms, once, after the end, under the person of the context (not a parameter).
CREATE FUNCTION verstrekking_vernietigd(welke uuid, op timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE public.verstrekking_verstrekking v
       SET bevestigd_door = ctx.medewerker(), bevestigd_op = op
     WHERE v.id = welke
       AND v.status IN ('ingetrokken', 'verlopen')
       AND v.bevestigen_voor IS NOT NULL
       AND v.bevestigd_op IS NULL
       AND ctx.medewerker() IS NOT NULL
       AND v.aan_organisatie_id = ANY (ctx.organisaties())
       AND v.compartiment = ANY (ctx.compartimenten())
       AND NOT v.id = ANY (ctx.uitgesloten())
       AND NOT v.bron_dossier_id = ANY (ctx.uitgesloten());
    RETURN FOUND;
END $$;

-- Rights first: after the change of hands the owner of the schema can no longer give or take them.
REVOKE ALL ON FUNCTION verstrekking_ontvangen(uuid), verstrekking_vernietigd(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION verstrekking_ontvangen(uuid), verstrekking_vernietigd(uuid, timestamptz) TO {app};
GRANT CREATE ON SCHEMA public TO {herken};
ALTER FUNCTION verstrekking_ontvangen(uuid) OWNER TO {herken};
ALTER FUNCTION verstrekking_vernietigd(uuid, timestamptz) OWNER TO {herken};
REVOKE CREATE ON SCHEMA public FROM {herken};
