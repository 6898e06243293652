"""Screens of what was released, across the wings: the register of a municipality, and what somebody received."""
