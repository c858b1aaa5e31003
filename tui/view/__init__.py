"""What is shown: pure values, no widgets."""
