"""What leaves the program as structured text: answers as JSON."""

from __future__ import annotations
