"""Wrong passphrases cost time: 0, 0, 1, 2, 4 … 60 seconds, also after the program was started again."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from core.writing import write_atomically

NAME = "attempts.json"
_FREE = 2
_LONGEST_SECONDS = 60


def seconds_to_wait(folder: Path, now: datetime) -> int:
    """Return how long the next attempt has to wait; a clock set back does not shorten it."""
    failed, last = _read(folder)
    if failed <= _FREE:
        return 0
    delay = timedelta(seconds=min(2 ** (failed - _FREE - 1), _LONGEST_SECONDS))
    passed = max(now - last, timedelta(0))
    return max(0, -(-(delay - passed) // timedelta(seconds=1)))


def note_failure(folder: Path, now: datetime) -> None:
    """Count a wrong passphrase."""
    failed, _ = _read(folder)
    write_atomically(folder / NAME, json.dumps({"failed": failed + 1, "last": now.isoformat()}).encode())


def note_success(folder: Path) -> None:
    """Forget the wrong ones."""
    (folder / NAME).unlink(missing_ok=True)


def _read(folder: Path) -> tuple[int, datetime]:
    """A count that cannot be read is no reason to keep somebody out."""
    never = (0, datetime.min.replace(tzinfo=UTC))
    try:
        kept = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return int(kept["failed"]), datetime.fromisoformat(kept["last"])
    except (OSError, ValueError, KeyError, TypeError):
        return never
