"""Backups: copied by the database's own backup, opened and checked after writing, thinned with age.

A backup's name says when it was made and which one it is. The number orders them: a clock that was wrong for a while
puts none before or behind another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from core.errors import WorldError
from core.progress import GivenUpError, Report, unwatched
from core.store.records.connecting import WrongKeyError, connect
from core.store.records.examining import Examined, examine_still, peek
from core.store.records.stepping import NewerVersionError
from core.store.vault.place import BACKUPS
from core.store.vault.tidying import unfinished
from core.writing import make_names_durable, write_atomically

_TIME = "%Y-%m-%dT%H-%M-%S"
_NAME = re.compile(r"(?P<time>\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d)(_(?P<number>\d{1,9}))?", re.ASCII)
_ALL_FOR = timedelta(days=1)
_DAILY_FOR = timedelta(days=30)
_BELIEVED = timedelta(days=31)
"""From one backup to the next. A clock that leaps further, or back, is not believed: that time counts nothing."""


@dataclass(frozen=True, slots=True)
class Backup:
    """The copy of the record, and beside it the header it opens with. ``number`` 0: made before they had one."""

    record: Path
    header: Path
    made_at: datetime
    number: int = 0


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """Return the backups of a vault, the newest first."""
    found = [_named(path) for path in (folder / BACKUPS).glob("*.db")]
    return tuple(sorted((each for each in found if each is not None), key=_order, reverse=True))


def make_backup(record: Path, header: Path, key: bytes, now: datetime, report: Report = unwatched) -> Backup:
    """Copy record and header; the copy is read whole before it gets its name. WorldError leaves none behind."""
    folder = record.parent / BACKUPS
    part = folder / unfinished("backup")
    try:
        folder.mkdir(exist_ok=True)
        _drop(part)
        report(0, 2)
        copy_record(record, part, key)
        report(1, 2)
        examine_still(part, key, is_whole_chain=False)
        report(2, 2)
        number = 1 + max((each.number for each in backups_in(record.parent)), default=0)
        stem = f"{now:{_TIME}}_{number}"
        made = Backup(folder / f"{stem}.db", folder / f"{stem}.vault", now.replace(microsecond=0), number)
        write_atomically(made.header, header.read_bytes())
        part.replace(made.record)
        make_names_durable(folder)
    except GivenUpError:
        _drop(part)
        raise
    except (OSError, WorldError, sqlcipher.Error) as error:
        _drop(part)
        raise WorldError("error-no-backup", folder=str(folder)) from error
    return made


def examined(backup: Backup, key: bytes, *, is_known: bool = False) -> Examined | None:
    """Return what a backup holds; None where it cannot be restored with this key.

    It is read whole, but one that ``is_known`` to be good.
    """
    try:
        return _read(backup, key, is_known=is_known)
    except (WrongKeyError, NewerVersionError):
        return None


def is_damaged(backup: Backup, key: bytes) -> bool:
    """Tell whether nothing can be had from a backup any more; one that a newer program made is none of these."""
    try:
        _read(backup, key, is_known=False)
    except WrongKeyError:
        return True
    except NewerVersionError:
        return False
    return False


def _read(backup: Backup, key: bytes, *, is_known: bool) -> Examined:
    found = peek(backup.record, key) if is_known else examine_still(backup.record, key)
    if found.version == 0:  # an emptied file opens as a database in which nothing is
        raise WrongKeyError("error-record-damaged")
    return found


def thin(backups: Sequence[Backup], now: datetime) -> tuple[Backup, ...]:
    """Return those to let go of: all stay for a day, the last of a day for a month, the last of a month for ever.

    How old a backup is, is the sum of the times between those made since, as far as they are believed: with the clock
    years ahead for one start, no backup grows older.
    """
    kept: dict[str, Backup] = {}
    gone: list[Backup] = []
    age, later = timedelta(0), now
    for backup in sorted(backups, key=_order, reverse=True):
        passed = later - backup.made_at
        age += passed if timedelta(0) <= passed <= _BELIEVED else timedelta(0)
        later = backup.made_at
        form = "" if age <= _ALL_FOR else "%Y-%m-%d" if age <= _DAILY_FOR else "%Y-%m"
        if not form:
            continue
        if kept.setdefault(f"{backup.made_at:{form}}", backup) is not backup:
            gone.append(backup)
    return tuple(gone)


def remove(backups: Iterable[Backup]) -> None:
    """Remove backups."""
    for backup in backups:
        backup.record.unlink(missing_ok=True)
        backup.header.unlink(missing_ok=True)


def copy_record(record: Path, to: Path, key: bytes) -> None:
    """Copy a record in use by the database's own backup, what is in its journal with it."""
    source, target = connect(record, key, must_exist=True), connect(to, key)
    try:
        source.backup(target)
    finally:
        target.close()
        source.close()


def _drop(part: Path) -> None:
    """Remove an unfinished copy with its journal, which would be read into the next one.

    Where that cannot be, the next one cannot be made either and says so.
    """
    for name in (part.name, *(f"{part.name}-{kind}" for kind in ("journal", "wal", "shm"))):
        with suppress(OSError):
            part.with_name(name).unlink(missing_ok=True)


def _order(backup: Backup) -> tuple[int, datetime]:
    return backup.number, backup.made_at


def _named(path: Path) -> Backup | None:
    told = _NAME.fullmatch(path.stem)
    if told is None:
        return None
    try:
        made_at = datetime.strptime(told["time"], _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(path, path.with_suffix(".vault"), made_at, int(told["number"] or 0))
