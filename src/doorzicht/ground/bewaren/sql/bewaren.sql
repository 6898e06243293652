-- Lists and proofs belong to an organisation and not to a dossier: they outlive it. Each organisation sees its own.
ALTER TABLE bewaren_vernietigingslijst ADD CONSTRAINT bewaren_vernietigingslijst_eigen UNIQUE (id, organisatie_id);
ALTER TABLE bewaren_lijstregel ADD CONSTRAINT bewaren_lijstregel_lijst_eigen
    FOREIGN KEY (lijst_id, organisatie_id) REFERENCES bewaren_vernietigingslijst (id, organisatie_id);
ALTER TABLE bewaren_bevestiging ADD CONSTRAINT bewaren_bevestiging_lijst_eigen
    FOREIGN KEY (lijst_id, organisatie_id) REFERENCES bewaren_vernietigingslijst (id, organisatie_id);

ALTER TABLE bewaren_vernietigingslijst ENABLE ROW LEVEL SECURITY;
CREATE POLICY bewaren_vernietigingslijst_eigen ON bewaren_vernietigingslijst TO {app}
    USING (organisatie_id = ANY ((SELECT ctx.organisaties())::text[]));
GRANT SELECT, INSERT, UPDATE (status) ON bewaren_vernietigingslijst TO {app};

ALTER TABLE bewaren_lijstregel ENABLE ROW LEVEL SECURITY;
CREATE POLICY bewaren_lijstregel_eigen ON bewaren_lijstregel TO {app}
    USING (organisatie_id = ANY ((SELECT ctx.organisaties())::text[]));
GRANT SELECT, INSERT, UPDATE (uitkomst, aangehouden_reden, aangehouden_door) ON bewaren_lijstregel TO {app};

-- Whoever confirms does so in their own name, and nobody takes a confirmation or a proof back.
ALTER TABLE bewaren_bevestiging ENABLE ROW LEVEL SECURITY;
CREATE POLICY bewaren_bevestiging_lezen ON bewaren_bevestiging FOR SELECT TO {app}
    USING (organisatie_id = ANY ((SELECT ctx.organisaties())::text[]));
CREATE POLICY bewaren_bevestiging_invoegen ON bewaren_bevestiging FOR INSERT TO {app}
    WITH CHECK (organisatie_id = ANY ((SELECT ctx.organisaties())::text[])
                AND medewerker_id = (SELECT ctx.medewerker()));
GRANT SELECT, INSERT ON bewaren_bevestiging TO {app};

ALTER TABLE bewaren_vernietigingsbewijs ENABLE ROW LEVEL SECURITY;
CREATE POLICY bewaren_vernietigingsbewijs_eigen ON bewaren_vernietigingsbewijs TO {app}
    USING (organisatie_id = ANY ((SELECT ctx.organisaties())::text[]));
GRANT SELECT, INSERT ON bewaren_vernietigingsbewijs TO {app};
