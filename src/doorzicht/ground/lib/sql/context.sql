-- The context every row-level policy reads. Set per transaction by ctx.enter(), gone at its end.
-- Without it every function answers an empty array, so that a forgotten context shows no row.
CREATE SCHEMA ctx;
GRANT USAGE ON SCHEMA ctx TO {app}, {zegel}, {herken};

CREATE FUNCTION ctx.organisaties() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
SET search_path = pg_catalog AS $$
    SELECT coalesce(string_to_array(nullif(current_setting('dz.organisaties', true), ''), ','), '{{}}'::text[])
$$;

CREATE FUNCTION ctx.compartimenten() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
SET search_path = pg_catalog AS $$
    SELECT coalesce(string_to_array(nullif(current_setting('dz.compartimenten', true), ''), ','), '{{}}'::text[])
$$;

CREATE FUNCTION ctx.medewerker() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
SET search_path = pg_catalog AS $$
    SELECT nullif(current_setting('dz.medewerker', true), '')::uuid
$$;

-- Dossiers of another organisation that were opened to this person for a while (an invitation to a meeting).
CREATE FUNCTION ctx.toegekend() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
SET search_path = pg_catalog AS $$
    SELECT coalesce(nullif(current_setting('dz.toegekend', true), '')::uuid[], '{{}}'::uuid[])
$$;

-- Dossiers this person is shut out of (recusal).
CREATE FUNCTION ctx.uitgesloten() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
SET search_path = pg_catalog AS $$
    SELECT coalesce(nullif(current_setting('dz.uitgesloten', true), '')::uuid[], '{{}}'::uuid[])
$$;
