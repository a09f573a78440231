"""Truth alone, exact and quick: one number for a condition, no reasons; with explaining it shares the values alone."""
