"""Items on a canvas: the only place that draws with reportlab.

The words of a page are written as one text over its grounds and rules: face and colour are named where
they change, not for each word. What is shaped is drawn glyph by glyph and carries its text as it is read, so that
searching, copying and reading aloud find the name and not its shapes.
"""

from __future__ import annotations

from codecs import BOM_UTF16_BE
from collections.abc import Iterable
from functools import cache
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from core.documents.blocks import Document
from core.documents.pdf.shaping import Cluster
from core.documents.pdf.slices import Bookmark, Item, Panel, Patch, Picture, Stroke, Words
from core.documents.pdf.style import PAGE_HEIGHT, PAGE_WIDTH, SIDE_MARGIN
from core.documents.pdf.typeface import typeface

_PROGRAM = "Kriterion"
_EDGE_WEIGHT = 0.8
_UNITS = 1000.0
_DASHES = [2, 1.5]

# Compressed streams as they are: reportlab would write them in printable signs, a quarter longer and slower.
rl_config.useA85 = 0


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
        canvas.setTitle(document.title)  # no name: lists of files and searches show titles
        canvas.setAuthor(document.header_left)
        canvas.setSubject(f"{document.header_right} · {document.printed_at}")
        canvas.setCreator(_PROGRAM)
        canvas.setProducer(_PROGRAM)
        canvas.showOutline()
        self._canvas = canvas
        canvas.setViewerPreference("DisplayDocTitle", "true")
        self._levels: list[int] = []
        self._begin_text()

    def draw(self, items: Iterable[Item], down: float = 0.0) -> None:
        """Draw items ``down`` points below their places."""
        for item in items:
            match item:
                case Words():
                    self._words(item, down)
                case Stroke():
                    self._stroke(item, down)
                case Panel():
                    self._panel(item, down)
                case Picture():
                    self._picture(item, down)
                case Patch():
                    self._patch(item, down)

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
        self._canvas.drawText(self._text)
        self._canvas.showPage()
        self._begin_text()

    def content(self) -> bytes:
        """Return the finished file."""
        self._canvas.save()
        return self._target.getvalue()

    def _begin_text(self) -> None:
        self._text = self._canvas.beginText()
        self._font = ("", 0.0)
        self._colour = ""

    def _words(self, item: Words, down: float) -> None:
        if item.clusters:
            self._shaped(item, down)
            return
        self._look(item)
        self._text.setTextOrigin(SIDE_MARGIN + item.x, PAGE_HEIGHT - down - item.y)
        self._text.textLine(item.text)

    def _look(self, item: Words) -> None:
        if self._font != (item.face, item.size):
            self._font = (item.face, item.size)
            self._text.setFont(item.face, item.size)
        if self._colour != item.colour:
            self._colour = item.colour
            self._text.setFillColor(_ink(item.colour))

    def _shaped(self, item: Words, down: float) -> None:
        for cluster in item.clusters:
            if cluster.is_plain:
                self._glyphs(item, cluster, down)
            else:
                self._glyphs_that_read(item, cluster, down)

    def _glyphs_that_read(self, item: Words, cluster: Cluster, down: float) -> None:
        """Draw the glyphs of a cluster as one span of the file that tells its text."""
        self._canvas.drawText(self._text)  # what stands before it comes before it in the file
        self._canvas.addLiteral(f"/Span <</ActualText <{_read(cluster.text)}>>> BDC")
        self._begin_text()
        self._glyphs(item, cluster, down)
        self._canvas.drawText(self._text)
        self._canvas.addLiteral("EMC")
        self._begin_text()

    def _glyphs(self, item: Words, cluster: Cluster, down: float) -> None:
        self._look(item)
        for glyph in cluster.glyphs:
            x, y = item.x + glyph.x * item.size / _UNITS, item.y - glyph.y * item.size / _UNITS
            self._text.setTextOrigin(SIDE_MARGIN + x, PAGE_HEIGHT - down - y)
            self._text.textOut(glyph.sign)

    def _stroke(self, item: Stroke, down: float) -> None:
        x, y = SIDE_MARGIN + item.x, PAGE_HEIGHT - down - item.y
        self._canvas.setStrokeColor(_ink(item.colour))
        self._canvas.setLineWidth(item.weight)
        if item.is_dashed:
            self._canvas.setDash(_DASHES)
        self._canvas.line(x, y, x + item.across, y - item.down)
        if item.is_dashed:
            self._canvas.setDash([])

    def _panel(self, item: Panel, down: float) -> None:
        self._canvas.setFillColor(_ink(item.ground))
        has_edge = bool(item.edge)
        if has_edge:
            self._canvas.setStrokeColor(_ink(item.edge))
            self._canvas.setLineWidth(_EDGE_WEIGHT)
        x, y = SIDE_MARGIN + item.x, PAGE_HEIGHT - down - item.y - item.height
        self._canvas.roundRect(x, y, item.width, item.height, item.radius, stroke=int(has_edge), fill=1)

    def _patch(self, item: Patch, down: float) -> None:
        canvas = self._canvas
        canvas.setFillColor(_ink(item.ground))
        canvas.setStrokeColor(_ink(item.edge))
        canvas.setLineWidth(_EDGE_WEIGHT * 0.75)
        canvas.setDash([2, 1.2] if item.is_dashed else [])
        path = canvas.beginPath()
        (x, y), *others = ((SIDE_MARGIN + item.x + x, PAGE_HEIGHT - down - item.y - y) for x, y in item.points)
        path.moveTo(x, y)
        for x, y in others:
            path.lineTo(x, y)
        path.close()
        canvas.drawPath(path, stroke=1, fill=1)
        canvas.setDash([])

    def _picture(self, item: Picture, down: float) -> None:
        x, y = SIDE_MARGIN + item.x, PAGE_HEIGHT - down - item.y - item.height
        self._canvas.drawImage(ImageReader(BytesIO(item.png)), x, y, item.width, item.height, mask="auto")


def _read(text: str) -> str:
    """Return a text as a PDF tells it to readers: UTF-16 in hexadecimal digits, its order marked."""
    return (BOM_UTF16_BE + text.encode("utf-16-be")).hex().upper()


@cache
def _ink(colour: str) -> Color:
    """Return a colour of the style, of which there are few."""
    return HexColor(colour)
