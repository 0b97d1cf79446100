"""Compare: what is told more than once, and whether the tellings agree, conflict or merely differ."""
