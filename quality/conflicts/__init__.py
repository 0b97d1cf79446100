"""The learned reader of pairs: its weights, made ready to ship."""
