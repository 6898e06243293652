-- name: what is recorded stays
-- purpose: a recorded weighing keeps its gates, outcome and reason; only the second person's answer comes later, once.
CREATE FUNCTION signaleren_weging_blijft() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF OLD.concept THEN
        RETURN NEW;
    END IF;
    IF OLD.tweede_door IS NOT NULL OR
       to_jsonb(OLD) - ARRAY['tweede_akkoord', 'tweede_door', 'tweede_op', 'tweede_reden'] <>
       to_jsonb(NEW) - ARRAY['tweede_akkoord', 'tweede_door', 'tweede_op', 'tweede_reden'] THEN
        RAISE EXCEPTION 'a recorded weighing does not change' USING ERRCODE = 'DZ021';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION signaleren_weging_blijft() FROM PUBLIC;
CREATE TRIGGER weging_blijft BEFORE UPDATE ON signaleren_weging
    FOR EACH ROW EXECUTE FUNCTION signaleren_weging_blijft();

-- name: a check is decided once
-- purpose: what the privacyfunctionaris decided stays as it was decided, and was decided by another than who weighed.
CREATE FUNCTION signaleren_privacycheck_blijft() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF OLD.besluit <> '' THEN
        RAISE EXCEPTION 'a decided check does not change' USING ERRCODE = 'DZ022';
    END IF;
    IF EXISTS (SELECT FROM public.signaleren_weging w
                WHERE w.id = NEW.weging_id AND NEW.door IN (w.door, w.tweede_door)) THEN
        RAISE EXCEPTION 'a check is done by another person than who weighed' USING ERRCODE = 'DZ023';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION signaleren_privacycheck_blijft() FROM PUBLIC;
CREATE TRIGGER privacycheck_blijft BEFORE UPDATE ON signaleren_privacycheck
    FOR EACH ROW EXECUTE FUNCTION signaleren_privacycheck_blijft();
