"""The pages; no page imports another."""
