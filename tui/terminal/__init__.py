"""The terminal: what it can do and how it is left."""
