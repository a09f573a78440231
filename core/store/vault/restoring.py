"""Which backups can be restored, tried with the key before one is offered; and putting one in place.

Nothing is destroyed: what stood there is kept under its own number, and a restore that is broken off leaves the old
record or the new one (``moving_in``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from core.errors import WorldError
from core.store.records.connecting import WrongKeyError
from core.store.records.examining import Examined, examine, examine_still
from core.store.records.stepping import NewerVersionError
from core.store.vault import moving_in, restored
from core.store.vault.backups import Backup, backups_in, examined
from core.store.vault.header import LIMIT_BYTES, DamagedError, Header, NewerVaultError, read_header
from core.store.vault.mark import Mark, Reading
from core.store.vault.place import HEADER, MARK, RECORD, REPLACED, copies_of_header
from core.store.vault.slots import subkey, unwrap
from core.writing import copy_durably, explained, write_atomically


@dataclass(frozen=True, slots=True)
class Opens:
    """A header that the secret opens: as a file, and the master key in it."""

    header: bytes
    master: bytes


@dataclass(frozen=True, slots=True)
class Restorable:
    """Something that can be put in place and opens: a backup, or (``backup`` None) the record as it stands.

    The record stands well where only its header was lost. ``lost`` is how many later acts would be gone, None where
    nothing tells.
    """

    backup: Backup | None
    opens: Opens
    examined: Examined
    lost: int | None


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """What was found: what can be restored, the best first; whether a header was there, and one that opened."""

    restorable: tuple[Restorable, ...]
    was_tried: bool
    is_opened: bool


def look_through(folder: Path, slot: str, secret: bytes) -> LookedThrough:
    """Try everything in the folder with a secret. Nothing is changed; a backup is read whole before it counts."""
    tried = list(_headers(folder))
    opening = list(_opening(tried, slot, secret))
    found: list[Restorable] = []
    for opens in opening:
        taken = {each.backup for each in found}
        found += (each for each in _restorable(folder, opens) if each.backup not in taken)
    found.sort(key=_worth, reverse=True)
    return LookedThrough(tuple(found), bool(tried), bool(opening))


def restore(folder: Path, chosen: Restorable) -> None:
    """Put what was chosen in place; what stood there is kept under its own number. WorldError leaves all as it was.

    Asked under the lock.
    """
    moving_in.finish(folder)
    part = moving_in.begin(folder)
    try:
        if chosen.backup is not None:
            stage_record(chosen.backup, part, chosen.opens.master)
        write_atomically(part / HEADER, chosen.opens.header)
        what = HEADER if chosen.backup is None else chosen.backup.record.name
        kept = f"{REPLACED}/{moving_in.next_number(folder)}"
        restored.tell(part, f"{what} in the place of {kept}", subkey(chosen.opens.master, "restored"))
    except OSError as error:
        moving_in.give_up(folder)
        raise explained(error, folder / RECORD) from error
    except WorldError:
        moving_in.give_up(folder)
        raise
    moving_in.move_in(folder)


def stage_record(backup: Backup, part: Path, master: bytes) -> Examined:
    """Copy a backup into a folder, with a mark. It is read again: a disk that fails may have given something else."""
    copy_durably(backup.record, part / RECORD)
    copy = examine_still(part / RECORD, subkey(master, "record"))
    Mark(part / MARK, subkey(master, "mark")).begin(copy.head)
    return copy


def _headers(folder: Path) -> Iterator[bytes]:
    """Yield every header there is, the present one first, each content once."""
    seen: set[bytes] = set()
    for path in (folder / HEADER, *copies_of_header(folder)):
        content = _content(path)
        if content is not None and content not in seen:
            seen.add(content)
            yield content


def _content(path: Path) -> bytes | None:
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(LIMIT_BYTES + 1)
    except OSError:
        return None


def _opening(headers: Iterable[bytes], slot: str, secret: bytes) -> Iterator[Opens]:
    """Yield the headers the secret opens, each master key once: the present header's where it opens."""
    masters: set[bytes] = set()
    for content in headers:
        header = _header(content)
        if header is None or slot not in header.slots or any(header.is_sealed_by(_seal(each)) for each in masters):
            continue  # of a key that is known already: trying it would only take time
        master = unwrap(header.slots[slot], secret)
        if master is not None and header.is_sealed_by(_seal(master)):
            masters.add(master)
            yield Opens(content, master)


def _header(content: bytes) -> Header | None:
    try:
        return read_header(content)
    except (DamagedError, NewerVaultError):
        return None


def _restorable(folder: Path, opens: Opens) -> Iterator[Restorable]:
    key = subkey(opens.master, "record")
    reading, marked = Mark(folder / MARK, subkey(opens.master, "mark")).read()
    until = marked.sequence if reading is Reading.FOUND else None
    present = _present(folder, opens)
    if present is not None:
        until = max(until or 0, present.head.sequence)
        yield Restorable(None, opens, present, until - present.head.sequence)
    for backup in backups_in(folder):
        found = examined(backup, key)
        if found is not None:
            lost = None if until is None else max(0, until - found.head.sequence)
            yield Restorable(backup, opens, found, lost)


def _present(folder: Path, opens: Opens) -> Examined | None:
    """The record as it stands, if it is whole: then only its header has to be put back."""
    record = folder / RECORD
    if not record.is_file() or record.stat().st_size == 0:
        return None
    try:
        return examine(record, subkey(opens.master, "record"))
    except (WrongKeyError, NewerVersionError, OSError, sqlcipher.Error):
        return None


def _worth(each: Restorable) -> tuple[bool, int, str]:
    """The record itself before every backup, then the last made: their numbers count, not what a clock said."""
    return (True, 0, "") if each.backup is None else (False, each.backup.number, each.backup.record.name)


def _seal(master: bytes) -> bytes:
    return subkey(master, "header")
