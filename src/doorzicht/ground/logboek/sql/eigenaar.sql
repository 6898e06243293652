-- Whoever acts on a dossier of another organisation is in that organisation's logboek too, so that its FG can see who
-- read its data (a guest of the overleg, the receiver of a verstrekking, somebody who tried a number). The second row
-- is made by the database, in the same transaction: no code can forget it, and no row, no answer. It names only the
-- objects of its own organisation; `van_organisatie_id` says of which organisation the person is, `trace_id` which
-- two rows are one act. It is sealed like every row. Acts of jobs and of reporters have no second row.
GRANT SELECT (id, organisatie_id) ON vault_dossier TO {herken};
CREATE POLICY vault_dossier_van_wie ON vault_dossier FOR SELECT TO {herken} USING (true);
GRANT INSERT (organisatie_id, van_organisatie_id, medewerker_id, rol, handeling, recht, object_soort, object_ids, doel,
    uitkomst, bijzonderheden, trace_id) ON logboek_regel TO {herken};
CREATE POLICY logboek_regel_bij_eigenaar ON logboek_regel FOR INSERT TO {herken} WITH CHECK (
    van_organisatie_id = ANY ((SELECT ctx.organisaties())::text[])
    AND van_organisatie_id <> organisatie_id
    AND medewerker_id = (SELECT ctx.medewerker()));

CREATE FUNCTION logboek_ook_bij_eigenaar() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO public.logboek_regel (organisatie_id, van_organisatie_id, medewerker_id, rol, handeling, recht,
                                      object_soort, object_ids, doel, uitkomst, bijzonderheden, trace_id)
    SELECT d.organisatie_id, NEW.organisatie_id, NEW.medewerker_id, NEW.rol, NEW.handeling, NEW.recht,
           NEW.object_soort, array_agg(d.id ORDER BY o.plaats), NEW.doel, NEW.uitkomst, NEW.bijzonderheden, NEW.trace_id
      FROM unnest(NEW.object_ids) WITH ORDINALITY AS o (id, plaats)
      JOIN public.vault_dossier d ON d.id = o.id
     WHERE d.organisatie_id <> NEW.organisatie_id
     GROUP BY d.organisatie_id;
    RETURN NULL;
END $$;

CREATE TRIGGER logboek_ook_bij_eigenaar AFTER INSERT ON logboek_regel FOR EACH ROW
    WHEN (NEW.medewerker_id IS NOT NULL AND NEW.van_organisatie_id = '' AND NEW.object_ids <> '{{}}')
    EXECUTE FUNCTION logboek_ook_bij_eigenaar();

CREATE INDEX logboek_regel_gasten ON logboek_regel (organisatie_id, id DESC) WHERE van_organisatie_id <> '';

-- Rights first: after the change of hands the owner of the schema can no longer give or take them.
REVOKE ALL ON FUNCTION logboek_ook_bij_eigenaar() FROM PUBLIC;
GRANT CREATE ON SCHEMA public TO {herken};
ALTER FUNCTION logboek_ook_bij_eigenaar() OWNER TO {herken};
REVOKE CREATE ON SCHEMA public FROM {herken};
