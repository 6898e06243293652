-- Hit or no hit in other municipalities: only between municipalities that both recorded ground, arrangement and DPIA.
-- The regional index has a key of its own; the municipal indexes cannot be joined with it or with each other.
ALTER TABLE herkenning_regiokenmerk ALTER COLUMN indexwaarde SET STORAGE PLAIN;

-- name: the wall around what a municipality recorded
-- purpose: its references to documents are its own; that it runs, others learn from herkenning.regiostand().
GRANT SELECT, INSERT, UPDATE (ingetrokken_op, ingetrokken_door) ON herkenning_regioafspraak TO {app};
ALTER TABLE herkenning_regioafspraak ENABLE ROW LEVEL SECURITY;
CREATE POLICY herkenning_regioafspraak_lezen ON herkenning_regioafspraak FOR SELECT TO {app}
    USING (organisatie_id = ANY ((SELECT ctx.organisaties())::text[]));
CREATE POLICY herkenning_regioafspraak_invoegen ON herkenning_regioafspraak FOR INSERT TO {app}
    WITH CHECK (organisatie_id = ANY ((SELECT ctx.organisaties())::text[]));
CREATE POLICY herkenning_regioafspraak_wijzigen ON herkenning_regioafspraak FOR UPDATE TO {app}
    USING (organisatie_id = ANY ((SELECT ctx.organisaties())::text[]))
    WITH CHECK (organisatie_id = ANY ((SELECT ctx.organisaties())::text[]));
ALTER TABLE herkenning_regioafspraak ADD CONSTRAINT herkenning_regioafspraak_eigen UNIQUE (id, organisatie_id);
ALTER TABLE herkenning_regiokenmerk ADD CONSTRAINT herkenning_regiokenmerk_afspraak FOREIGN KEY
    (afspraak_id, organisatie_id) REFERENCES herkenning_regioafspraak (id, organisatie_id);
CREATE INDEX herkenning_regiokenmerk_zoek ON herkenning_regiokenmerk (indexwaarde);

CREATE FUNCTION herkenning.vandaag() RETURNS date LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT (now() AT TIME ZONE 'Europe/Amsterdam')::date
$$;
REVOKE ALL ON FUNCTION herkenning.vandaag() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION herkenning.vandaag() TO {app}, {herken};

-- name: bewaak_afspraak
-- purpose: recorded and withdrawn in person by an appointed privacyfunctionaris; withdrawn once, changed never.
CREATE FUNCTION herkenning.bewaak_afspraak() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie CONSTANT uuid := CASE TG_OP WHEN 'INSERT' THEN NEW.door ELSE NEW.ingetrokken_door END;
BEGIN
    IF wie IS DISTINCT FROM ctx.medewerker() OR wie IS NULL THEN
        RAISE EXCEPTION 'an arrangement is recorded and withdrawn in person' USING ERRCODE = 'DZ021';
    END IF;
    IF TG_OP = 'INSERT' AND (NEW.ingetrokken_op IS NOT NULL OR NEW.vastgesteld_op > herkenning.vandaag()) THEN
        RAISE EXCEPTION 'an arrangement is recorded once it is there' USING ERRCODE = 'DZ022';
    END IF;
    IF TG_OP = 'UPDATE' AND (OLD.ingetrokken_op IS NOT NULL OR NEW.ingetrokken_op IS NULL) THEN
        RAISE EXCEPTION 'an arrangement is withdrawn once, and for good' USING ERRCODE = 'DZ022';
    END IF;
    IF NOT EXISTS (
        SELECT FROM public.organisaties_aanstelling a
          JOIN public.organisaties_medewerker m ON m.id = a.medewerker_id
         WHERE a.medewerker_id = wie AND a.organisatie_id = NEW.organisatie_id
           AND a.rol = 'privacyfunctionaris' AND m.is_active
           AND a.vanaf <= herkenning.vandaag() AND (a.tot IS NULL OR a.tot >= herkenning.vandaag())) THEN
        RAISE EXCEPTION 'an arrangement is recorded by a privacyfunctionaris' USING ERRCODE = 'DZ023';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION herkenning.bewaak_afspraak() FROM PUBLIC;
CREATE TRIGGER bewaak_afspraak BEFORE INSERT OR UPDATE ON herkenning_regioafspraak
    FOR EACH ROW EXECUTE FUNCTION herkenning.bewaak_afspraak();

