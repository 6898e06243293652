"""Measuring: a stand of its own, a calibrator, processor time counted on both sides of the socket."""
