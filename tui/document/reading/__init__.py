"""Reading: the bytes of a file to its records, and what is wrong with it to a person's words."""
