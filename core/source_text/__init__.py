"""Strict YAML with positions, the problems found in it, and the caret that shows them."""
