-- The transaction's own number, the clock and whose guest acted come from the database; the application may not
-- give them.
ALTER TABLE logboek_regel
    ADD COLUMN van_organisatie_id varchar(24) NOT NULL DEFAULT '',
    ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    ADD COLUMN tijd timestamptz NOT NULL DEFAULT clock_timestamp(),
    ADD COLUMN incarnatie integer NOT NULL DEFAULT 1;
CREATE INDEX logboek_regel_zegelvolgorde ON logboek_regel (incarnatie, xid, id);

ALTER TABLE logboek_regel ENABLE ROW LEVEL SECURITY;
CREATE POLICY logboek_regel_lezen ON logboek_regel FOR SELECT TO {app} USING (
    organisatie_id = ANY ((SELECT ctx.organisaties())::text[]));
-- In one's own organisation and one's own name: whoever the context says acts, and nobody else.
CREATE POLICY logboek_regel_invoegen ON logboek_regel FOR INSERT TO {app} WITH CHECK (
    organisatie_id = ANY ((SELECT ctx.organisaties())::text[])
    AND medewerker_id IS NOT DISTINCT FROM (SELECT ctx.medewerker()));
CREATE POLICY logboek_regel_zegelen ON logboek_regel FOR SELECT TO {zegel} USING (true);
GRANT SELECT ON logboek_regel TO {app}, {zegel};
GRANT INSERT (organisatie_id, medewerker_id, rol, handeling, recht, object_soort, object_ids, doel, uitkomst,
    bijzonderheden, trace_id) ON logboek_regel TO {app};

ALTER TABLE logboek_anoniemeregel ENABLE ROW LEVEL SECURITY;
CREATE POLICY logboek_anoniemeregel_lezen ON logboek_anoniemeregel FOR SELECT TO {app} USING (
    organisatie_id = ANY ((SELECT ctx.organisaties())::text[]));
CREATE POLICY logboek_anoniemeregel_invoegen ON logboek_anoniemeregel FOR INSERT TO {app} WITH CHECK (
    organisatie_id = ANY ((SELECT ctx.organisaties())::text[]));
CREATE POLICY logboek_anoniemeregel_zegelen ON logboek_anoniemeregel FOR SELECT TO {zegel} USING (true);
GRANT SELECT, INSERT ON logboek_anoniemeregel TO {app};
GRANT SELECT ON logboek_anoniemeregel TO {zegel};
