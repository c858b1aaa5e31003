"""The chart of lanes over time: pure, from a view and a size to lines of cells."""
