"""The laboratory's own program: ``python -m tests.keys.laboratory FILE`` holds a print in the clipboard to its end."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

HOLDS = "holds"
"""What it says once the clipboard is its own."""

if __name__ == "__main__":
    app = QGuiApplication(sys.argv[:1])
    QGuiApplication.clipboard().setText(Path(sys.argv[1]).read_text(encoding="utf-8"))
    print(HOLDS, flush=True)
    raise SystemExit(app.exec())
