"""The window: start to the first page, unlock to a list of 10,000, a keystroke to all verdicts, the event loop, memory.

Reach (docs and design): 350 ms, 800 ms, 5 ms for 60 files, no stretch above 100 ms in the event loop, 180 MB.

QT_QPA_PLATFORM=offscreen python -m benchmarks.desktop
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.discovery import resource_path
from core.entry.desk.fields import Field
from core.entry.statement import Statement
from core.store.vault.vault import OpenVault
from core.use_cases.keep_settings import Settings, keep_settings
from core.use_cases.take_in_samples import sample_statements
from ui.desktop.app import SWITCH_SECONDS, Window
from ui.desktop.loaded import load
from ui.desktop.pages.documents.page import DocumentsPage
from ui.desktop.pages.patients.page import PatientsPage
from ui.desktop.pages.screening.page import ScreeningPage
from ui.desktop.palette import Palette

PATIENTS = 10_000
PASSPHRASE = "four words and more"
STARTS = 5
KEYSTROKES = 200
WAIT_SECONDS = 120
TICK_MS = 5

_START = """
import gc, sys, time
begun = time.perf_counter()
gc.disable()  # as main.py does
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.desktop.app import Window
app = QApplication(sys.argv[:1])
window = Window(app, Path(sys.argv[1]))
window.opening.show_first()
window.shell.show()
app.processEvents()
print(round((time.perf_counter() - begun) * 1000), round(time.process_time() * 1000))
"""

# What a person would have: nothing else was done in this process. Each line: what, MB, which libraries it holds.
_RESIDENT = """
import gc, sys, time
gc.disable()  # as main.py does
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.desktop.app import Window

def told(what):
    app.processEvents()
    window.tasks.finish()
    app.processEvents()
    status = Path("/proc/self/status").read_text()
    resident = int(status.partition("VmRSS:")[2].split()[0]) / 1024
    libraries = ("sqlalchemy", "sqlmodel", "pydantic", "reportlab", "PIL", "PySide6.QtPdf")
    print(f"{what}|{resident:.1f}|{', '.join(each for each in libraries if each in sys.modules) or 'none'}")

def until(is_so):
    while not is_so():
        app.processEvents()

app = QApplication(sys.argv[:1])
window = Window(app, Path(sys.argv[1]))
window.opening.show_first()
window.shell.show()
told("first page")
window.opening.load()
told("all loaded, passphrase not typed")
vault = window.opening._loading().open(Path(sys.argv[1]), sys.argv[2])
begun = time.perf_counter()
window.opening.enter(vault)
app.processEvents()
shown = round((time.perf_counter() - begun) * 1000)
told(f"list shown, looked over ({shown} ms)")
opened = window.opening.opened
sample = next(line for line in opened.workspace.records.patients() if line.number == "00-0318")
opened.open_patient(sample.id)
until(lambda: not opened.workspace.is_judging)
told("a patient opened and judged")
window.shell.show_page("documents")
documents = next(place.page for place in opened.places if place.id == "documents")
until(lambda: documents.paper is not None)
told("a report made and shown")
for place in opened.places:
    window.shell.show_page(place.id)
    told(f"shown: {place.id}")
sys.stdout.flush()
import os
os._exit(0)
"""


class Bench:
    """One window on a vault of ten thousand."""

    def __init__(self, folder: Path) -> None:
        keep_settings(folder, Settings(author="Dr Example"))
        sys.setswitchinterval(SWITCH_SECONDS)
        app = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(app, QApplication)
        self.app = app
        self.folder = folder
        self.loaded = load()
        self.window = Window(app, folder)

    def until(self, condition: Callable[[], bool]) -> None:
        """Run the event loop until something is so."""
        end = time.monotonic() + WAIT_SECONDS
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError
            self.app.processEvents()

    def fill(self) -> None:
        """Make the vault: ten thousand short records, one sample among them."""
        vault, _ = self.loaded.create(self.folder, PASSPHRASE)
        add_patients(vault)
        vault.close()

    def unlock(self) -> tuple[float, float]:
        """Return the milliseconds from Return to the list, of the clock and of the CPU, but those of loading."""
        self.window.start()
        self.window.tasks.finish()
        self.app.processEvents()
        begun, worked = time.perf_counter(), time.process_time()
        vault = self.loaded.open(self.folder, PASSPHRASE)
        opened = time.perf_counter()
        self.window.opening.enter(vault)
        self.app.processEvents()
        print(f"  of which the passphrase and checking every page of the file: {(opened - begun) * 1000:.0f} ms")
        return (time.perf_counter() - begun) * 1000, (time.process_time() - worked) * 1000


def add_patients(vault: OpenVault) -> None:
    """Add the patients in one transaction."""
    short = (
        (
            Statement.of("synthetic", "yes"),
            Statement.of("name", f"Synthetic {number:05}"),
            Statement.of("birth_date", f"{1950 + number % 70}-0{1 + number % 9}-1{number % 9}"),
        )
        for number in range(PATIENTS - 1)
    )
    sample = sample_statements(resource_path("samples", "03-sle-adolescent.yaml"))
    vault.records.add_patients([*short, sample], "benchmark")


def starts(folder: Path) -> list[tuple[int, int]]:
    """Return the milliseconds of starts of a new process until the first page is shown: of the clock, of the CPU."""
    found: list[tuple[int, int]] = []
    for _ in range(STARTS + 1):
        shown, worked = _fresh(_START, folder).split()
        found.append((int(shown), int(worked)))
    return found[1:]  # the first one compiles


def print_resident(folder: Path) -> None:
    """Print the resident memory of a new process, from the first page to every page shown."""
    _fresh(_RESIDENT, folder)  # compiles
    print(f"resident memory of a new process, {PATIENTS} patients (reach 180 with the list)")
    for line in _fresh(_RESIDENT, folder).splitlines():
        what, resident, held = line.split("|")
        print(f"  {what:40} {resident:>6} MB, of what is imported late: {held}")


def _fresh(script: str, folder: Path) -> str:
    """Run a script in a process of its own and return what it prints."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", script, str(folder), PASSPHRASE]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "vault"
        bench = Bench(folder)
        shown, worked = zip(*starts(folder), strict=True)
        print(
            f"start to the first page: {statistics.median(shown)} ms of {list(shown)}, "
            f"CPU {statistics.median(worked)} ms (reach 350)"
        )
        begun = time.perf_counter()
        bench.fill()
        print(f"{PATIENTS} patients added in one transaction: {time.perf_counter() - begun:.1f} s")
        print_resident(folder)
        until_list, worked_for_list = bench.unlock()
        print(f"unlock to the list of {PATIENTS}: {until_list:.0f} ms, CPU {worked_for_list:.0f} ms (reach 800)")
        _type(bench)
        _find_and_lock(bench)
        bench.window.shell.close()


