"""Logging in with the account that somebody has at their own municipality (OpenID Connect)."""
