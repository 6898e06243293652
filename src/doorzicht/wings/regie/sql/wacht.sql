-- Title and labels are copies: they are shown as long as what they were copied from can be read. The question goes
-- through {herken}, because the item and its verstrekking are still shut to who looks ahead.
GRANT SELECT (status) ON regie_agendapunt TO {herken};
CREATE FUNCTION regie_vooruitblik_leeft(punt uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.regie_agendapunt p
                     JOIN public.verstrekking_verstrekking v ON v.id = p.verstrekking_id
                    WHERE p.id = punt AND p.status <> 'vervallen' AND v.status = 'aangenomen' AND v.vervalt_op > now())
$$;
REVOKE ALL ON FUNCTION regie_vooruitblik_leeft(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION regie_vooruitblik_leeft(uuid) TO {app};
GRANT CREATE ON SCHEMA public TO {herken};
ALTER FUNCTION regie_vooruitblik_leeft(uuid) OWNER TO {herken};
REVOKE CREATE ON SCHEMA public FROM {herken};

-- A look ahead is seen by whom it is for, while it is open to them and its verstrekking lives, and by whoever sees its
-- item; not by who was shut out of the item or of what it was made from.
CREATE POLICY regie_vooruitblik_van_wie_of_van_punt ON regie_vooruitblik AS RESTRICTIVE FOR SELECT TO {app}
    USING ((medewerker_id = (SELECT ctx.medewerker())
            AND NOT agendapunt_id = ANY ((SELECT ctx.uitgesloten())::uuid[])
            AND NOT regie_bron_gesloten(agendapunt_id)
            AND regie_vooruitblik_leeft(agendapunt_id))
           OR EXISTS (SELECT FROM regie_agendapunt p WHERE p.id = regie_vooruitblik.agendapunt_id));

-- Whoever leads the meeting can take an invitation back, but not a mark: only the house removes the row, with its item.
CREATE POLICY regie_vooruitblik_alleen_het_huis ON regie_vooruitblik AS RESTRICTIVE FOR DELETE TO {app}
    USING ((SELECT ctx.medewerker()) IS NULL);

GRANT SELECT (id, dossier_id, compartiment, agendapunt_id, medewerker_id, van_organisatie_id, wacht_tot)
    ON regie_vooruitblik TO {herken};
GRANT UPDATE (wacht_tot, wacht_op) ON regie_vooruitblik TO {herken};
GRANT SELECT (organisatie_id) ON regie_agendapunt TO {herken};
GRANT SELECT (begin, voorzitter) ON regie_overleg TO {herken};
CREATE POLICY regie_vooruitblik_wacht_zien ON regie_vooruitblik FOR SELECT TO {herken} USING (true);
CREATE POLICY regie_vooruitblik_wacht ON regie_vooruitblik FOR UPDATE TO {herken} USING (true);

-- The police set or take back their mark. The row belongs to the municipality, whose people have no right to those
-- columns: this function, with the rights of {herken}, writes the day under the person of the context, nothing else. A
-- person has one mark on a case (the items of one verstrekking): a new day, or none, takes the place of the old one,
-- also of an earlier meeting. Setting asks that the look ahead is open, taking back only that the mark is theirs.
CREATE FUNCTION regie_wacht_zetten(welke uuid, tot date, moment timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM public.regie_vooruitblik v
         WHERE v.id = welke
           AND v.medewerker_id = ctx.medewerker()
           AND v.compartiment = ANY (ctx.compartimenten())
           AND (v.dossier_id = ANY (ctx.toegekend()) OR (tot IS NULL AND v.wacht_tot IS NOT NULL))
           AND NOT v.dossier_id = ANY (ctx.uitgesloten())
           AND NOT v.agendapunt_id = ANY (ctx.uitgesloten())
    ) THEN
        RETURN false;
    END IF;
    UPDATE public.regie_vooruitblik v
       SET wacht_tot = CASE WHEN v.id = welke THEN tot END, wacht_op = moment
     WHERE v.medewerker_id = ctx.medewerker()
       AND (v.id = welke OR v.wacht_tot IS NOT NULL)
       AND v.agendapunt_id IN (
           SELECT q.id FROM public.regie_vooruitblik w
             JOIN public.regie_agendapunt p ON p.id = w.agendapunt_id
             JOIN public.regie_agendapunt q ON q.id = p.id OR q.verstrekking_id = p.verstrekking_id
            WHERE w.id = welke);
    RETURN true;
END $$;

-- What somebody asked to wait with, also when the look ahead is shut by then: they must be able to take it back. Of
-- which meeting and until when, and which of their look aheads are about the same case; nothing of the item itself.
CREATE FUNCTION regie_eigen_wacht(dag date)
RETURNS TABLE (vooruitblik uuid, zaak uuid[], organisatie text, wanneer timestamptz, voorzitter uuid, tot date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT v.id,
           ARRAY(SELECT w.id FROM public.regie_vooruitblik w
                   JOIN public.regie_agendapunt q ON q.id = w.agendapunt_id
                  WHERE w.medewerker_id = v.medewerker_id
                    AND (q.id = p.id OR q.verstrekking_id = p.verstrekking_id)),
           p.organisatie_id::text, o.begin, o.voorzitter, v.wacht_tot
      FROM public.regie_vooruitblik v
      JOIN public.regie_agendapunt p ON p.id = v.agendapunt_id
      JOIN public.regie_overleg o ON o.id = p.overleg_id
     WHERE v.medewerker_id = ctx.medewerker()
       AND v.wacht_tot >= dag
       AND v.compartiment = ANY (ctx.compartimenten())
       AND NOT v.dossier_id = ANY (ctx.uitgesloten())
       AND NOT v.agendapunt_id = ANY (ctx.uitgesloten())
$$;

-- Which of some items must wait on a day, also when the mark was set on the same case at an earlier meeting. Who set
-- it and until when is told to the municipality and to who set it; another guest learns only that the item waits.
CREATE FUNCTION regie_wacht(welke uuid[], dag date) RETURNS TABLE (punt uuid, organisatie text, tot date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT DISTINCT ON (p.id) p.id,
           CASE WHEN p.organisatie_id = ANY (ctx.organisaties())
                  OR v.van_organisatie_id = ANY (ctx.organisaties()) THEN v.van_organisatie_id::text END,
           CASE WHEN p.organisatie_id = ANY (ctx.organisaties())
                  OR v.van_organisatie_id = ANY (ctx.organisaties()) THEN v.wacht_tot END
      FROM public.regie_agendapunt p
      JOIN public.regie_agendapunt q ON q.id = p.id OR q.verstrekking_id = p.verstrekking_id
      JOIN public.regie_vooruitblik v ON v.agendapunt_id = q.id
     WHERE p.id = ANY (welke)
       AND v.wacht_tot >= dag
       AND (p.organisatie_id = ANY (ctx.organisaties()) OR p.dossier_id = ANY (ctx.toegekend()))
       AND NOT p.dossier_id = ANY (ctx.uitgesloten())
     ORDER BY p.id, v.wacht_tot DESC
$$;

-- Rights first: after the change of hands the owner of the schema can no longer give or take them.
REVOKE ALL ON FUNCTION regie_wacht_zetten(uuid, date, timestamptz), regie_eigen_wacht(date), regie_wacht(uuid[], date)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION regie_wacht_zetten(uuid, date, timestamptz), regie_eigen_wacht(date),
    regie_wacht(uuid[], date) TO {app};
GRANT CREATE ON SCHEMA public TO {herken};
ALTER FUNCTION regie_wacht_zetten(uuid, date, timestamptz) OWNER TO {herken};
ALTER FUNCTION regie_eigen_wacht(date) OWNER TO {herken};
ALTER FUNCTION regie_wacht(uuid[], date) OWNER TO {herken};
REVOKE CREATE ON SCHEMA public FROM {herken};
