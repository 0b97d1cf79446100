"""Measuring: predictions in the schemas of public gold sets, and gates with pinned floors."""
