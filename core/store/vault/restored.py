"""That something was restored is an act of the record: told in a file that moves in with it, noted after opening.

A restore opens nothing itself, so it cannot write into the trail. What is told names a number that no other restore
has: noted twice, where the program was ended in between, it is found to be there.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from core.errors import WorldError
from core.store.records import Records
from core.store.vault.place import RESTORED
from core.store.vault.sealed import sealed, unsealed
from core.writing import write_atomically

ACT = "restored"
_MOST_BYTES = 4096
_DEEPEST = 1


def tell(part: Path, what: str, key: bytes) -> None:
    """Leave word, among the files that are going to move in, of what was restored."""
    write_atomically(part / RESTORED, sealed({"what": what}, key))


def note(folder: Path, records: Records, key: bytes) -> bool:
    """Note in the trail what is told, once; True where something was restored since the last opening.

    A trail that cannot be written is told of elsewhere; then it is noted at the next opening.
    """
    path = folder / RESTORED
    if not path.is_file():
        return False
    with suppress(OSError, WorldError):
        with path.open("rb") as file:
            told = unsealed(file.read(_MOST_BYTES + 1), key, _MOST_BYTES, _DEEPEST)
        what = None if told is None else told.get("what")
        if isinstance(what, str) and not records.has_noted(ACT, what):
            records.note(ACT, what).result()
        path.unlink()
        return isinstance(what, str)
    return False
