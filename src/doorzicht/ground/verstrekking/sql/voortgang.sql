-- Whoever may not see a verstrekking (recusal from its source) does not see what was said back about it either.
CREATE POLICY verstrekking_voortgang_bron_gesloten ON verstrekking_voortgang AS RESTRICTIVE FOR SELECT
    TO {app} USING (EXISTS (SELECT FROM verstrekking_verstrekking v WHERE v.id = verstrekking_voortgang.dossier_id));
