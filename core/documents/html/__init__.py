"""Papers as HTML: one file that needs nothing else, made for screen readers."""

from __future__ import annotations

from core.documents.html.rendering import render_html

__all__ = ["render_html"]
