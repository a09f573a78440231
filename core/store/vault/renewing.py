"""A new key after the old one may have leaked: record, backups and kept copies are encrypted anew, all or none."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from core.errors import WorldError
from core.progress import Report, told
from core.store.records.connecting import WrongKeyError, connect
from core.store.records.examining import examine_still
from core.store.records.stepping import NewerVersionError
from core.store.vault import moving_in
from core.store.vault.erased import ErasedList
from core.store.vault.mark import Mark
from core.store.vault.place import BACKUPS, ERASED, HEADER, MARK, RECORD, REPLACED
from core.store.vault.slots import subkey
from core.writing import copy_durably, explained, write_atomically


def renew(folder: Path, old: bytes, new: bytes, header: bytes, report: Report) -> tuple[str, ...]:
    """Encrypt everything under another master key; return the names of records that the old key does not open.

    Made aside, whole, and read again before it takes the place: WorldError (also where the report gives it up) leaves
    everything under the old key. Asked under the lock, the record closed.
    """
    moving_in.finish(folder)
    part = moving_in.begin(folder)
    try:
        stayed = _make(folder, part, (subkey(old, "record"), subkey(new, "record")), header, report)
        head = examine_still(part / RECORD, subkey(new, "record")).head
        Mark(part / MARK, subkey(new, "mark")).begin(head)
        _reseal_erased(folder, part, old, new)
    except (OSError, sqlcipher.Error) as error:
        moving_in.give_up(folder)
        reason = error if isinstance(error, OSError) else OSError(0, type(error).__name__)
        raise explained(reason, folder / RECORD) from error
    except WorldError:
        moving_in.give_up(folder)
        raise
    moving_in.move_over(folder)
    return stayed


def _make(folder: Path, part: Path, keys: tuple[bytes, bytes], header: bytes, report: Report) -> tuple[str, ...]:
    stayed: list[str] = []
    others = (*sorted((folder / BACKUPS).glob("*.db")), *sorted((folder / REPLACED).glob(f"*/{RECORD}")))
    for record in told((folder / RECORD, *others), report):
        name = record.relative_to(folder)
        copy = part / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        try:
            _copy_under(record, copy, keys)
        except (WrongKeyError, NewerVersionError):
            if record.name == RECORD and record.parent == folder:
                raise
            _drop(copy)
            stayed.append(str(name))
            continue
        write_atomically(copy.with_name(HEADER) if copy.name == RECORD else copy.with_suffix(".vault"), header)
    # what an older program replaced and kept
    return (*stayed, *(path.name for path in sorted(folder.glob(f"{HEADER}.*"))))


def _reseal_erased(folder: Path, part: Path, old: bytes, new: bytes) -> None:
    """Who was erased stays known; what could not be taken along stays on the list by its name."""
    erased = ErasedList(folder / ERASED, subkey(old, "erased")).read()
    if erased is not None:
        ErasedList(part / ERASED, subkey(new, "erased")).write(erased)


def _copy_under(record: Path, copy: Path, keys: tuple[bytes, bytes]) -> None:
    """Copy a record with what is in its journal, change its key, and read it whole with the new one."""
    old, new = keys
    journal = record.with_name(f"{record.name}-wal")
    copy_durably(record, copy)
    if journal.exists():
        shutil.copyfile(journal, copy.with_name(f"{copy.name}-wal"))
    opened = connect(copy, old)
    try:
        opened.execute("PRAGMA journal_mode = DELETE")
        opened.execute(f"PRAGMA rekey = \"x'{new.hex()}'\"")
    except sqlcipher.DatabaseError as error:
        raise WrongKeyError("error-record-damaged") from error
    finally:
        opened.close()
    if examine_still(copy, new).version == 0:
        raise WrongKeyError("error-record-damaged")


def _drop(copy: Path) -> None:
    for kind in ("", "-wal", "-shm", "-journal"):
        copy.with_name(f"{copy.name}{kind}").unlink(missing_ok=True)
