"""What a restore took the place of is kept, but not for ever: so many, so large, the oldest go first."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from core.store.vault.place import RECORD, REPLACED

MOST = 5
"""How many are kept beside that of the last restore and that of the last record."""
MOST_BYTES = 1024**3
"""How much room all of them may take; the last ones stay however large they are."""


def kept_copies(folder: Path) -> tuple[Path, ...]:
    """Return the folders of what was replaced, the oldest first."""
    found = (path for path in (folder / REPLACED).glob("*") if path.name.isascii() and path.name.isdigit())
    return tuple(sorted(found, key=lambda path: int(path.name)))


def thin_kept(folder: Path, most: int = MOST, most_bytes: int = MOST_BYTES) -> tuple[Path, ...]:
    """Remove the oldest beyond the bounds and return them; one that cannot be removed is tried again another time.

    Never the last, nor the last with a record in it: a header put back may have come after it.
    """
    found = kept_copies(folder)
    with_record = [path for path in found if (path / RECORD).exists()]
    staying = {*found[-1:], *with_record[-1:]}
    room = most_bytes - sum(_bytes_in(path) for path in staying)
    places, gone = most, list[Path]()
    for path in reversed([path for path in found if path not in staying]):
        places, room = places - 1, room - _bytes_in(path)
        if places < 0 or room < 0:
            places = 0  # what is older goes too
            gone.append(path)
    return tuple(path for path in reversed(gone) if _remove(path))


def _remove(path: Path) -> bool:
    """The record goes before its journal: broken off in between, no record is left that lacks its last pages."""
    with suppress(OSError):
        (path / RECORD).unlink(missing_ok=True)
        shutil.rmtree(path)
        return True
    return False


def _bytes_in(path: Path) -> int:
    return sum(each.stat().st_size for each in path.rglob("*") if each.is_file())