-- name: no regional index without an arrangement
-- purpose: nothing is even written for the region before the municipality recorded why it may.
CREATE POLICY herkenning_regiokenmerk_afspraak_loopt ON herkenning_regiokenmerk AS RESTRICTIVE FOR INSERT TO {app}
    WITH CHECK (EXISTS (
        SELECT FROM herkenning_regioafspraak a
         WHERE a.id = herkenning_regiokenmerk.afspraak_id AND a.organisatie_id = herkenning_regiokenmerk.organisatie_id
           AND a.ingetrokken_op IS NULL AND a.vastgesteld_op <= herkenning.vandaag()
           AND a.geldig_tot >= herkenning.vandaag()));

-- name: what {herken} may see
-- purpose: exactly the columns the two questions below need.
GRANT SELECT (id, organisatie_id, vastgesteld_op, geldig_tot, ingetrokken_op, op) ON herkenning_regioafspraak TO {herken};
GRANT SELECT (id, dossier_id, organisatie_id, compartiment, soort, indexwaarde, afspraak_id)
    ON herkenning_regiokenmerk TO {herken};
GRANT SELECT (regio) ON herkenning_vrijgave TO {herken};
GRANT SELECT (aantal) ON herkenning_regiogrens TO {herken};
GRANT SELECT (code, naam, soort) ON organisaties_organisatie TO {herken};
GRANT SELECT (id, is_active) ON organisaties_medewerker TO {herken};
GRANT SELECT (plaatsvervanger) ON organisaties_aanstelling TO {herken};
CREATE POLICY herkenning_regioafspraak_herkennen ON herkenning_regioafspraak FOR SELECT TO {herken} USING (true);
CREATE POLICY herkenning_regiokenmerk_herkennen ON herkenning_regiokenmerk FOR SELECT TO {herken} USING (true);

