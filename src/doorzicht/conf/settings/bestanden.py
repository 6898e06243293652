"""Files that people send along: where they lie, encrypted, and who looks for viruses in them."""

from doorzicht.conf.omgeving import OMGEVING

# A folder for each database, as the key store has a file for each: the clean-up of one never touches the other.
DOORZICHT_BESTANDEN = OMGEVING.bestanden / OMGEVING.database_naam

# clamd: "unix:/run/clamav/clamd.ctl" or "tcp:host:3310". Empty: nobody looks (docs/beheer/bestanden.md).
DOORZICHT_SCANNER = OMGEVING.scanner
DOORZICHT_SCANNER_SECONDEN = 10
