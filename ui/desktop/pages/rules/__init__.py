"""The rule files: library, read aloud, text with its problems, examples, taking in another file."""
