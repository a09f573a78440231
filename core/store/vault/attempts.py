"""Wrong passphrases cost time: 0, 0, 1, 2, 4 … 60 seconds, also after the program was started again.

Counted in tries and in seconds that have passed since the computer started, never in dates: whatever the clock is set
to, a wait ends, and after no more than a minute. What lies in the file may be anything; it never keeps anybody out for
longer than that.
"""

from __future__ import annotations

import json
import math
from contextlib import suppress
from pathlib import Path

from core.errors import WorldError
from core.store.vault.bounded import bounded_object, is_whole_number
from core.writing import write_own

NAME = "attempts.json"
_ASIDE = "attempts.set-aside"
_FREE = 2
_LONGEST_SECONDS = 60
_MOST = 1000
_MOST_SECONDS = 1e12
_LIMIT_BYTES = 1024


def seconds_to_wait(folder: Path, steady: float) -> int:
    """Return how long the next attempt has to wait. ``steady`` are seconds that only grow, as ``core.clock`` has them.

    After a restart of the computer they begin anew; the wait then begins once more.
    """
    failed, last = _read(folder)
    if failed <= _FREE:
        return 0
    delay = min(1 << min(failed - _FREE - 1, _LONGEST_SECONDS.bit_length()), _LONGEST_SECONDS)
    if last is None or last > steady:
        _keep(folder, failed, steady)
        return delay
    return max(0, math.ceil(delay - (steady - last)))


def note_failure(folder: Path, steady: float) -> None:
    """Count a wrong passphrase; what stands in the way of the file and is none is set aside."""
    failed, _ = _read(folder)
    if (folder / NAME).is_dir():
        with suppress(OSError):
            (folder / NAME).rename(folder / _ASIDE)
    _keep(folder, min(failed + 1, _MOST), steady)


def note_success(folder: Path) -> None:
    """Forget the wrong ones."""
    with suppress(OSError):  # the right passphrase is never refused for a file that cannot be removed
        (folder / NAME).unlink(missing_ok=True)


def _keep(folder: Path, failed: int, steady: float) -> None:
    with suppress(WorldError):  # where it cannot be written, nothing in the folder can
        write_own(folder / NAME, json.dumps({"failed": failed, "steady": steady}).encode())


def _read(folder: Path) -> tuple[int, float | None]:
    """A count that cannot be read is no reason to keep somebody out."""
    path = folder / NAME
    try:
        if not path.is_file():
            return 0, None
        with path.open("rb") as file:
            kept = bounded_object(file.read(_LIMIT_BYTES + 1), _LIMIT_BYTES, 1)
        failed, last = kept["failed"], kept.get("steady")
    except (OSError, ValueError, KeyError, TypeError):
        return 0, None
    if not isinstance(failed, int) or not is_whole_number(failed, 0, _MOST):
        return 0, None
    if isinstance(last, bool) or not isinstance(last, int | float) or not 0 <= last <= _MOST_SECONDS:
        return failed, None
    return failed, float(last)
