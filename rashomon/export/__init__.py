"""Export: a case in the formats of other tools."""
