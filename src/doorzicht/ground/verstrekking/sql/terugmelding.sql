-- Whoever may not see a verstrekking (recusal from its source) does not see what was said back about it either.
CREATE POLICY verstrekking_terugmelding_bron_gesloten ON verstrekking_terugmelding AS RESTRICTIVE FOR SELECT
    TO {app} USING (EXISTS (SELECT FROM verstrekking_verstrekking v WHERE v.id = verstrekking_terugmelding.dossier_id));
