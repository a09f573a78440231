"""A tenth of the kills of ``python -m benchmarks.kill_writes``."""

from __future__ import annotations

from pathlib import Path

from benchmarks.kill_writes import torn_writes


def test_no_file_is_torn_by_a_kill(tmp_path: Path) -> None:
    assert torn_writes(tmp_path, kills=20) == 0
