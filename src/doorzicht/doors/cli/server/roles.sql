-- name: roles
-- purpose: make the database and the roles of the application; may run again at any time.
-- Variables (psql): db, eigenaar, app, zegel, herken; with_passwords = 1 takes passwords from the environment.
\set ON_ERROR_STOP 1
\set QUIET 1
SET client_min_messages = warning;

-- The owner changes the schema. It inherits nothing: what it may do as `herken` it must ask for (SET ROLE).
SELECT format('CREATE ROLE %I', r) FROM unnest(ARRAY[:'eigenaar', :'app', :'zegel', :'herken']) AS r
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r) \gexec
ALTER ROLE :"eigenaar" LOGIN NOINHERIT CREATEDB NOCREATEROLE;
-- The application and the sealer own nothing and step over no policy.
ALTER ROLE :"app"      LOGIN NOINHERIT NOCREATEDB NOCREATEROLE;
ALTER ROLE :"zegel"    LOGIN NOINHERIT NOCREATEDB NOCREATEROLE;
-- Owns the reviewed SECURITY DEFINER functions; nobody can log in as it.
ALTER ROLE :"herken"   NOLOGIN NOINHERIT NOCREATEDB NOCREATEROLE;

\if :with_passwords
\getenv wachtwoord_eigenaar DOORZICHT_WACHTWOORD_EIGENAAR
\getenv wachtwoord_app DOORZICHT_WACHTWOORD_APP
\getenv wachtwoord_zegel DOORZICHT_WACHTWOORD_ZEGEL
ALTER ROLE :"eigenaar" PASSWORD :'wachtwoord_eigenaar';
ALTER ROLE :"app"      PASSWORD :'wachtwoord_app';
ALTER ROLE :"zegel"    PASSWORD :'wachtwoord_zegel';
\endif

-- From PostgreSQL 16 on a membership says itself what it gives; on 15 NOINHERIT of the role says it.
SELECT current_setting('server_version_num')::int >= 160000 AS from_16,
       current_setting('server_version_num')::int >= 170000 AS from_17,
       NOT rolsuper AS no_superuser FROM pg_roles WHERE rolname = current_user \gset
\if :from_16
GRANT :"herken" TO :"eigenaar" WITH INHERIT FALSE, SET TRUE;
\else
GRANT :"herken" TO :"eigenaar";
\endif
-- An administrator who is no superuser may give a database to a role only as its member.
\if :no_superuser
GRANT :"eigenaar" TO CURRENT_USER;
\endif

-- The schema changes hands before the database does: afterwards such an administrator would own neither.
SELECT format('CREATE DATABASE %I TEMPLATE template0 ENCODING ''UTF8''', :'db')
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'db') \gexec
\connect :"db"
SET client_min_messages = warning;
ALTER SCHEMA public OWNER TO :"eigenaar";
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
ALTER DATABASE :"db" OWNER TO :"eigenaar";
REVOKE ALL ON DATABASE :"db" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"db" TO :"app", :"zegel";

-- No transaction may keep the sealer waiting for longer than 30 seconds.
ALTER ROLE :"app" SET idle_in_transaction_session_timeout = '30s';
\if :from_17
ALTER ROLE :"app" SET transaction_timeout = '30s';
\else
ALTER ROLE :"app" SET statement_timeout = '30s';
\endif

-- An error quotes what was typed, and the statement beside it holds every value: neither belongs in the server's log.
-- Only a superuser may set this; an administrator who is none does it as docs/beheer/starten.md says.
\if :no_superuser
\else
ALTER ROLE :"eigenaar" SET log_min_messages = 'log';
ALTER ROLE :"app"      SET log_min_messages = 'log';
ALTER ROLE :"zegel"    SET log_min_messages = 'log';
\endif
