"""Figures: amounts as written, their units and what they measure."""
