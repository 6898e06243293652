-- The versions of the master key, and the marks of what belongs to this database. Only the owner writes them.
INSERT INTO vault_hoofdsleutel (versie, begonnen_op, gereed_op) VALUES (1, now(), now());
ALTER TABLE vault_dossier ADD CONSTRAINT vault_dossier_sleutelversie
    FOREIGN KEY (sleutelversie) REFERENCES vault_hoofdsleutel (versie);
GRANT SELECT ON vault_hoofdsleutel, vault_sleutelmerk TO {app}, {zegel};
