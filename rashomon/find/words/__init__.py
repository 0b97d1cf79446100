"""Words: the lexicons of the find stages, as data with an example on each entry."""
