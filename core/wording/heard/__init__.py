"""A whole rule file read aloud: every key that its author wrote is heard, each part on a line of its own."""
