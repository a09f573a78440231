"""kill -9 while saving: nothing acknowledged is lost, no half statement, the trail whole."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from core import clock
from core.catalogue.catalogue import Catalogue
from core.store.records import Records

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("KRITERION_KILLS", "8"))
"""200 behind the variable; a few in every run, since each starts a process."""


def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    chance = random.Random(20261122)
    said = -1
    for _ in range(KILLS):
        command = [sys.executable, "-m", "tests.faults.saving_until_killed", str(tmp_path)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            first = process.stdout.readline()
            time.sleep(chance.random() / 20)
            process.kill()
            rest = [*first.split(), *process.stdout.read().split()]
        said = max([said, *(int(number) for number in rest)])
        records = Records(tmp_path / "record.db", bytes(32), Catalogue({}, {}, {}), clock.now_utc)
        patient = records.patients()[0].id
        kept = [each.statement.plain for each in records.statements(patient) if each.statement.section == "note"]
        assert records.check_all().is_whole
        records.close()
        assert kept == [str(number) for number in range(1, len(kept) + 1)]
        assert len(kept) >= said