def _type(bench: Bench) -> None:
    opened = bench.window.opening.opened
    assert opened is not None
    shell, workspace = bench.window.shell, opened.workspace
    print(f"resident memory of this process, which made the patients: {resident_mb():.0f} MB")
    patients = shell.findChildren(PatientsPage)[-1]
    begun = time.perf_counter()
    for letter in "synthetic 0999":
        QTest.keyClicks(patients.search, letter)
        bench.app.processEvents()
    print(f"a letter in the search of {PATIENTS}: {(time.perf_counter() - begun) * 1000 / 14:.0f} ms")
    sample = next(line for line in workspace.records.patients() if line.number == "00-0318")
    lags: list[float] = []
    clock = watch(lags)
    bench.app.processEvents()
    opened.open_patient(sample.id)
    bench.until(lambda: not workspace.is_judging)
    print(f"event loop while a patient is opened: worst {max(lags, default=0):.0f} ms")
    shell.findChildren(ScreeningPage)[-1].entry.open_page("organ_function")
    costs: list[float] = []
    for number in range(KEYSTROKES):
        begun = time.perf_counter()
        workspace.work.type(Field("lvef"), str(40 + number % 30))
        bench.until(lambda: not workspace.is_judging)
        costs.append((time.perf_counter() - begun) * 1000)
    files = len(workspace.screenings)
    print(
        f"keystroke to all verdicts over {files} files, shown: median {statistics.median(costs):.0f} ms, "
        f"worst {max(costs):.0f} ms (reach 5 ms for judging 60 files)"
    )
    workspace.work.leave(Field("lvef"))
    shell.show_page("documents")
    documents = shell.findChildren(DocumentsPage)[-1]
    bench.until(lambda: documents.paper is not None)
    clock.stop()
    lags.sort()
    p99 = lags[int(len(lags) * 0.99)] if lags else 0.0
    print(
        f"event loop while typing and making a report: p99 {p99:.0f} ms,"
        f" worst {max(lags, default=0):.0f} ms (reach 100)"
    )
    print(f"resident memory after that: {resident_mb():.0f} MB")


def _find_and_lock(bench: Bench) -> None:
    """Search everything by a few letters, then lock: at once nothing of a patient is shown, a backup follows."""
    opened, shell = bench.window.opening.opened, bench.window.shell
    assert opened is not None
    begun = time.perf_counter()
    opened.find()
    palette = shell.findChildren(Palette)[-1]
    bench.app.processEvents()
    shown = time.perf_counter()
    bench.until(lambda: not palette.is_gathering)
    gathered = time.perf_counter()
    for letter in "synthetic 0999":
        QTest.keyClicks(palette.search, letter)
        bench.app.processEvents()
    print(
        f"palette over {PATIENTS} patients: {(shown - begun) * 1000:.0f} ms to open, all of them known after "
        f"{(gathered - begun) * 1000:.0f} ms, a letter {(time.perf_counter() - gathered) * 1000 / 14:.0f} ms"
    )
    palette.reject()
    begun = time.perf_counter()
    shell.lock_wanted.emit()
    covered = (time.perf_counter() - begun) * 1000
    bench.app.processEvents()
    gone = (time.perf_counter() - begun) * 1000
    bench.window.tasks.finish()
    backed_up = (time.perf_counter() - begun) * 1000
    print(
        f"lock of {PATIENTS}: nothing of a patient shown after {covered:.0f} ms (reach 200), pages gone after "
        f"{gone:.0f} ms, a backup made after {backed_up:.0f} ms"
    )


def watch(lags: list[float]) -> QTimer:
    """Return a running timer that notes how late it comes."""
    clock = QTimer()
    last = [time.perf_counter()]

    def tick() -> None:
        now = time.perf_counter()
        lags.append(max(0.0, (now - last[0]) * 1000 - TICK_MS))
        last[0] = now

    clock.setInterval(TICK_MS)
    clock.timeout.connect(tick)
    clock.start()
    return clock


def resident_mb() -> float:
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    main()
