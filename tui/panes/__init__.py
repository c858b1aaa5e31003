"""Drawing: one widget a file, on one shared line-drawn list."""
