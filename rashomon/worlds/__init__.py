"""Worlds: run what the pages say, one voice, one outlet or all of them merged."""
