"""The paper as it will be saved and printed: QtPdf shows the bytes themselves."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

_DOTS = 300
_POINTS = 72


class PaperView(QPdfView):
    """Shows one paper, or nothing: what another patient left is gone before the next is made."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # No child of the view: a document that is open tells of its closing, and a view whose end begins with its
        # children is asked for its viewport then, which ends the process.
        self._paper = QPdfDocument()
        self._buffer = QBuffer(self._paper)
        self.setDocument(self._paper)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        around = self.palette()  # Qt lays pages on a dark ground; here the paper is what stands out
        around.setColor(QPalette.ColorRole.Dark, around.color(QPalette.ColorRole.AlternateBase))
        self.setPalette(around)

    def show_paper(self, pdf: bytes, words: str) -> None:
        """Show a paper; ``words`` name it for readers who cannot see it."""
        self.clear()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._paper.load(self._buffer)
        self.setAccessibleName(words)

    def clear(self) -> None:
        """Show nothing."""
        self._paper.close()
        self._buffer.close()
        self._buffer.setData(QByteArray())
        self.setAccessibleName("")

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return self._paper.pageCount()

    def text(self) -> str:
        """Return the text of the pages that are shown."""
        return "\n".join(self._paper.getAllText(page).text() for page in range(self.pages))

    def print_to(self, printer: QPrinter) -> bool:
        """Print the pages that are shown, at 300 dots an inch; False where the printer takes nothing."""
        printer.setResolution(_DOTS)
        painter = QPainter()
        if not painter.begin(printer):
            return False
        for page in range(self.pages):
            if page:
                printer.newPage()
            size = self._paper.pagePointSize(page)
            dots = QSize(round(size.width() * _DOTS / _POINTS), round(size.height() * _DOTS / _POINTS))
            picture = QPixmap.fromImage(self._paper.render(page, dots))
            painter.drawPixmap(painter.viewport(), picture)
        painter.end()
        return True
