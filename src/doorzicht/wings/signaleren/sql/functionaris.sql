-- name: signaleren_onder_functionaris
-- purpose: did a melding go on, at any depth, under one that was sent straight to the functionary? It climbs from one
-- melding, so what it costs does not grow with the number of meldingen. With the rights of who asks: the wall holds.
-- Fifty steps without an end is a circle, which cannot be; then the answer is yes, and nothing is shown.
CREATE FUNCTION signaleren_onder_functionaris(melding uuid, organisatie text) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    boven uuid := melding;
    weg text;
BEGIN
    FOR stap IN 1..50 LOOP
        SELECT s.in_melding_id, m.route INTO boven, weg
          FROM public.signaleren_samenvoeging s
          JOIN public.signaleren_melding m ON m.id = s.in_melding_id AND m.organisatie_id = s.organisatie_id
         WHERE s.dossier_id = boven AND s.organisatie_id = organisatie AND s.gesplitst_op IS NULL;
        IF NOT FOUND THEN
            RETURN false;
        ELSIF weg = 'functionaris' THEN
            RETURN true;
        END IF;
    END LOOP;
    RETURN true;
END $$;
REVOKE ALL ON FUNCTION signaleren_onder_functionaris(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION signaleren_onder_functionaris(uuid, text) TO {app};
