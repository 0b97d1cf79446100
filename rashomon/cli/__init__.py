"""The commands: one a file, each calling one library function of the same name."""
