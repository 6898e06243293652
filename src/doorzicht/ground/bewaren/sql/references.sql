-- name: references
-- purpose: which column of which table refers to a row of which other table (composite keys of ProtectTable).
-- The column that carries the organisation is left out: what remains is the column that names the row.
SELECT DISTINCT child.relname AS child, att.attname AS col, parent.relname AS parent, NOT att.attnotnull AS nullable
  FROM pg_constraint con
  JOIN pg_class child ON child.oid = con.conrelid
  JOIN pg_class parent ON parent.oid = con.confrelid
  CROSS JOIN LATERAL unnest(con.conkey, con.confkey) AS k (childcol, parentcol)
  JOIN pg_attribute att ON att.attrelid = con.conrelid AND att.attnum = k.childcol
  JOIN pg_attribute ref ON ref.attrelid = con.confrelid AND ref.attnum = k.parentcol AND ref.attname = 'id'
 WHERE con.contype = 'f' AND child.relname = ANY (%(tables)s) AND parent.relname = ANY (%(tables)s)
 ORDER BY 1, 2;
