"""Wrong passphrases cost time: 0, 0, 1, 2, 4 … 60 seconds, also after the program was started again.

What is kept of them is never a reason to keep somebody out: a file that says nothing counts as none, and no wait is
longer than a minute, whatever the file says and whatever the clock did.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

from core.errors import WorldError
from core.regular_files import read_json
from core.writing import write_own

NAME = "attempts.json"
_ASIDE = "attempts.set-aside"
_FREE = 2
_LONGEST_SECONDS = 60
_COUNTED = 20
"""More wrong ones cost no more."""
_NEVER = (0, datetime.min.replace(tzinfo=UTC))


def seconds_to_wait(folder: Path, now: datetime) -> int:
    """Return how long the next attempt has to wait; a clock set back does not shorten it."""
    failed, last = _read(folder)
    if failed <= _FREE:
        return 0
    if last > now and not _keep(folder, failed, now):
        return 0  # a day to come would never be reached, and a wait that cannot be begun anew would never end
    delay = timedelta(seconds=min(2 ** (failed - _FREE - 1), _LONGEST_SECONDS))
    passed = max(now - last, timedelta(0))
    return max(0, -(-(delay - passed) // timedelta(seconds=1)))


def note_failure(folder: Path, now: datetime) -> None:
    """Count a wrong passphrase."""
    failed, _ = _read(folder)
    if (folder / NAME).is_dir():
        with suppress(OSError):
            (folder / NAME).rename(folder / _ASIDE)
    _keep(folder, failed + 1, now)


def note_success(folder: Path) -> None:
    """Forget the wrong ones; what is no file of ours and cannot be removed counts for nothing."""
    with suppress(OSError):
        (folder / NAME).unlink(missing_ok=True)


def _keep(folder: Path, failed: int, now: datetime) -> bool:
    try:
        write_own(folder / NAME, json.dumps({"failed": failed, "last": now.isoformat()}).encode())
    except WorldError:
        return False
    return True


def _read(folder: Path) -> tuple[int, datetime]:
    """Return how many there were and when the last was; what cannot be read is no reason to keep somebody out."""
    kept = read_json(folder / NAME)
    if not isinstance(kept, dict):
        return _NEVER
    failed, last = (cast("dict[str, object]", kept).get(name) for name in ("failed", "last"))
    if type(failed) is not int or failed < 0 or not isinstance(last, str):
        return _NEVER
    try:
        return min(failed, _COUNTED), datetime.fromisoformat(last).astimezone(UTC)
    except (ValueError, OverflowError):
        return _NEVER
