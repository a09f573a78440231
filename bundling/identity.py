"""What the system shows of the program: its icon at all sizes, its version, the files it opens."""

from __future__ import annotations

import io
import sys
from collections.abc import Mapping
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from bundling.contents import ROOT
from core.program import VERSION

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Pixels of an edge, as the hicolor theme of Linux has them; Windows and macOS take theirs from the same drawing."""
DRAWING = ROOT / "resources" / "icons" / "app.svg"
PLACE = ROOT / "build" / "identity"
_ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
_LARGEST = 1024
TYPES = {"rules": "Kriterion rule files", "patient": "Kriterion patient file"}
"""Behind ``kriterion-``: the endings that belong to this program alone, of signed packs and of patient files."""

INFO_PLIST: Mapping[str, object] = {
    "CFBundleShortVersionString": VERSION,
    "CFBundleVersion": VERSION,
    "LSMinimumSystemVersion": "14.0",  # PySide6 6.12 has no wheel for an older one
    "NSHighResolutionCapable": True,
    "UTExportedTypeDeclarations": [
        {
            "UTTypeIdentifier": f"org.kriterion.{name}",
            "UTTypeDescription": words,
            "UTTypeConformsTo": ["public.data"],
            "UTTypeTagSpecification": {"public.filename-extension": [f"kriterion-{name}"]},
        }
        for name, words in TYPES.items()
    ],
    "CFBundleDocumentTypes": [
        {"CFBundleTypeName": words, "CFBundleTypeRole": "Viewer", "LSItemContentTypes": [f"org.kriterion.{name}"]}
        for name, words in TYPES.items()
    ],
}


def drawn(edge: int) -> bytes:
    """Return the icon as a PNG of this many pixels an edge."""
    image = QImage(edge, edge, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(content.data())


def icon_for(platform: str) -> str | None:
    """Make the icon file that an executable of this system carries, and return its place; None on Linux."""
    ending = {"win32": "ico", "darwin": "icns"}.get(platform)
    if ending is None:
        return None
    PLACE.mkdir(parents=True, exist_ok=True)
    place = PLACE / f"kriterion.{ending}"
    with Image.open(io.BytesIO(drawn(_LARGEST))) as largest:
        largest.save(place, sizes=[(each, each) for each in _ICO_SIZES])
    return str(place)


def write_icons(theme: Path) -> None:
    """Write the icon at every size below a folder of icons (``share/icons/hicolor``)."""
    for edge in SIZES:
        place = theme / f"{edge}x{edge}" / "apps" / "kriterion.png"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(drawn(edge))
    scalable = theme / "scalable" / "apps" / "kriterion.svg"
    scalable.parent.mkdir(parents=True, exist_ok=True)
    scalable.write_bytes(DRAWING.read_bytes())


def version_resource(platform: str) -> str | None:
    """Write what Windows shows of an executable as its version, and return its place; None elsewhere."""
    if platform != "win32":
        return None
    PLACE.mkdir(parents=True, exist_ok=True)
    numbers = ", ".join((*VERSION.split("."), "0"))
    words = {
        "FileDescription": "Kriterion",
        "ProductName": "Kriterion",
        "ProductVersion": VERSION,
        "FileVersion": VERSION,
    }
    told = ", ".join(f"StringStruct({key!r}, {text!r})" for key, text in words.items())
    place = PLACE / "version.txt"
    place.write_text(
        f"VSVersionInfo(ffi=FixedFileInfo(filevers=({numbers}), prodvers=({numbers})), kids=["
        f"StringFileInfo([StringTable('040904B0', [{told}])]),"
        " VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n",
        encoding="utf-8",
    )
    return str(place)


if __name__ == "__main__":
    write_icons(Path(sys.argv[1]))
