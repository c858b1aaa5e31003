"""The file: YAML text to a timeline, and where each field stands in it."""
