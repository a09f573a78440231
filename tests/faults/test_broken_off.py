"""Whatever is broken off in a vault, at any step and in any way, the old state or the new one opens."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.scenes import SCENES

ROOT = Path(__file__).resolve().parents[2]
RUNS = int(os.environ.get("KRITERION_KILLS", "20"))
"""200 behind the variable."""
SEED = 20261129


@pytest.mark.parametrize("scene", SCENES)
def test_the_old_state_or_the_new_one_opens(scene: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.faults.breaking_off", str(tmp_path), scene, str(RUNS), str(SEED)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=1800, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout)
    sys.stdout.write(f"{scene}: {told['runs']} broken off at {told['steps']} steps, {told['found']}\n")
    assert told["wrong"] == []
    assert sum(told["found"].values()) == RUNS
