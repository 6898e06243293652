-- What was decided about a role belongs to an organisation and not to a dossier. Whoever decides does so in their own
-- name, and nobody takes a decision back: a new one comes after it.
ALTER TABLE access_rolbesluit ENABLE ROW LEVEL SECURITY;
CREATE POLICY access_rolbesluit_lezen ON access_rolbesluit FOR SELECT TO {app}
    USING (organisatie_id = ANY ((SELECT ctx.organisaties())::text[]));
CREATE POLICY access_rolbesluit_invoegen ON access_rolbesluit FOR INSERT TO {app}
    WITH CHECK (organisatie_id = ANY ((SELECT ctx.organisaties())::text[])
                AND door = (SELECT ctx.medewerker()));
GRANT SELECT, INSERT ON access_rolbesluit TO {app};
