"""Editing: what is meant to change to a change of the text, and of no other byte."""
