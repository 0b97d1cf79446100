"""Case: a folder with all that is known about one affair, and what can be asked of it."""
