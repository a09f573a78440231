"""Rule files put to the test: their worked examples run, boundary patients at every limit."""
