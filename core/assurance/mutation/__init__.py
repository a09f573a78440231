"""Mutation score: each word of a condition changed in turn, and whether the worked examples notice."""
