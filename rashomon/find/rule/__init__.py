"""How rules are read off a parse: one module for each way of saying that one thing leads to another."""
