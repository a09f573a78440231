"""The recovery drill: a copy is opened by the printed key alone, as after a loss, and every entry of it is tried.

Done beside the record in a folder of its own, which goes with the drill; what a killed one left goes at the next
opening.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from core.errors import WorldError
from core.progress import Report, unwatched
from core.store.records.examining import Examined
from core.store.vault import on_medium, restoring
from core.store.vault.backups import Backup
from core.store.vault.header import LIMIT_BYTES, DamagedError, read_header
from core.store.vault.noticing import told_of
from core.store.vault.place import HEADER, TRIAL
from core.store.vault.recovery_key import secret_of
from core.store.vault.slots import unwrap
from core.store.vault.vault import RECOVERY, Circumstances, open_with_recovery_key
from core.writing import explained, write_atomically


@dataclass(frozen=True, slots=True)
class Tried:
    """What a copy was found to hold; ``found``: what trying every entry of it showed, nothing if it is whole."""

    examined: Examined
    patients: int
    found: tuple[WorldError, ...]


def name_of(copy: Backup | Path) -> str:
    """Return what a copy is called."""
    return copy.record.name if isinstance(copy, Backup) else copy.name


def drill(
    folder: Path, copy: Backup | Path, text: str, circumstances: Circumstances, report: Report = unwatched
) -> Tried:
    """Open a backup, or a copy on a medium, by the typed recovery key and try all of it; nothing of either changes.

    MistypedKeyError, WorldError (a key of another record), DamagedError and NewerVersionError say why it did not help.
    """
    part = folder / TRIAL
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(mode=0o700)
        examined = _staged(copy, part, secret_of(text), report)
        return _tried(part, text, circumstances, examined, report)
    except OSError as error:
        raise explained(error, part) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _staged(copy: Backup | Path, part: Path, secret: bytes, report: Report) -> Examined:
    path = copy.header if isinstance(copy, Backup) else copy / HEADER
    if not path.is_file():
        raise DamagedError("error-header-missing")
    with path.open("rb") as file:
        content = file.read(LIMIT_BYTES + 1)
    slot = read_header(content).slots.get(RECOVERY)
    master = None if slot is None else unwrap(slot, secret)
    if master is None:
        raise WorldError("error-key-not-of-copy", name=name_of(copy))
    if not isinstance(copy, Backup):
        return on_medium.stage(copy, part, master, report)
    write_atomically(part / HEADER, content)
    return restoring.stage_record(copy, part, master)


def _tried(part: Path, text: str, circumstances: Circumstances, examined: Examined, report: Report) -> Tried:
    opened = open_with_recovery_key(part, text, circumstances)
    try:
        found = (*opened.noticed, *told_of(opened.records.check_all(report)))
        return Tried(examined, len(opened.records.patients()), found)
    finally:
        opened.close()
