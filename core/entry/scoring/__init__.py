"""A score asked input by input: its answers, what they say, and what on record speaks of them."""
