"""How the cast of the tests logs in. One password and one second-factor secret for everybody: nobody here exists."""

PASSWORD = "een-wachtwoord-voor-de-tests"
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
