"""Worlds: run what the pages say, one voice, one outlet or all of them merged."""

from rashomon.worlds.run import run

__all__ = ["run"]
