"""Writing a rule file: the text is the truth; beside it is read aloud, as fields, tried."""
