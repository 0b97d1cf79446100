"""Find: one parsed article to findings, each with its citation, voice and status."""
