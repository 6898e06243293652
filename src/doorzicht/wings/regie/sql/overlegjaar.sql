-- How often the overleg met and what its members think of it: for standing members, the privacyfunctionaris and the
-- house. A settled evaluation stays as it is: only the number of meetings still moves.
CREATE POLICY regie_overlegjaar_leden ON regie_overlegjaar AS RESTRICTIVE FOR ALL TO {app}
    USING ((SELECT regie_ziet_elk_punt()));

CREATE FUNCTION regie_overlegjaar_blijft() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF OLD.evaluatie = 'vastgesteld'
       AND ROW(NEW.evaluatie, NEW.met, NEW.antwoorden, NEW.afspraken, NEW.ingevuld_door, NEW.ingevuld_op)
           IS DISTINCT FROM
           ROW(OLD.evaluatie, OLD.met, OLD.antwoorden, OLD.afspraken, OLD.ingevuld_door, OLD.ingevuld_op) THEN
        RAISE EXCEPTION 'een vastgestelde evaluatie verandert niet' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER regie_overlegjaar_blijft BEFORE UPDATE ON regie_overlegjaar
    FOR EACH ROW EXECUTE FUNCTION regie_overlegjaar_blijft();
