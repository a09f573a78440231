"""What the program says and how it writes dates and numbers, in each language."""
