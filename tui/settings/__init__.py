"""SETTINGS: what a user prefers, from a file of their own."""
