"""Deeds of violence and who is held responsible: their words, the groups an article names, and what is said of them."""
