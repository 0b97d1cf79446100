"""One module a gold set: from its inputs to predictions, through the same stages as ``rashomon read``."""
