-- name: bewaak_datalekbesluit
-- purpose: a decision is taken in person; not telling the AP or the people is decided by an appointed FG (art. 33, 34 AVG).
CREATE FUNCTION beleid_bewaak_datalekbesluit() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    rollen CONSTANT text[] := CASE WHEN NEW.ap AND NEW.betrokkenen
        THEN ARRAY['fg', 'privacyfunctionaris'] ELSE ARRAY['fg'] END;
    vandaag CONSTANT date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
BEGIN
    IF NEW.door IS DISTINCT FROM ctx.medewerker() THEN
        RAISE EXCEPTION 'a decision is taken in person' USING ERRCODE = 'DZ031';
    END IF;
    IF NOT EXISTS (
        SELECT FROM public.organisaties_aanstelling a
          JOIN public.organisaties_medewerker m ON m.id = a.medewerker_id
         WHERE a.medewerker_id = NEW.door AND a.organisatie_id = NEW.organisatie_id
           AND a.rol = ANY (rollen) AND m.is_active
           AND a.vanaf <= vandaag AND (a.tot IS NULL OR a.tot >= vandaag)) THEN
        RAISE EXCEPTION 'not telling is decided by the FG' USING ERRCODE = 'DZ032';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION beleid_bewaak_datalekbesluit() FROM PUBLIC;
CREATE TRIGGER bewaak_datalekbesluit BEFORE INSERT ON beleid_datalekbesluit
    FOR EACH ROW EXECUTE FUNCTION beleid_bewaak_datalekbesluit();

-- name: bewaak_datalek
-- purpose: a closed breach stays as it was; it leaves only with its destroyed dossier.
CREATE FUNCTION beleid_bewaak_datalek() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF OLD.status = 'afgesloten' THEN
        RAISE EXCEPTION 'a closed breach does not change' USING ERRCODE = 'DZ033';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION beleid_bewaak_datalek() FROM PUBLIC;
CREATE TRIGGER bewaak_datalek BEFORE UPDATE ON beleid_datalek
    FOR EACH ROW EXECUTE FUNCTION beleid_bewaak_datalek();

-- name: the register keeps what it holds
-- purpose: a breach, its decisions and its clocks are never taken out while their dossier lives; destruction removes them.
CREATE POLICY beleid_datalek_met_het_dossier ON beleid_datalek AS RESTRICTIVE FOR DELETE TO {app}
    USING (EXISTS (SELECT FROM vault_dossier d WHERE d.id = beleid_datalek.dossier_id AND d.vernietigd_op IS NOT NULL));
CREATE POLICY beleid_datalekbesluit_met_het_dossier ON beleid_datalekbesluit AS RESTRICTIVE FOR DELETE TO {app}
    USING (EXISTS (SELECT FROM vault_dossier d
                    WHERE d.id = beleid_datalekbesluit.dossier_id AND d.vernietigd_op IS NOT NULL));
CREATE POLICY beleid_datalekklok_met_het_dossier ON beleid_datalekklok AS RESTRICTIVE FOR DELETE TO {app}
    USING (EXISTS (SELECT FROM vault_dossier d
                    WHERE d.id = beleid_datalekklok.dossier_id AND d.vernietigd_op IS NOT NULL));
