"""What is allowed and probably not meant: one lint a file, found by walking this folder.

A percentage change without its word is refused by the parser already, so it needs no lint.
"""
