"""Pasted results: a print line by line, what is asked of it, and what it would change."""
