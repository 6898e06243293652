"""The public room: report without an account, get a receipt, come back with it. No session, no cookie, no clock."""
