"""The words of each language: what is shown, what is read when it is typed or pasted, from ``resources/phrases``."""
