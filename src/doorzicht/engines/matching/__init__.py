"""Normalisers: two spellings of one phone number, plate, account or address become the same text."""
