"""The logo of the letterhead: chosen from a picture, made small, shown as it will be printed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QImageReader, QImageWriter, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from core.language.phrases import Phrases
from ui.desktop.widgets.frames import row

_MOST_WIDTH, _MOST_HEIGHT = 1200, 400
"""Pixels: more than 300 dots an inch on the 60 by 15 mm a letterhead gives it."""
_SHOWN_HEIGHT = 48
_MOST_MEGABYTES = 64


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
        pixmap.loadFromData(png)
        self.picture.setPixmap(pixmap.scaledToHeight(_SHOWN_HEIGHT) if png else QPixmap())
        self.picture.setVisible(bool(png))
        self.remove.setVisible(bool(png))

    def take(self, path: Path) -> None:
        """Read a picture of any usual kind and make it a small PNG."""
        reader = QImageReader(str(path))
        reader.setAutoTransform(True)
        QImageReader.setAllocationLimit(_MOST_MEGABYTES)
        image = reader.read()
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
        path, _ = QFileDialog.getOpenFileName(self, "", "", "*.png *.jpg *.jpeg *.svg *.bmp *.webp")
        if path:
            self.take(Path(path))
