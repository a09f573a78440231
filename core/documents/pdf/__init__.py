"""Papers as PDF: blocks are set into slices, slices into pages, and pages are drawn with reportlab."""

from __future__ import annotations

from core.documents.pdf.rendering import render_pdf

__all__ = ["render_pdf"]
