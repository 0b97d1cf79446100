"""Times: what an expression says, and the days it covers."""
