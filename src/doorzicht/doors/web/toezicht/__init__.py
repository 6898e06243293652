"""Screens of oversight, across the wings: what must be destroyed, and who did what."""
