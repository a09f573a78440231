"""What only one room may touch: Qt, SQL, PDF, threads, the clock, chance."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.architecture.program_sources import (
    EVERYTHING,
    PROGRAM,
    Source,
    dotted_names,
    imported_modules,
    imports_any_of,
    source_of,
    sources,
    texts,
)

QT = frozenset({"PySide6", "shiboken6", "PyQt6", "PyQt5"})
DATABASES = frozenset({"sqlite3", "sqlcipher3", "sqlalchemy", "sqlmodel", "alembic"})
PDF_WRITERS = frozenset({"reportlab"})
THREADS = frozenset({"threading", "_thread", "concurrent", "multiprocessing", "asyncio"})
QT_THREADS = re.compile(r"\b(QThread|QThreadPool|QRunnable|QtConcurrent)\b")
CHANCE = frozenset({"random", "numpy.random"})

SQL_STATEMENT = re.compile(
    r"^\s*(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|PRAGMA\s+\w"
    r"|(CREATE|ALTER|DROP)\s+(TABLE|INDEX|TRIGGER|VIEW))\b",
    re.DOTALL,
)
CLOCK_READING = re.compile(
    r"(^|\.)(date\.today|datetime\.(now|utcnow|today)|time\.(time|time_ns|localtime|gmtime|ctime|asctime))$"
)


def uses_qt(source: Source) -> bool:
    """Tell whether a file imports Qt."""
    return imports_any_of(source, QT)


def uses_sql(source: Source) -> bool:
    """Tell whether a file imports a database or holds a statement of SQL."""
    return imports_any_of(source, DATABASES) or any(SQL_STATEMENT.search(text) for text in texts(source))


def uses_pdf_writer(source: Source) -> bool:
    """Tell whether a file imports the library that writes PDF."""
    return imports_any_of(source, PDF_WRITERS)


def uses_threads(source: Source) -> bool:
    """Tell whether a file starts threads, processes or an event loop of Python's own."""
    return imports_any_of(source, THREADS) or any(QT_THREADS.search(name) for name in dotted_names(source))


def catches_everything(source: Source) -> bool:
    """Tell whether a file takes every failure without exception; it has to be the end of a thread."""
    return "core.unexpected.settled" in imported_modules(source)


def reads_clock(source: Source) -> bool:
    """Tell whether a file asks for the present day or instant."""
    return any(CLOCK_READING.search(name) for name in dotted_names(source))


def uses_chance(source: Source) -> bool:
    """Tell whether a file draws random numbers that are not for a key."""
    return imports_any_of(source, CHANCE)


Check = Callable[[Source], bool]

WITH_THREADS = (
    "ui/desktop/tasks.py",
    *(f"core/store/records/{each}.py" for each in ("pending", "reader", "writer")),
)
DOORS: list[tuple[Check, tuple[str, ...], tuple[str, ...]]] = [
    (
        uses_qt,
        ("core", "ui/command_line", "benchmarks"),
        ("benchmarks/desktop.py", "benchmarks/editor_keystroke.py", "benchmarks/window_keystroke.py"),
    ),
    # core/engine/columns/sql.py writes statements for the databases of others, and runs none
    (uses_sql, PROGRAM, ("core/store/", "core/engine/columns/sql.py")),
    (uses_pdf_writer, PROGRAM, ("core/documents/",)),
    # core/unexpected.py starts none: it is told what ends one; vectors.py ends its own before it answers
    (uses_threads, PROGRAM, (*WITH_THREADS, "core/unexpected.py", "core/engine/columns/vectors.py")),
    (catches_everything, PROGRAM, WITH_THREADS),
    (reads_clock, EVERYTHING, ("core/clock.py",)),
    (uses_chance, PROGRAM, ()),
]


@pytest.mark.parametrize(("check", "places", "allowed"), DOORS, ids=[door[0].__name__ for door in DOORS])
def test_only_the_named_rooms_do_it(check: Check, places: tuple[str, ...], allowed: tuple[str, ...]) -> None:
    """No file outside the allowed rooms does what the check looks for."""
    offenders = [
        source.path for source in sources(*places) if check(source) and not source.path.startswith(allowed or ("\0",))
    ]
    assert offenders == []


@pytest.mark.parametrize(
    ("check", "guilty"),
    [
        (uses_qt, "import PySide6.QtCore"),
        (uses_qt, "def late():\n    from PySide6 import QtPdf"),
        (uses_sql, "from sqlalchemy import text"),
        (uses_sql, "statement = 'SELECT name FROM patient'"),
        (uses_sql, "statement = f'DELETE FROM {table}'"),
        (uses_pdf_writer, "from reportlab.pdfgen.canvas import Canvas"),
        (uses_threads, "from concurrent.futures import ThreadPoolExecutor"),
        (uses_threads, "worker = QtCore.QThread()"),
        (catches_everything, "from core.unexpected import settled"),
        (reads_clock, "from datetime import date\nnow = date.today()"),
        (reads_clock, "import datetime\nnow = datetime.datetime.now(tz)"),
        (reads_clock, "from time import time"),
        (uses_chance, "import random"),
    ],
)
def test_a_guilty_file_is_noticed(check: Check, guilty: str) -> None:
    """Each check finds what it is there for."""
    assert check(source_of(guilty))


@pytest.mark.parametrize(
    ("check", "innocent"),
    [
        (uses_qt, "import PySide6000"),
        (uses_sql, "'''SELECT x FROM y stands in a docstring'''"),
        (uses_sql, "hint = 'Select a patient from the list'"),
        (reads_clock, "from core import clock\nnow = clock.today()"),
        (reads_clock, "from time import perf_counter\nperf_counter()"),
    ],
)
def test_an_innocent_file_is_left_alone(check: Check, innocent: str) -> None:
    """Each check leaves alone what only looks alike."""
    assert not check(source_of(innocent))
