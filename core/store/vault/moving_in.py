"""Files of the vault change places together: the new ones are made aside, then moved in; what stood there is kept.

The steps, each of which may be the last before the power fails:

1. the new files are written whole into ``moving-in.part``;
2. that folder gets the name ``moving-in-N``: from here on the new ones count;
3. one by one what stands goes to ``replaced/N`` and what comes takes its place: the journal first, which would
   otherwise be read into a record it does not belong to;
4. the folder, empty now, goes.

Broken off before the second step the old files stand as they were; after it, ``finish`` goes on where it stopped,
before anything is opened. Nothing is overwritten: every replacement has its own number. Only a new key takes the place
of everything (``move_over``).
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from core.errors import WorldError
from core.store.vault.place import HEADER, MARK, MOVING_IN, RECORD, REPLACED, RESTORED
from core.store.vault.tidying import tidy
from core.writing import explained, make_names_durable

_UNFINISHED = f"{MOVING_IN}.part"
_OVER = "over"
_JOURNAL = (f"{RECORD}-wal", f"{RECORD}-shm")
_NAMES = (*_JOURNAL, RECORD, HEADER, MARK, RESTORED)


def begin(folder: Path) -> Path:
    """Return an empty folder to make the new files in."""
    part = folder / _UNFINISHED
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(mode=0o700)
    except OSError as error:
        raise explained(error, part) from error
    return part


def give_up(folder: Path) -> None:
    """Remove what was made aside and not moved in."""
    shutil.rmtree(folder / _UNFINISHED, ignore_errors=True)


def move_in(folder: Path) -> Path:
    """Let what was made aside take its place; return the folder in which what stood there is kept."""
    number = next_number(folder)
    _let_count(folder, f"{MOVING_IN}-{number}")
    return folder / REPLACED / str(number)


def move_over(folder: Path) -> None:
    """Let what was made aside take its place, and keep nothing of what stood there: it is under a key that leaked."""
    _let_count(folder, f"{MOVING_IN}-{_OVER}-{next_number(folder)}")


def finish(folder: Path) -> None:
    """Go on with what was broken off, and remove what never counted.

    Asked under the lock, before anything is opened.
    """
    _go_on(folder)
    with suppress(OSError):
        give_up(folder)


def _go_on(folder: Path) -> None:
    try:
        for staged in _counting(folder):
            if f"-{_OVER}-" in staged.name:
                _move_over(staged, folder)
            else:
                _move(staged, folder, folder / REPLACED / staged.name.rpartition("-")[2])
    except OSError as error:
        raise WorldError("error-not-restored") from error


def _let_count(folder: Path, name: str) -> None:
    tidy(folder / _UNFINISHED)  # what takes its place is closed to others before it does
    try:
        for each in (folder / _UNFINISHED, *(path for path in (folder / _UNFINISHED).rglob("*") if path.is_dir())):
            make_names_durable(each)
        (folder / _UNFINISHED).rename(folder / name)
        make_names_durable(folder)
    except OSError as error:
        raise WorldError("error-not-restored") from error
    _go_on(folder)


def _move_over(staged: Path, folder: Path) -> None:
    """Move in records of backups and kept copies too, each in the place of a record and its journal."""
    for comes in sorted(path for path in staged.rglob("*") if path.is_file()):
        stands = folder / comes.relative_to(staged)
        for ending in ("-wal", "-shm"):
            stands.with_name(f"{stands.name}{ending}").unlink(missing_ok=True)
        stands.parent.mkdir(exist_ok=True)
        comes.replace(stands)
        make_names_durable(stands.parent)
    shutil.rmtree(staged)


def _move(staged: Path, folder: Path, kept: Path) -> None:
    is_of_record = (staged / RECORD).exists()
    for name in _NAMES:
        stands, comes = folder / name, staged / name
        # a journal goes though none comes: it belongs to the record that goes
        if stands.exists() and (comes.exists() or (is_of_record and name in _JOURNAL)):
            kept.mkdir(parents=True, exist_ok=True)
            stands.rename(kept / name)
            make_names_durable(kept)
            make_names_durable(folder)
        if comes.exists():
            comes.rename(stands)
            make_names_durable(folder)
    _move_over(staged, folder)  # what lies beside a record, where one comes from elsewhere


def _counting(folder: Path) -> list[Path]:
    return sorted((path for path in folder.glob(f"{MOVING_IN}-*") if _number_of(path)), key=_number_of)


def next_number(folder: Path) -> int:
    """Return the number under which what is replaced next will be kept."""
    used = [*folder.glob(f"{MOVING_IN}-*"), *(folder / REPLACED).glob("*")]
    return 1 + max((_number_of(path) for path in used), default=0)


def _number_of(path: Path) -> int:
    """Return the number in a name, 0 where there is none."""
    told = path.name.rpartition("-")[2]
    return int(told) if told.isascii() and told.isdigit() else 0
