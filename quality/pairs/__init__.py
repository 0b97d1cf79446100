"""Pairs of tellings of our own: conflicts and what only looks like one, with a gate."""
