"""Pasted prints of laboratories: taken apart, each line read as a typed text is; nothing is recorded here."""
