"""A paper as PDF."""

from __future__ import annotations

from dataclasses import replace

from core.documents.blocks import Document, Paragraph, muted
from core.documents.pdf.drawing import Sheet
from core.documents.pdf.furniture import furniture, has_whole_footer
from core.documents.pdf.glyphs import printable
from core.documents.pdf.layout import slices_of
from core.documents.pdf.pages import paginated
from core.documents.pdf.slices import scaled
from core.documents.pdf.style import LINE_WIDTH


def render_pdf(document: Document) -> bytes:
    """Return the paper as a PDF of A4 pages: the same bytes for the same document.

    No clock, file or socket is touched but the bundled fonts, once. Values are drawn, never read as markup.
    """
    paper = _with_whole_footer(printable(document))
    frame = furniture(paper)
    scale = paper.body_scale
    pages = paginated(slices_of(paper, LINE_WIDTH / scale), frame.body_height / scale)
    sheet = Sheet(paper)
    for number, page in enumerate(pages, start=1):
        sheet.draw(frame.items(number, len(pages)))
        for placed in page:
            down = frame.body_top + placed.down * scale
            sheet.draw((scaled(item, scale) for item in placed.piece.items), down)
            if placed.piece.bookmark is not None:
                sheet.mark(placed.piece.bookmark, down)
        sheet.turn()
    return sheet.content()


def _with_whole_footer(paper: Document) -> Document:
    """Print a footer that is too long for every page once more, whole, at the end."""
    if has_whole_footer(paper):
        return paper
    notes = tuple(Paragraph(muted(note)) for note in paper.footer)
    return replace(paper, blocks=(*paper.blocks, *notes))
