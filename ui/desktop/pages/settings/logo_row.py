"""The logo of the letterhead: chosen from a picture, made small, shown as it will be printed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from core.language.phrases import Phrases
from core.regular_files import read_regular
from ui.desktop.widgets.frames import row

_MOST_WIDTH, _MOST_HEIGHT = 1200, 400
"""Pixels: more than 300 dots an inch on the 60 by 15 mm a letterhead gives it."""
_SHOWN_HEIGHT = 48
_MOST_MEGABYTES = 64
_MOST_BYTES = 16 * 1024 * 1024
_KINDS = ((b"\x89PNG", b"png"), (b"\xff\xd8\xff", b"jpeg"), (b"BM", b"bmp"), (b"RIFF", b"webp"))
"""How pictures begin that are nothing but pixels. A drawing (SVG) can name other files and would read them."""


class LogoRow(QWidget):
    """Says which picture was chosen, as PNG, or that there is to be none."""

    chosen = Signal(bytes)
    refused = Signal(str)
    removed = Signal()

    def __init__(self, phrases: Phrases, png: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = row(self)
        self.picture = QLabel()
        self.choose = QPushButton(phrases.say("settings-logo-choose"))
        self.remove = QPushButton(phrases.say("settings-logo-remove"))
        line.addWidget(self.picture)
        line.addWidget(self.choose)
        line.addWidget(self.remove)
        line.addStretch(1)
        self.setFocusProxy(self.choose)
        self.show_logo(png)
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(self.removed)

    def show_logo(self, png: bytes) -> None:
        """Show the logo that is kept."""
        pixmap = QPixmap()
        is_shown = bool(png) and pixmap.loadFromData(png, "PNG")
        self.picture.setPixmap(pixmap.scaledToHeight(_SHOWN_HEIGHT) if is_shown else QPixmap())
        self.picture.setVisible(is_shown)
        self.remove.setVisible(bool(png))

    def take(self, path: Path) -> None:
        """Read a picture of any usual kind and make it a small PNG."""
        image = _picture(path)
        if image.isNull():
            self.refused.emit(path.name)
            return
        if image.width() > _MOST_WIDTH or image.height() > _MOST_HEIGHT:
            kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            image = image.scaled(_MOST_WIDTH, _MOST_HEIGHT, kept, smooth)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        self.chosen.emit(buffer.data().data())

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, "", "", "*.png *.jpg *.jpeg *.bmp *.webp")
        if path:
            self.take(Path(path))


def _picture(path: Path) -> QImage:
    """Return the picture in a file, none where it is no file, too large, or of another kind."""
    try:
        content = read_regular(path, _MOST_BYTES)
    except OSError:
        return QImage()
    kind = next((kind for begin, kind in _KINDS if content.startswith(begin)), b"")
    if not kind:
        return QImage()
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(_MOST_MEGABYTES)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)  # what it begins with is what it is read as
    reader.setAutoTransform(True)
    return reader.read()
