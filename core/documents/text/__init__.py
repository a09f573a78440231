"""Papers as plain text, for the terminal."""

from __future__ import annotations

from core.documents.text.rendering import render_text

__all__ = ["render_text"]
