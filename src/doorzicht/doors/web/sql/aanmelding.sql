-- name: aanmelding
-- purpose: an active account, with its organisation, the roles it holds there on a day, and whether it has a second
-- factor. Asked on every page, so it is written out: putting the same question together anew takes longer than asking.
SELECT {medewerker}, {organisatie},
       ARRAY(SELECT DISTINCT a.rol FROM organisaties_aanstelling a
              WHERE a.medewerker_id = m.id AND a.organisatie_id = m.organisatie_id
                AND a.vanaf <= %(dag)s AND (a.tot IS NULL OR a.tot >= %(dag)s)),
       EXISTS (SELECT FROM mfa_authenticator f WHERE f.user_id = m.id AND f.type IN ('totp', 'webauthn'))
  FROM organisaties_medewerker m JOIN organisaties_organisatie o ON o.code = m.organisatie_id
 WHERE m.id = %(id)s AND m.is_active;
