"""Screens of the functional manager: accounts, and who takes over from whoever leaves."""
