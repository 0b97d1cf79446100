"""Amounts of news sentences of our own, and how they are measured."""
