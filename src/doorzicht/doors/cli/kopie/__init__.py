"""Backup and restore: one encrypted file of database and files, and the copy of the key store beside it.

See docs/decisions/0097 for the order of things and why they fit each other.
"""
