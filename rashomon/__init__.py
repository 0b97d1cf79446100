"""Rashomon: what the tellings of one affair say, on whose word, and where they conflict."""

__version__ = "0.1.0"
