"""Boundary patients made by the program: what is put on record to stand at an edge of a sentence."""
