"""Backups: copied by the database's own backup, opened and checked after writing, thinned with age."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from core.errors import WorldError
from core.progress import GivenUpError, Report, unwatched
from core.store.records.connecting import WrongKeyError, connect

FOLDER = "backups"
_NAME = "%Y-%m-%dT%H-%M-%S"
_ALL_FOR = timedelta(days=1)
_DAILY_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: the copy of the record, beside it the copy of the header it opens with."""

    record: Path
    header: Path
    made_at: datetime


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """Return the backups of a vault, the newest first."""
    found = [_named(path) for path in (folder / FOLDER).glob("*.db")]
    return tuple(sorted((each for each in found if each is not None), key=lambda each: each.made_at, reverse=True))


def make_backup(record: Path, header: Path, key: bytes, now: datetime, report: Report = unwatched) -> Backup:
    """Copy record and header; the copy is read whole before it gets its name. WorldError leaves none behind."""
    folder = record.parent / FOLDER
    part = folder / ".unfinished.part"
    try:
        folder.mkdir(exist_ok=True)
        part.unlink(missing_ok=True)
        report(0, 2)
        _copy(record, part, key)
        report(1, 2)
        check_record(part, key)
        report(2, 2)
        made = Backup(folder / f"{now:{_NAME}}.db", folder / f"{now:{_NAME}}.vault", now.replace(microsecond=0))
        shutil.copyfile(header, made.header)
        part.replace(made.record)
    except GivenUpError:
        part.unlink(missing_ok=True)
        raise
    except (OSError, sqlcipher.Error) as error:
        part.unlink(missing_ok=True)
        raise WorldError("error-no-backup", folder=str(folder)) from error
    return made


def check_record(path: Path, key: bytes) -> None:
    """Read a record whole; WorldError where a page of it is not what was written."""
    opened = connect(path, key)
    try:
        bad_pages = opened.execute("PRAGMA cipher_integrity_check").fetchall()
        told = opened.execute("PRAGMA quick_check").fetchall()
    except sqlcipher.DatabaseError as error:
        raise _damaged() from error
    finally:
        opened.close()
    if bad_pages or told != [("ok",)]:
        raise _damaged()


def is_good(backup: Backup, key: bytes) -> bool:
    """Tell whether a backup can be restored with this key."""
    try:
        check_record(backup.record, key)
    except WorldError:
        return False
    return backup.header.exists()


def head_in(backup: Backup, key: bytes) -> str:
    """Return the head of the trail in a backup, "" where it cannot be read."""
    try:
        opened = connect(backup.record, key)
    except WorldError:
        return ""
    try:
        row = opened.execute("SELECT hash FROM auditrecord ORDER BY sequence DESC LIMIT 1").fetchone()
    except sqlcipher.DatabaseError:
        return ""
    finally:
        opened.close()
    return "" if row is None else str(row[0])


def thin(backups: Sequence[Backup], now: datetime) -> tuple[Backup, ...]:
    """Return those to let go of: all stay for a day, the last of a day for a month, the last of a month for ever."""
    kept: dict[str, Backup] = {}
    gone: list[Backup] = []
    for backup in sorted(backups, key=lambda each: each.made_at, reverse=True):
        age = now - backup.made_at
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


def _copy(record: Path, to: Path, key: bytes) -> None:
    source, target = connect(record, key), connect(to, key)
    try:
        source.backup(target)
    finally:
        target.close()
        source.close()


def _damaged() -> WrongKeyError:
    return WrongKeyError("error-record-damaged")


def _named(path: Path) -> Backup | None:
    try:
        made_at = datetime.strptime(path.stem, _NAME).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(path, path.with_suffix(".vault"), made_at)
