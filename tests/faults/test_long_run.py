"""Work that goes on and on does not fill the memory, and Qt has nothing to say about it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

EDITS = int(os.environ.get("KRITERION_LONG_RUN", "300"))
"""50,000 behind the variable, which take the better part of an hour."""
MOST_MEGABYTES = 50


def test_memory_stays_and_qt_is_silent(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.faults.long_run", str(tmp_path / "vault"), str(EDITS)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    told = re.search(r"memory grew by (-?[\d.]+) MB .* complaints of Qt: (\d+)", done.stdout)
    assert told is not None, done.stdout
    assert float(told[1]) < MOST_MEGABYTES
    assert told[2] == "0", done.stdout
    assert done.stderr == ""
