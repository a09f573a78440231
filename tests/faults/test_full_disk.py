"""A full disk: what was acknowledged stays, the record stays whole, the message says what to do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from core import clock
from core.catalogue.catalogue import Catalogue
from core.store.records import Records

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 400_000


def test_a_full_disk_loses_nothing_acknowledged(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.faults.saving_to_a_full_disk", str(tmp_path), str(LIMIT)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120)
    safe, told = done.stdout.splitlines()
    assert "Traceback" not in done.stderr
    assert told
    records = Records(tmp_path / "record.db", bytes(32), Catalogue({}, {}, {}), clock.now_utc)
    kept = [each for each in records.statements(records.patients()[0].id) if each.statement.section == "note"]
    assert len(kept) == int(safe) > 0
    assert records.check_all().is_whole
    records.close()
