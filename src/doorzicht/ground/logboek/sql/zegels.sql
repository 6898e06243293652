-- The seals stand beside the logboek: the application may read how far the sealer is, and nothing more.
ALTER TABLE logboek_zegel ADD COLUMN xid xid8 NOT NULL;
ALTER TABLE logboek_zegelstand ADD COLUMN watermerk xid8 NOT NULL DEFAULT '0';
INSERT INTO logboek_zegelstand (incarnatie, begonnen_op, reden, beginvolgnummer, beginkop,
    watermerk_incarnatie, volgnummer, kop)
VALUES (1, now(), 'eerste ingebruikname', 0, decode(repeat('00', 32), 'hex'), 1, 0, decode(repeat('00', 32), 'hex'));

-- The sealer adds seals; it can neither change nor remove one.
GRANT SELECT, INSERT ON logboek_zegel, logboek_dagzegel TO {zegel};
GRANT SELECT ON logboek_zegelstand TO {app}, {zegel};
GRANT UPDATE (watermerk, watermerk_incarnatie, volgnummer, kop, ronde_op, gezegeld_op, oudste_open)
    ON logboek_zegelstand TO {zegel};

-- Anonymous rows. A transaction number (xmin) or a place in the table (ctid) would be a clock: the application
-- can ask for neither, because it is granted columns and not the table. Today's day and no other can be written.
REVOKE SELECT, INSERT ON logboek_anoniemeregel FROM {app};
GRANT SELECT (id, dag, organisatie_id, handeling, object_soort) ON logboek_anoniemeregel TO {app};
GRANT INSERT (id, dag, organisatie_id, handeling, object_soort) ON logboek_anoniemeregel TO {app};
DROP POLICY logboek_anoniemeregel_invoegen ON logboek_anoniemeregel;
CREATE POLICY logboek_anoniemeregel_invoegen ON logboek_anoniemeregel FOR INSERT TO {app} WITH CHECK (
    organisatie_id = ANY ((SELECT ctx.organisaties())::text[])
    AND dag BETWEEN (now() AT TIME ZONE 'Europe/Amsterdam')::date
                AND (clock_timestamp() AT TIME ZONE 'Europe/Amsterdam')::date);
-- When a day is sealed its rows are written anew in order of their random ids, so that the order in which they
-- arrived is gone from the table (and from every dump) too.
CREATE POLICY logboek_anoniemeregel_herschikken ON logboek_anoniemeregel FOR UPDATE TO {zegel}
    USING (dag < (now() AT TIME ZONE 'Europe/Amsterdam')::date) WITH CHECK (true);
GRANT UPDATE (dag) ON logboek_anoniemeregel TO {zegel};
