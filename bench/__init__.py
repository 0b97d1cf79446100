"""Speed: the whole path against the bare parse, and stages against peers, in the same run."""
