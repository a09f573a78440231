"""Makes of the program a folder that starts without Python, with its papers."""
