"""One file to pages: its bytes decoded, hashed and kept."""
