"""Pasted prints of laboratories: taken apart line by line, each line read as a typed text is; nothing is recorded here."""