-- name: regiostand
-- purpose: of each municipality whether it may be asked, and until when. Nothing of the documents behind it.
CREATE FUNCTION herkenning.regiostand() RETURNS TABLE (organisatie text, naam text, stand text, geldig_tot date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT o.code, o.naam,
           CASE WHEN a.op IS NULL THEN 'geen' WHEN a.ingetrokken_op IS NOT NULL THEN 'ingetrokken'
                WHEN a.geldig_tot < herkenning.vandaag() THEN 'verlopen' ELSE 'loopt' END,
           a.geldig_tot
      FROM public.organisaties_organisatie o
      LEFT JOIN LATERAL (
          SELECT r.op, r.ingetrokken_op, r.geldig_tot FROM public.herkenning_regioafspraak r
           WHERE r.organisatie_id = o.code ORDER BY r.ingetrokken_op IS NULL DESC, r.op DESC LIMIT 1) a ON true
     WHERE o.soort = 'gemeente' AND ctx.medewerker() IS NOT NULL
     ORDER BY o.naam
$$;

-- name: herken_regio
-- purpose: was an identifier of this dossier seen in another municipality? A dossier goes in, never a value. Out comes,
-- for each municipality that may be asked: per kind a hit with whom to call, or no hit. Never a row, never a count.
-- A value in more dossiers of others than the limit is "algemeen": common, and then no municipality is named. Dossiers
-- of the asker's own municipality do not count towards the limit: adding some would make a count of it.
-- A dossier counts only when its own privacycheck 1 let this kind go to the region, its key lives, the asker is not shut
-- out of it, and there is somebody to call who is not shut out of it either.
-- Refuses without an actor (DZ001), for a dossier this actor may not ask about (DZ002), without a running release for the
-- region by somebody else or without the office of who weighs (DZ003), without an own arrangement (DZ004).
-- Logs in the logboek of the asker and of every municipality that was asked: no row, no answer. Takes a fixed time, so
-- that a clock tells nothing of how much was found.
CREATE FUNCTION herkenning.herken_regio(dossier uuid)
RETURNS TABLE (organisatie text, soort text, antwoord text, bellen uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    begonnen CONSTANT timestamptz := clock_timestamp();
    duurt CONSTANT double precision := 0.05;
    wie CONSTANT uuid := ctx.medewerker();
    vandaag CONSTANT date := herkenning.vandaag();
    spoor CONSTANT uuid := gen_random_uuid();
    gevraagd ALIAS FOR $1;
    grens integer;
    eigen record;
    vrij text[];
    afspraak uuid;
    bij text[];
    antwoorden jsonb;
    geraakt jsonb;
BEGIN
    IF wie IS NULL THEN
        RAISE EXCEPTION 'herken_regio: no actor' USING ERRCODE = 'DZ001';
    END IF;

    SELECT d.organisatie_id, d.compartiment INTO eigen FROM public.vault_dossier d
     WHERE d.id = gevraagd AND d.vernietigd_op IS NULL
       AND d.organisatie_id = ANY (ctx.organisaties()) AND d.compartiment = ANY (ctx.compartimenten())
       AND NOT (d.id = ANY (ctx.uitgesloten()));
    IF NOT FOUND THEN
        RAISE EXCEPTION 'herken_regio: no such dossier for this actor' USING ERRCODE = 'DZ002';
    END IF;

    SELECT array_agg(DISTINCT s.soort) INTO vrij
      FROM public.herkenning_vrijgave v CROSS JOIN LATERAL unnest(v.soorten) AS s (soort)
     WHERE v.dossier_id = gevraagd AND v.organisatie_id = eigen.organisatie_id
       AND v.regio AND v.door <> wie AND v.tot > now();
    IF vrij IS NULL OR NOT EXISTS (
        SELECT FROM public.organisaties_aanstelling a JOIN public.organisaties_medewerker m ON m.id = a.medewerker_id
         WHERE a.medewerker_id = wie AND a.organisatie_id = eigen.organisatie_id AND a.rol = 'aandachtsfunctionaris'
           AND m.is_active AND a.vanaf <= vandaag AND (a.tot IS NULL OR a.tot >= vandaag)) THEN
        RAISE EXCEPTION 'herken_regio: no release' USING ERRCODE = 'DZ003';
    END IF;

    SELECT r.id INTO afspraak FROM public.herkenning_regioafspraak r
     WHERE r.organisatie_id = eigen.organisatie_id AND r.ingetrokken_op IS NULL
       AND r.vastgesteld_op <= vandaag AND r.geldig_tot >= vandaag;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'herken_regio: no arrangement' USING ERRCODE = 'DZ004';
    END IF;
    SELECT g.aantal INTO STRICT grens FROM public.herkenning_regiogrens g;

    WITH ander AS MATERIALIZED (
        SELECT r.id, r.organisatie_id
          FROM public.herkenning_regioafspraak r
          JOIN public.organisaties_organisatie o ON o.code = r.organisatie_id AND o.soort = 'gemeente'
         WHERE r.organisatie_id <> eigen.organisatie_id AND r.ingetrokken_op IS NULL
           AND r.vastgesteld_op <= vandaag AND r.geldig_tot >= vandaag),
    bereikbaar AS MATERIALIZED (
        SELECT DISTINCT ON (a.organisatie_id, a.medewerker_id) a.organisatie_id, a.medewerker_id, a.plaatsvervanger
          FROM public.organisaties_aanstelling a
          JOIN public.organisaties_medewerker m ON m.id = a.medewerker_id AND m.is_active
          JOIN ander n ON n.organisatie_id = a.organisatie_id
         WHERE a.rol = 'aandachtsfunctionaris' AND a.vanaf <= vandaag AND (a.tot IS NULL OR a.tot >= vandaag)
         ORDER BY a.organisatie_id, a.medewerker_id, a.plaatsvervanger),
    gezien AS MATERIALIZED (
        SELECT k.soort, b.organisatie_id, b.dossier_id, count(b.dossier_id) OVER (PARTITION BY k.id) AS aantal
          FROM public.herkenning_regiokenmerk k
          LEFT JOIN LATERAL (
              SELECT c.organisatie_id, c.dossier_id
                FROM public.herkenning_regiokenmerk c
                JOIN ander n ON n.id = c.afspraak_id
                JOIN public.vault_dossier d ON d.id = c.dossier_id AND d.vernietigd_op IS NULL
               WHERE c.indexwaarde = k.indexwaarde AND c.compartiment = eigen.compartiment
                 AND NOT (c.dossier_id = ANY (ctx.uitgesloten()))
                 AND EXISTS (SELECT FROM public.herkenning_vrijgave v
                              WHERE v.dossier_id = c.dossier_id AND v.organisatie_id = c.organisatie_id
                                AND v.regio AND c.soort = ANY (v.soorten))
                 AND EXISTS (SELECT FROM bereikbaar p WHERE p.organisatie_id = c.organisatie_id AND NOT EXISTS (
                              SELECT FROM public.access_uitsluiting u WHERE u.dossier_id = c.dossier_id
                                 AND u.medewerker_id = p.medewerker_id AND u.ingetrokken_op IS NULL))
               LIMIT grens + 1) b ON true
         WHERE k.dossier_id = gevraagd AND k.afspraak_id = afspraak AND k.soort = ANY (vrij)),
    treffer AS (
        SELECT g.organisatie_id, g.soort, g.dossier_id FROM gezien g WHERE g.aantal BETWEEN 1 AND grens),
    per_gemeente AS (
        SELECT t.organisatie_id, array_agg(DISTINCT t.dossier_id) AS dossiers FROM treffer t GROUP BY t.organisatie_id),
    te_bellen AS (
        SELECT g.organisatie_id, g.dossiers, (
            SELECT p.medewerker_id FROM bereikbaar p
             WHERE p.organisatie_id = g.organisatie_id
             ORDER BY (SELECT count(DISTINCT u.dossier_id) FROM public.access_uitsluiting u
                        WHERE u.medewerker_id = p.medewerker_id AND u.dossier_id = ANY (g.dossiers)
                          AND u.ingetrokken_op IS NULL), p.plaatsvervanger, p.medewerker_id
             LIMIT 1) AS wie
          FROM per_gemeente g),
    antwoord AS (
        SELECT DISTINCT t.organisatie_id, t.soort, 'hit' AS antwoord, b.wie
          FROM treffer t JOIN te_bellen b ON b.organisatie_id = t.organisatie_id
        UNION ALL
        SELECT DISTINCT '', g.soort, 'algemeen', NULL::uuid FROM gezien g WHERE g.aantal > grens
        UNION ALL
        SELECT n.organisatie_id, '', 'geen', NULL::uuid FROM ander n
         WHERE NOT EXISTS (SELECT FROM treffer t WHERE t.organisatie_id = n.organisatie_id))
    SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('organisatie', w.organisatie_id, 'soort', w.soort,
                    'antwoord', w.antwoord, 'bellen', w.wie) ORDER BY w.organisatie_id, w.soort), '[]')
              FROM antwoord w),
           (SELECT coalesce(jsonb_object_agg(b.organisatie_id, to_jsonb(b.dossiers)), jsonb_build_object())
              FROM te_bellen b),
           (SELECT coalesce(array_agg(n.organisatie_id::text ORDER BY n.organisatie_id), ARRAY[]::text[]) FROM ander n)
      INTO antwoorden, geraakt, bij;

    INSERT INTO public.logboek_regel (organisatie_id, medewerker_id, rol, handeling, recht, object_soort, object_ids,
                                      doel, uitkomst, bijzonderheden, trace_id)
    VALUES (eigen.organisatie_id, wie, 'aandachtsfunctionaris', 'zoek', 'herkenning.vragen_regio', 'dossier',
            ARRAY[gevraagd], 'privacycheck1', 'ok',
            jsonb_build_object('gevraagd', to_jsonb(bij), 'soorten', to_jsonb(vrij), 'antwoorden', (
                SELECT coalesce(jsonb_agg((a.value - 'bellen')), '[]') FROM jsonb_array_elements(antwoorden) AS a (value))),
            spoor);
    INSERT INTO public.logboek_regel (organisatie_id, van_organisatie_id, medewerker_id, rol, handeling, recht,
                                      object_soort, object_ids, doel, uitkomst, bijzonderheden, trace_id)
    SELECT b.organisatie_id, eigen.organisatie_id, wie, 'aandachtsfunctionaris', 'zoek', 'herkenning.vragen_regio',
           'regiovraag', ARRAY(SELECT x::uuid FROM jsonb_array_elements_text(geraakt -> b.organisatie_id) AS x ORDER BY 1),
           'privacycheck1', 'ok', jsonb_build_object('soorten', to_jsonb(vrij)), spoor
      FROM unnest(bij) AS b (organisatie_id);

    PERFORM pg_sleep(greatest(0, duurt - extract(epoch FROM clock_timestamp() - begonnen)));
    RETURN QUERY SELECT r.organisatie, r.soort, r.antwoord, r.bellen
                   FROM jsonb_to_recordset(antwoorden) AS r (organisatie text, soort text, antwoord text, bellen uuid);
END $$;

-- Rights first: after the change of hands the owner of the schema can no longer give or take them.
REVOKE ALL ON FUNCTION herkenning.regiostand(), herkenning.herken_regio(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION herkenning.regiostand(), herkenning.herken_regio(uuid) TO {app};
GRANT CREATE ON SCHEMA herkenning TO {herken};
ALTER FUNCTION herkenning.regiostand() OWNER TO {herken};
ALTER FUNCTION herkenning.herken_regio(uuid) OWNER TO {herken};
REVOKE CREATE ON SCHEMA herkenning FROM {herken};
