"""An error nobody caught tells its kind and its place, wherever it ends: no message, no trace, never in a circle."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CANARY = "Quillfeather"

BEGIN = """
import sys, threading
from concurrent.futures import Future
from core import unexpected
from core.errors import WorldError
def fail(*_): raise ValueError("Quillfeather")
"""
WINDOW = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QEvent, QObject, QRunnable, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication
from core.language.phrases import spoken
from ui.desktop.notices import Notices
from ui.desktop.tasks import Tasks
app = QApplication([])
notices = Notices()
notices.watch(spoken("en"))
said = []
"""
ENDS: dict[str, str] = {
    "the main thread": "unexpected.watch(); fail()",
    "another thread": "unexpected.watch(); t = threading.Thread(target=fail); t.start(); t.join()",
    "where an object is let go": "unexpected.watch(); C = type('C', (), {'__del__': fail}); C(); None",
    "telling it": "unexpected.watch(lambda error: fail()); fail()",
    "telling it on a thread": "unexpected.watch(fail); t = threading.Thread(target=fail); t.start(); t.join()",
    "telling that calls the hook": "unexpected.watch(lambda error: sys.excepthook(type(error), error, None)); fail()",
    "a chain": "unexpected.watch()\ntry:\n    fail()\nexcept ValueError as error:\n    raise KeyError(fail) from error",
    "settling": "unexpected.watch(); unexpected.settled(fail, fail)",
    "a slot": WINDOW + "QTimer.singleShot(0, fail); QTimer.singleShot(50, app.quit); app.exec()",
    "the slot that tells": WINDOW
    + "notices.said.connect(fail); QTimer.singleShot(0, fail); QTimer.singleShot(50, app.quit); app.exec()",
    "an override": WINDOW
    + "class F(QObject):\n    def event(self, e): fail()\nf = F(); app.sendEvent(f, QEvent(QEvent.Type.User))",
    "a thread of Qt": WINDOW
    + "class R(QRunnable):\n    def run(self): fail()\nQThreadPool.globalInstance().start(R()); "
    "QThreadPool.globalInstance().waitForDone()",
    "a task": WINDOW
    + "tasks = Tasks(); tasks.run(fail, fail, fail); tasks.finish(); QTimer.singleShot(50, app.quit); app.exec()",
}
CAUGHT = 0
UNCAUGHT = 1


@pytest.mark.parametrize("end", ENDS)
def test_kind_and_place_and_nothing_else(end: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + ENDS[end]], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode in {CAUGHT, UNCAUGHT}
    assert CANARY not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert "unexpected ValueError at" in done.stderr or "unexpected KeyError at" in done.stderr
    assert len(done.stderr.splitlines()) < 60, "not in a circle"


def test_an_error_of_the_world_is_told_and_not_logged() -> None:
    program = BEGIN + "unexpected.watch(lambda error: print(error.phrase))\nraise WorldError('error-closed')"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("error-closed\n", "")


HELD = """
import gc, weakref
class Chart: pass
def fail_with_a_chart():
    chart = Chart()
    known.append(weakref.ref(chart))
    fail()
known = []
QTimer.singleShot(0, fail_with_a_chart); QTimer.singleShot(50, app.quit); app.exec()
gc.collect()
print("held" if known[0]() is not None else "let go")
"""


def test_what_the_error_met_is_let_go() -> None:
    """Python keeps the last error for a debugger, and with it every frame up to it: a chart, a key."""
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + WINDOW + HELD], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == ["let", "go"]
