"""The program's name and version, as papers and answers print them."""

from __future__ import annotations

VERSION = "1.0.0"
PROGRAM = f"Kriterion {VERSION}"
