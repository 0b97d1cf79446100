"""Actors: the gazetteer's entries as TOML, and what an entry may hold."""
