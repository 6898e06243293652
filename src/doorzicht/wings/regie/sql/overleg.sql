-- Product rule 14 in the database: who was invited to one item sees that item and no other, colleagues of the
-- municipality too. The policies of the wall open per organisation; these only narrow.

-- Whether this reader sees every item of their organisation: standing members, the privacyfunctionaris (check 2B)
-- and the house itself. A reporter has no number either, but never the compartment wpg.
CREATE FUNCTION regie_ziet_elk_punt() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT CASE WHEN ctx.medewerker() IS NULL THEN 'wpg' = ANY (ctx.compartimenten())
           ELSE EXISTS (
               SELECT FROM public.organisaties_aanstelling a
               WHERE a.medewerker_id = ctx.medewerker()
                 AND a.organisatie_id = ANY (ctx.organisaties())
                 AND a.rol IN ('coordinator', 'aandachtsfunctionaris', 'privacyfunctionaris')
                 AND a.vanaf <= (now() AT TIME ZONE 'Europe/Amsterdam')::date
                 AND (a.tot IS NULL OR a.tot >= (now() AT TIME ZONE 'Europe/Amsterdam')::date)) END
$$;

CREATE POLICY regie_overleg_genodigd ON regie_overleg AS RESTRICTIVE FOR ALL TO {app}
    USING (dossier_id = ANY ((SELECT ctx.toegekend())::uuid[]) OR (SELECT regie_ziet_elk_punt()));

-- An item follows what was released for it: whoever cannot see that (recused from its source) cannot see the item.
-- The house may, so that it can destroy what is left.
CREATE POLICY regie_agendapunt_genodigd ON regie_agendapunt AS RESTRICTIVE FOR ALL TO {app}
    USING ((dossier_id = ANY ((SELECT ctx.toegekend())::uuid[]) OR (SELECT regie_ziet_elk_punt()))
           AND (verstrekking_id IS NULL OR (SELECT ctx.medewerker()) IS NULL
                OR EXISTS (SELECT FROM verstrekking_verstrekking v WHERE v.id = verstrekking_id)));

-- Everything of an item follows the item.
CREATE POLICY regie_deelname_van_punt ON regie_deelname AS RESTRICTIVE FOR ALL TO {app}
    USING (EXISTS (SELECT FROM regie_agendapunt p WHERE p.id = agendapunt_id));
CREATE POLICY regie_bijdrage_van_punt ON regie_bijdrage AS RESTRICTIVE FOR ALL TO {app}
    USING (EXISTS (SELECT FROM regie_agendapunt p WHERE p.id = agendapunt_id));
CREATE POLICY regie_besluit_van_punt ON regie_besluit AS RESTRICTIVE FOR ALL TO {app}
    USING (EXISTS (SELECT FROM regie_agendapunt p WHERE p.id = agendapunt_id));
CREATE POLICY regie_uitvoeringscheck_van_punt ON regie_uitvoeringscheck AS RESTRICTIVE FOR ALL TO {app}
    USING (EXISTS (SELECT FROM regie_agendapunt p WHERE p.id = agendapunt_id));
-- What was released from an item after privacycheck 2B is a copy of a copy: whoever was shut out of the first source
-- is shut out of it too. The question goes through {herken}, because the policy of the item looks back at this table.
GRANT SELECT (verstrekking_id) ON regie_agendapunt TO {herken};
CREATE FUNCTION regie_bron_gesloten(bron uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.regie_agendapunt p
                     JOIN public.verstrekking_verstrekking v ON v.id = p.verstrekking_id
                    WHERE p.id = bron AND v.bron_dossier_id = ANY (ctx.uitgesloten()))
$$;
REVOKE ALL ON FUNCTION regie_bron_gesloten(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION regie_bron_gesloten(uuid) TO {app};
GRANT CREATE ON SCHEMA public TO {herken};
ALTER FUNCTION regie_bron_gesloten(uuid) OWNER TO {herken};
REVOKE CREATE ON SCHEMA public FROM {herken};
CREATE POLICY verstrekking_verstrekking_eerste_bron_gesloten ON verstrekking_verstrekking AS RESTRICTIVE FOR SELECT
    TO {app} USING (van_wing <> 'regie' OR NOT regie_bron_gesloten(bron_dossier_id));

-- A guest writes what they bring in. The row belongs to the municipality, and nobody writes in another
-- organisation's dossier; this function, with the rights of {herken}, fills the place that the invitation made for
-- them and nothing else, while the meeting runs and they are let in. `eerder` is what they last saw: when somebody
-- wrote in between nothing is overwritten.
GRANT SELECT (id, dossier_id, compartiment, agendapunt_id, van_medewerker, op) ON regie_bijdrage TO {herken};
GRANT UPDATE (tekst, op) ON regie_bijdrage TO {herken};
GRANT SELECT (id, dossier_id, overleg_id) ON regie_agendapunt TO {herken};
GRANT SELECT (id, status) ON regie_overleg TO {herken};
CREATE POLICY regie_bijdrage_inbrengen_zien ON regie_bijdrage FOR SELECT TO {herken} USING (true);
CREATE POLICY regie_bijdrage_inbrengen ON regie_bijdrage FOR UPDATE TO {herken} USING (true);
CREATE POLICY regie_agendapunt_inbrengen_zien ON regie_agendapunt FOR SELECT TO {herken} USING (true);
CREATE POLICY regie_overleg_inbrengen_zien ON regie_overleg FOR SELECT TO {herken} USING (true);

CREATE FUNCTION regie_inbrengen(welke uuid, nieuw bytea, eerder timestamptz, moment timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE public.regie_bijdrage b
       SET tekst = nieuw, op = moment
      FROM public.regie_agendapunt p JOIN public.regie_overleg o ON o.id = p.overleg_id
     WHERE b.id = welke
       AND p.id = b.agendapunt_id
       AND o.status = 'bezig'
       AND b.van_medewerker = ctx.medewerker()
       AND b.op IS NOT DISTINCT FROM eerder
       AND b.compartiment = ANY (ctx.compartimenten())
       AND b.dossier_id = ANY (ctx.toegekend())
       AND p.dossier_id = ANY (ctx.toegekend())
       AND NOT b.dossier_id = ANY (ctx.uitgesloten())
       AND NOT p.dossier_id = ANY (ctx.uitgesloten());
    RETURN FOUND;
END $$;

-- Rights first: after the change of hands the owner of the schema can no longer give or take them.
REVOKE ALL ON FUNCTION regie_inbrengen(uuid, bytea, timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION regie_inbrengen(uuid, bytea, timestamptz, timestamptz) TO {app};
GRANT CREATE ON SCHEMA public TO {herken};
ALTER FUNCTION regie_inbrengen(uuid, bytea, timestamptz, timestamptz) OWNER TO {herken};
REVOKE CREATE ON SCHEMA public FROM {herken};
