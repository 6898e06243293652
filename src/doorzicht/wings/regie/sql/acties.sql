-- An action is a dossier of its own. Whoever has to do it sees that one row, also when the item is shut to them by
-- then: a colleague because the row is of their organisation, a guest because the dossier was opened to them. Not
-- after they were shut out of the item or of what it was made from. Everybody else sees it with the item.
CREATE POLICY regie_actie_van_wie_of_van_punt ON regie_actie AS RESTRICTIVE FOR ALL TO {app}
    USING ((eigenaar = (SELECT ctx.medewerker())
            AND NOT agendapunt_id = ANY ((SELECT ctx.uitgesloten())::uuid[])
            AND NOT regie_bron_gesloten(agendapunt_id))
           OR EXISTS (SELECT FROM regie_agendapunt p WHERE p.id = agendapunt_id));

-- A guest says that it is done. The row belongs to the municipality, and nobody writes in another organisation's
-- dossier; this function, with the rights of {herken}, closes an open action of the person of the context and
-- nothing else, once, and ends their access to it in the same call.
GRANT SELECT (id, dossier_id, compartiment, eigenaar, klaar_op) ON regie_actie TO {herken};
GRANT UPDATE (klaar_op, klaar_door, resultaat) ON regie_actie TO {herken};
CREATE POLICY regie_actie_afmelden_zien ON regie_actie FOR SELECT TO {herken} USING (true);
CREATE POLICY regie_actie_afmelden ON regie_actie FOR UPDATE TO {herken} USING (true);

CREATE FUNCTION regie_actie_afmelden(welke uuid, nieuw bytea, moment timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE public.regie_actie a
       SET klaar_op = moment, klaar_door = ctx.medewerker(), resultaat = nieuw
     WHERE a.id = welke
       AND a.klaar_op IS NULL
       AND a.eigenaar = ctx.medewerker()
       AND a.compartiment = ANY (ctx.compartimenten())
       AND a.dossier_id = ANY (ctx.toegekend())
       AND NOT a.dossier_id = ANY (ctx.uitgesloten());
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    UPDATE public.access_toegang t SET ingetrokken_op = moment
     WHERE t.dossier_id = welke AND t.medewerker_id = ctx.medewerker() AND t.ingetrokken_op IS NULL;
    RETURN true;
END $$;

-- Rights first: after the change of hands the owner of the schema can no longer give or take them.
REVOKE ALL ON FUNCTION regie_actie_afmelden(uuid, bytea, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION regie_actie_afmelden(uuid, bytea, timestamptz) TO {app};
GRANT CREATE ON SCHEMA public TO {herken};
ALTER FUNCTION regie_actie_afmelden(uuid, bytea, timestamptz) OWNER TO {herken};
REVOKE CREATE ON SCHEMA public FROM {herken};
