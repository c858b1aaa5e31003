"""Wiring: each screen with its style sheet beside it."""
