"""Conditions as text: the canonical sentence of the language, and the same read aloud in words."""
