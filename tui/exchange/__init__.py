"""Other formats: one file a format, records in, text out. Pure."""
