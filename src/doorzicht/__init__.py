"""Doorzicht: the municipal plan against human trafficking, carried out."""
