-- Hit or no hit, within one municipality and one compartment (ground.md section 2).
-- The application cannot read an index: not of another dossier, not of its own.
ALTER TABLE herkenning_kenmerk ALTER COLUMN indexwaarde SET STORAGE PLAIN;

CREATE SCHEMA herkenning;
REVOKE ALL ON SCHEMA herkenning FROM PUBLIC;
GRANT USAGE ON SCHEMA herkenning TO {app}, {herken};

-- name: what {herken} may see
-- purpose: exactly the columns the question needs; it logs in nowhere and steps over no policy.
GRANT SELECT (id, dossier_id, organisatie_id, compartiment, soort, indexwaarde) ON herkenning_kenmerk TO {herken};
GRANT SELECT (dossier_id, organisatie_id, soorten, door, tot) ON herkenning_vrijgave TO {herken};
GRANT SELECT (id, organisatie_id, compartiment, vernietigd_op) ON vault_dossier TO {herken};
GRANT SELECT (medewerker_id, organisatie_id, rol, vanaf, tot) ON organisaties_aanstelling TO {herken};
GRANT INSERT (organisatie_id, medewerker_id, rol, handeling, recht, object_soort, object_ids, doel, uitkomst,
    bijzonderheden, trace_id) ON logboek_regel TO {herken};
CREATE POLICY herkenning_kenmerk_herkennen ON herkenning_kenmerk FOR SELECT TO {herken} USING (true);
CREATE POLICY herkenning_vrijgave_herkennen ON herkenning_vrijgave FOR SELECT TO {herken} USING (true);
CREATE POLICY vault_dossier_herkennen ON vault_dossier FOR SELECT TO {herken} USING (true);
CREATE POLICY logboek_regel_herkennen ON logboek_regel FOR INSERT TO {herken} WITH CHECK (
    organisatie_id = ANY ((SELECT ctx.organisaties())::text[]));

-- name: bewaak_vrijgave
-- purpose: a release is given in person by an appointed privacyfunctionaris, and not to oneself.
CREATE FUNCTION herkenning.bewaak_vrijgave() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.door IS DISTINCT FROM ctx.medewerker() THEN
        RAISE EXCEPTION 'a release is given in person' USING ERRCODE = 'DZ011';
    END IF;
    IF NEW.door = NEW.weger THEN
        RAISE EXCEPTION 'a release is given by another person than the one who weighs' USING ERRCODE = 'DZ012';
    END IF;
    IF NOT EXISTS (
        SELECT FROM public.organisaties_aanstelling a
          JOIN public.organisaties_medewerker m ON m.id = a.medewerker_id
         WHERE a.medewerker_id = NEW.door AND a.organisatie_id = NEW.organisatie_id
           AND a.rol = 'privacyfunctionaris' AND m.is_active
           AND a.vanaf <= current_date AND (a.tot IS NULL OR a.tot >= current_date)) THEN
        RAISE EXCEPTION 'a release is given by a privacyfunctionaris' USING ERRCODE = 'DZ013';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION herkenning.bewaak_vrijgave() FROM PUBLIC;
CREATE TRIGGER bewaak_vrijgave BEFORE INSERT ON herkenning_vrijgave
    FOR EACH ROW EXECUTE FUNCTION herkenning.bewaak_vrijgave();

-- name: a release goes with its dossier
-- purpose: it is never taken back while the dossier lives; destruction of the dossier removes it like every row.
CREATE POLICY herkenning_vrijgave_met_het_dossier ON herkenning_vrijgave AS RESTRICTIVE FOR DELETE TO {app}
    USING (EXISTS (SELECT FROM vault_dossier d WHERE d.id = dossier_id AND d.vernietigd_op IS NOT NULL));

