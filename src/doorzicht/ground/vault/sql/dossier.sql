-- The dossier itself stands behind the same wall as its rows; its own id is the dossier.
ALTER TABLE vault_dossier ENABLE ROW LEVEL SECURITY;
CREATE POLICY vault_dossier_lezen ON vault_dossier FOR SELECT TO {app} USING (
    compartiment = ANY ((SELECT ctx.compartimenten())::text[])
    AND (organisatie_id = ANY ((SELECT ctx.organisaties())::text[])
         OR id = ANY ((SELECT ctx.toegekend())::uuid[]))
    AND NOT (id = ANY ((SELECT ctx.uitgesloten())::uuid[])));
CREATE POLICY vault_dossier_invoegen ON vault_dossier FOR INSERT TO {app} WITH CHECK (
    compartiment = ANY ((SELECT ctx.compartimenten())::text[])
    AND organisatie_id = ANY ((SELECT ctx.organisaties())::text[]));
-- The recusal is said here again: an UPDATE without a condition needs no right to read, and would destroy keys.
CREATE POLICY vault_dossier_wijzigen ON vault_dossier FOR UPDATE TO {app} USING (
    compartiment = ANY ((SELECT ctx.compartimenten())::text[])
    AND organisatie_id = ANY ((SELECT ctx.organisaties())::text[])
    AND NOT (id = ANY ((SELECT ctx.uitgesloten())::uuid[])));
-- A dossier never changes owner or compartment and is never removed: what is left is that it was destroyed.
GRANT SELECT, INSERT ON vault_dossier TO {app};
GRANT UPDATE (ingepakt, sleutelversie, bewaarregel, vernietigen_op, vernietigd_op) ON vault_dossier TO {app};
