"""What happened: dates, records, the timeline and its links. Pure."""
