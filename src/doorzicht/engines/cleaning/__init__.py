"""Cleaning: make a new file out of what somebody sent, with what they meant to send and nothing else.

Plain Python over well-kept parsers. Whoever calls gets a kind and new bytes, or `Onbruikbaar` with a code.
"""

from doorzicht.engines.cleaning.run import clean
from doorzicht.engines.cleaning.types import EXTENSIES, MAX_IN, MIME, Onbruikbaar, Schoon, Soort

__all__ = ["EXTENSIES", "MAX_IN", "MIME", "Onbruikbaar", "Schoon", "Soort", "clean"]
