"""Items on a canvas: the only place that draws with reportlab."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from core.documents.blocks import Document
from core.documents.pdf.slices import Bookmark, Item, Panel, Stroke, Words
from core.documents.pdf.style import PAGE_HEIGHT, PAGE_WIDTH, SIDE_MARGIN
from core.documents.pdf.typeface import typeface

_PROGRAM = "Kriterion"
_EDGE_WEIGHT = 0.8


class Sheet:
    """A PDF being drawn, page by page; places are points from the upper left text corner, downwards."""

    def __init__(self, document: Document) -> None:
        """Begin a PDF with the paper's title, author, language and instant of printing."""
        self._target = BytesIO()
        canvas = Canvas(
            self._target,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            pageCompression=1,
            invariant=1,
            initialFontName=typeface().regular.name,  # else reportlab names Helvetica in every file
            lang=document.language,
        )
        canvas.setTitle(f"{document.title} · {document.patient.text}")
        canvas.setAuthor(document.header_left)
        canvas.setSubject(f"{document.header_right} · {document.printed_at}")
        canvas.setCreator(_PROGRAM)
        canvas.setProducer(_PROGRAM)
        canvas.showOutline()
        self._canvas = canvas
        canvas.setViewerPreference("DisplayDocTitle", "true")
        self._levels: list[int] = []

    def draw(self, items: Iterable[Item]) -> None:
        """Draw items at their places."""
        for item in items:
            match item:
                case Words():
                    self._words(item)
                case Stroke():
                    self._stroke(item)
                case Panel():
                    self._panel(item)

    def mark(self, bookmark: Bookmark, down: float) -> None:
        """Enter a heading in the outline; a level is at most one below its predecessor's."""
        above = self._levels[-1] if self._levels else -1
        level = min(bookmark.level - 1, above + 1)
        key = f"heading-{len(self._levels)}"
        self._levels.append(level)
        self._canvas.bookmarkHorizontal(key, 0, PAGE_HEIGHT - down)
        self._canvas.addOutlineEntry(bookmark.text, key, level)

    def turn(self) -> None:
        """End the page."""
        self._canvas.showPage()

    def content(self) -> bytes:
        """Return the finished file."""
        self._canvas.save()
        return self._target.getvalue()

    def _words(self, item: Words) -> None:
        self._canvas.setFillColor(HexColor(item.colour))
        self._canvas.setFont(item.face, item.size)
        self._canvas.drawString(SIDE_MARGIN + item.x, PAGE_HEIGHT - item.y, item.text)

    def _stroke(self, item: Stroke) -> None:
        x, y = SIDE_MARGIN + item.x, PAGE_HEIGHT - item.y
        self._canvas.setStrokeColor(HexColor(item.colour))
        self._canvas.setLineWidth(item.weight)
        self._canvas.line(x, y, x + item.across, y - item.down)

    def _panel(self, item: Panel) -> None:
        self._canvas.setFillColor(HexColor(item.ground))
        has_edge = bool(item.edge)
        if has_edge:
            self._canvas.setStrokeColor(HexColor(item.edge))
            self._canvas.setLineWidth(_EDGE_WEIGHT)
        x, y = SIDE_MARGIN + item.x, PAGE_HEIGHT - item.y - item.height
        self._canvas.roundRect(x, y, item.width, item.height, item.radius, stroke=int(has_edge), fill=1)
