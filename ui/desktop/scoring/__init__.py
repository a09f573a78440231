"""The panel of a score: items, conclusion, what is on record, and one button that records."""
