-- The copy stays with the organisation of its source, and says in which compartment that lies: the same, or the copy
-- is in `hulp` (a check of the table).
ALTER TABLE verstrekking_verstrekking ADD CONSTRAINT verstrekking_verstrekking_bron FOREIGN KEY
    (bron_dossier_id, organisatie_id, bron_compartiment) REFERENCES vault_dossier (id, organisatie_id, compartiment);

-- Whoever was shut out of the source is shut out of every copy of it.
CREATE POLICY verstrekking_verstrekking_bron_gesloten ON verstrekking_verstrekking AS RESTRICTIVE FOR SELECT TO {app}
    USING (NOT (bron_dossier_id = ANY ((SELECT ctx.uitgesloten())::uuid[])));
CREATE POLICY verstrekking_vrijgegevenveld_bron_gesloten ON verstrekking_vrijgegevenveld AS RESTRICTIVE FOR SELECT
    TO {app} USING (EXISTS (SELECT FROM verstrekking_verstrekking v WHERE v.id = verstrekking_vrijgegevenveld.dossier_id));

-- The receiver answers. The row belongs to the giver, and nobody writes in another organisation's dossier; this
-- function, with the rights of {herken}, sets the answer and nothing else, once, for whom it was addressed to.
GRANT SELECT (id, bron_dossier_id, organisatie_id, compartiment, aan_organisatie_id, status, vervalt_op)
    ON verstrekking_verstrekking TO {herken};
GRANT UPDATE (status, beslist_door, beslist_op, reden) ON verstrekking_verstrekking TO {herken};
CREATE POLICY verstrekking_verstrekking_beslissen_zien ON verstrekking_verstrekking
    FOR SELECT TO {herken} USING (true);
CREATE POLICY verstrekking_verstrekking_beslissen ON verstrekking_verstrekking
    FOR UPDATE TO {herken} USING (true);

-- The content of a released field can be taken away when the verstrekking ends; it can never be rewritten.
CREATE POLICY verstrekking_vrijgegevenveld_alleen_leegmaken ON verstrekking_vrijgegevenveld
    AS RESTRICTIVE FOR UPDATE TO {app} USING (true) WITH CHECK (inhoud IS NULL);

-- After a refusal the receiver has no access either and the copy is emptied; those too are rows of the giver.
GRANT SELECT (dossier_id), UPDATE (inhoud) ON verstrekking_vrijgegevenveld TO {herken};
CREATE POLICY verstrekking_vrijgegevenveld_legen_zien ON verstrekking_vrijgegevenveld
    FOR SELECT TO {herken} USING (true);
CREATE POLICY verstrekking_vrijgegevenveld_legen ON verstrekking_vrijgegevenveld
    FOR UPDATE TO {herken} USING (true) WITH CHECK (inhoud IS NULL);
GRANT UPDATE (ingetrokken_op) ON access_toegang TO {herken};
CREATE POLICY access_toegang_sluiten ON access_toegang FOR UPDATE TO {herken} USING (true);

CREATE FUNCTION verstrekking_beslissen(welke uuid, naar text, op timestamptz, waarom bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE public.verstrekking_verstrekking v
       SET status = naar, beslist_door = ctx.medewerker(), beslist_op = op, reden = waarom
     WHERE v.id = welke
       AND naar IN ('aangenomen', 'afgewezen')
       AND v.status = 'aangeboden'
       AND v.vervalt_op > op
       AND v.aan_organisatie_id = ANY (ctx.organisaties())
       AND v.compartiment = ANY (ctx.compartimenten())
       AND (v.organisatie_id = ANY (ctx.organisaties()) OR v.id = ANY (ctx.toegekend()))
       AND NOT v.id = ANY (ctx.uitgesloten())
       AND NOT v.bron_dossier_id = ANY (ctx.uitgesloten());
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    IF naar = 'afgewezen' THEN
        UPDATE public.access_toegang t SET ingetrokken_op = op
         WHERE t.dossier_id = welke AND t.ingetrokken_op IS NULL;
        UPDATE public.verstrekking_vrijgegevenveld f SET inhoud = NULL WHERE f.dossier_id = welke;
    END IF;
    RETURN true;
END $$;

-- Rights first: after the change of hands the owner of the schema can no longer give or take them.
REVOKE ALL ON FUNCTION verstrekking_beslissen(uuid, text, timestamptz, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION verstrekking_beslissen(uuid, text, timestamptz, bytea) TO {app};
GRANT CREATE ON SCHEMA public TO {herken};
ALTER FUNCTION verstrekking_beslissen(uuid, text, timestamptz, bytea) OWNER TO {herken};
REVOKE CREATE ON SCHEMA public FROM {herken};
