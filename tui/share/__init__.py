"""Other terminals: what a presenter shows, for those who follow on the same host."""
