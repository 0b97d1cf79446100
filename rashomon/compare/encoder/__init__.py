"""Encoder: a small learned reader of two passages at once, run in numpy from a weights file that comes with the package."""