-- name: herken
-- purpose: for each released kind of identifier of a dossier: was it seen in another dossier? hit, algemeen, geen.
-- It takes a dossier and never a value, so nobody can try out numbers. No count. "algemeen" is a value that lies in
-- more than 20 other dossiers: a switchboard or a shop, which says nothing about anybody.
-- Refuses without an actor (DZ001), for a dossier this actor may not ask about (DZ002), without a running release by
-- somebody else (DZ003). Writes its log rows itself: no row, no answer.
CREATE FUNCTION herkenning.herken(dossier uuid) RETURNS TABLE (soort text, antwoord text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    grens CONSTANT integer := 20;
    wie CONSTANT uuid := ctx.medewerker();
    spoor CONSTANT uuid := gen_random_uuid();
    gevraagd ALIAS FOR $1;
    eigen record;
    vrij text[];
    antwoorden jsonb;
    geraakt uuid[];
    rollen text;
BEGIN
    IF wie IS NULL THEN
        RAISE EXCEPTION 'herken: no actor' USING ERRCODE = 'DZ001';
    END IF;

    SELECT d.organisatie_id, d.compartiment INTO eigen FROM public.vault_dossier d
     WHERE d.id = gevraagd AND d.vernietigd_op IS NULL
       AND d.organisatie_id = ANY (ctx.organisaties()) AND d.compartiment = ANY (ctx.compartimenten())
       AND NOT (d.id = ANY (ctx.uitgesloten()));
    IF NOT FOUND THEN
        RAISE EXCEPTION 'herken: no such dossier for this actor' USING ERRCODE = 'DZ002';
    END IF;

    SELECT array_agg(DISTINCT s.soort) INTO vrij
      FROM public.herkenning_vrijgave v CROSS JOIN LATERAL unnest(v.soorten) AS s (soort)
     WHERE v.dossier_id = gevraagd AND v.organisatie_id = eigen.organisatie_id
       AND v.door <> wie AND v.tot > now();
    IF vrij IS NULL THEN
        RAISE EXCEPTION 'herken: no release' USING ERRCODE = 'DZ003';
    END IF;

    WITH gezien AS MATERIALIZED (
        SELECT k.soort, a.dossier_id, count(a.dossier_id) OVER (PARTITION BY k.id) AS aantal
          FROM public.herkenning_kenmerk k
          LEFT JOIN LATERAL (
              SELECT b.dossier_id FROM public.herkenning_kenmerk b
               WHERE b.organisatie_id = eigen.organisatie_id AND b.compartiment = eigen.compartiment
                 AND b.indexwaarde = k.indexwaarde AND b.dossier_id <> gevraagd
               LIMIT grens + 1) a ON true
         WHERE k.dossier_id = gevraagd AND k.soort = ANY (vrij))
    SELECT (SELECT jsonb_object_agg(per.soort, per.antwoord) FROM (
                SELECT g.soort, CASE WHEN bool_or(g.aantal BETWEEN 1 AND grens) THEN 'hit'
                                     WHEN bool_or(g.aantal > grens) THEN 'algemeen'
                                     ELSE 'geen' END AS antwoord
                  FROM gezien g GROUP BY g.soort) per),
           (SELECT array_agg(DISTINCT g.dossier_id) FROM gezien g WHERE g.aantal BETWEEN 1 AND grens)
      INTO antwoorden, geraakt;
    antwoorden := coalesce(antwoorden, jsonb_build_object());

    SELECT coalesce(string_agg(a.rol, '+' ORDER BY a.rol), '') INTO rollen FROM public.organisaties_aanstelling a
     WHERE a.medewerker_id = wie AND a.organisatie_id = eigen.organisatie_id
       AND a.vanaf <= current_date AND (a.tot IS NULL OR a.tot >= current_date);
    INSERT INTO public.logboek_regel (organisatie_id, medewerker_id, rol, handeling, recht, object_soort, object_ids,
                                      doel, uitkomst, bijzonderheden, trace_id)
    SELECT eigen.organisatie_id, wie, left(rollen, 120), 'zoek', 'herkenning.vragen', r.soort, r.ids, 'privacycheck1',
           'ok', r.wat, spoor
      FROM (VALUES ('dossier', ARRAY[gevraagd], jsonb_build_object('antwoorden', antwoorden)),
                   ('kenmerk', geraakt, jsonb_build_object())) AS r (soort, ids, wat)
     WHERE r.ids IS NOT NULL;

    RETURN QUERY SELECT e.key, e.value FROM jsonb_each_text(antwoorden) AS e (key, value) ORDER BY e.key;
END $$;

-- Rights first: after the change of hands the owner of the schema can no longer give or take them.
REVOKE ALL ON FUNCTION herkenning.herken(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION herkenning.herken(uuid) TO {app};
GRANT CREATE ON SCHEMA herkenning TO {herken};
ALTER FUNCTION herkenning.herken(uuid) OWNER TO {herken};
REVOKE CREATE ON SCHEMA herkenning FROM {herken};
