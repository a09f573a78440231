"""Papers as PDF: blocks are set into slices, slices into pages, and pages are drawn with reportlab."""

from __future__ import annotations

from core.documents.blocks import Document


def render_pdf(document: Document) -> bytes:
    """Return a paper as PDF, the same bytes for the same paper.

    reportlab and what it draws pictures with are imported with the first paper: they hold 17 MB, and most of what a
    program is started for is not printed.
    """
    from core.documents.pdf.rendering import render_pdf as rendered

    return rendered(document)
