"""The paper as it will be saved and printed: QtPdf shows the bytes themselves."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractSlider, QPlainTextEdit, QTabWidget, QWidget
from typing_extensions import override

from core.language.phrases import Phrases
from ui.desktop.widgets.frames import only_bar_takes_focus

_DOTS = 300
_POINTS = 72
_Step = QAbstractSlider.SliderAction
_SCROLLS = {
    Qt.Key.Key_Up: _Step.SliderSingleStepSub,
    Qt.Key.Key_Down: _Step.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _Step.SliderPageStepSub,
    Qt.Key.Key_PageDown: _Step.SliderPageStepAdd,
}


class PaperView(QPdfView):
    """Shows one paper, or nothing: what another patient left is gone before the next is made."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # No child of the view: a document that is open tells of its closing, and a view whose end begins with its
        # children is asked for its viewport then, which ends the process.
        self._paper = QPdfDocument()
        self._buffer = QBuffer(self._paper)
        self.setDocument(self._paper)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a picture to readers who cannot see it: ``PaperTabs`` is the stop
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        around = self.palette()  # Qt lays pages on a dark ground; here the paper is what stands out
        around.setColor(QPalette.ColorRole.Dark, around.color(QPalette.ColorRole.AlternateBase))
        self.setPalette(around)

    def show_paper(self, pdf: bytes) -> None:
        """Show a paper."""
        self.clear()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._paper.load(self._buffer)

    def clear(self) -> None:
        """Show nothing."""
        self._paper.close()
        self._buffer.close()
        self._buffer.setData(QByteArray())

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return self._paper.pageCount()

    def text(self) -> str:
        """Return the text of the pages that are shown."""
        return "\n".join(self._paper.getAllText(page).text() for page in range(self.pages))

    def print_to(self, printer: QPrinter) -> bool:
        """Print the pages that are wanted, at 300 dots an inch; False where the printer takes nothing.

        In their real size where the sheet has room for it, else smaller; never stretched.
        """
        printer.setResolution(_DOTS)
        printer.setFullPage(True)
        painter = QPainter()
        if not painter.begin(printer):
            return False
        for at, page in enumerate(self._wanted(printer)):
            if at:
                printer.newPage()
            size = self._paper.pagePointSize(page)
            dots = QSize(round(size.width() * _DOTS / _POINTS), round(size.height() * _DOTS / _POINTS))
            picture = QPixmap.fromImage(self._paper.render(page, dots))
            painter.drawPixmap(_placed(dots, painter.viewport()), picture)
        painter.end()
        return True

    def _wanted(self, printer: QPrinter) -> range:
        """Return the pages that somebody chose, all of them where nobody did or none of those is there."""
        first, last = printer.fromPage(), printer.toPage()
        if printer.printRange() is QPrinter.PrintRange.CurrentPage:
            first = last = self.pageNavigator().currentPage() + 1
        chosen = range(max(first, 1) - 1, min(last or self.pages, self.pages))
        return chosen or range(self.pages)


def _placed(size: QSize, sheet: QRect) -> QRect:
    """Return where a page stands on a sheet: whole, in the middle, as large as it is or as the sheet takes."""
    fitting = size if size.width() <= sheet.width() and size.height() <= sheet.height() else None
    shown = fitting or size.scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (sheet.width() - shown.width()) // 2, (sheet.height() - shown.height()) // 2
    return QRect(sheet.left() + left, sheet.top() + top, shown.width(), shown.height())


class PaperTabs(QTabWidget):
    """The paper as pages, and its text, which can be walked and read out. On the tabs Up, Down and page keys scroll."""

    def __init__(self, phrases: Phrases, parent: QWidget) -> None:
        super().__init__(parent)
        only_bar_takes_focus(self)
        self.pages = PaperView(self)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.addTab(self.pages, phrases.say("documents-pages"))
        self.addTab(self.text, phrases.say("documents-text"))

    def show_paper(self, pdf: bytes, text: str, words: str) -> None:
        """Show a paper; ``words`` say whose it is and when it was made."""
        self.pages.show_paper(pdf)
        self.text.setPlainText(text)
        self.text.setAccessibleName(words)

    def clear_paper(self) -> None:
        """Show nothing."""
        self.pages.clear()
        self.text.clear()
        self.text.setAccessibleName("")

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        step = _SCROLLS.get(Qt.Key(event.key()))
        if step is None or self.currentWidget() is not self.pages:
            super().keyPressEvent(event)
        else:
            self.pages.verticalScrollBar().triggerAction(step)
