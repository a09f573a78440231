"""The whole record on a medium: a folder that is a vault of its own, with a sealed list of what has to be in it.

It is opened by the passphrase and the recovery key of its day, here and on any other computer. Backups stay behind:
they are this computer's. The list tells a medium that lost or changed something; who has not the key cannot write one.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import cast

from sqlcipher3 import dbapi2 as sqlcipher

from core.errors import WorldError
from core.progress import Report, told
from core.store.records.connecting import WrongKeyError
from core.store.records.examining import Examined, examine_still
from core.store.vault.backups import copy_record
from core.store.vault.erased import Erased, ErasedList
from core.store.vault.header import DamagedError
from core.store.vault.mark import Mark
from core.store.vault.place import ERASED, HEADER, MARK, RECORD
from core.store.vault.sealed import sealed, unsealed
from core.store.vault.slots import subkey
from core.writing import copy_durably, explained, make_names_durable, write_atomically

CONTENTS = "contents.sealed"
PREFIX = "kriterion-record-"
_UNFINISHED = ".part"
_TIME = "%Y-%m-%d-%H%M%S"
_MOST_BYTES = 16 * 1024 * 1024
_DEEPEST = 64
"""Brackets in names of files count too."""


@dataclass(frozen=True, slots=True)
class OnMedium:
    """A copy that was written and read again: its folder, and what the record in it holds."""

    folder: Path
    examined: Examined


def found_in(place: Path) -> Path | None:
    """Return the copy that somebody means who names a folder: it, or the last of those in it; None without any."""
    if (place / HEADER).is_file():
        return place
    found = (path for path in place.glob(f"{PREFIX}*") if not path.name.endswith(_UNFINISHED))
    return max((path for path in found if (path / HEADER).is_file()), key=lambda path: path.name, default=None)


def write(
    folder: Path, master: bytes, erased: Erased, beside: Sequence[str], place: Path, now: datetime, report: Report
) -> OnMedium:
    """Copy the record of an open vault into a new folder at ``place``; what is ``beside`` goes along where it is there.

    It gets its name when it is whole and was read again; WorldError, also where the report gives it up, leaves none.
    """
    _refuse_inside(folder, place)
    copy = place / f"{PREFIX}{now:{_TIME}}"
    part = copy.with_name(f"{copy.name}{_UNFINISHED}")
    if copy.exists():
        raise WorldError("error-copy-exists", name=copy.name)
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(mode=0o700)
        examined = _fill(folder, master, erased, part, told(("", *_files_of(folder, beside)), report))
        _seal(part, master)
        _check_all(part, part, master)
        for each in (part, *(path for path in part.rglob("*") if path.is_dir())):
            make_names_durable(each)
        part.rename(copy)
        make_names_durable(place)
    except BaseException as error:
        shutil.rmtree(part, ignore_errors=True)
        if isinstance(error, OSError):
            raise explained(error, copy) from error
        if isinstance(error, sqlcipher.Error):
            raise WorldError("error-copy-not-made", folder=str(place)) from error
        raise
    return OnMedium(copy, examined)


def remove(made: OnMedium) -> None:
    """Take a copy away that must not be there."""
    shutil.rmtree(made.folder, ignore_errors=True)


def stage(copy: Path, part: Path, master: bytes, report: Report) -> Examined:
    """Copy what the list names into a folder and hold what arrived against it; DamagedError names what does not fit.

    NewerVersionError where a newer program wrote the record. A later file of another name is not looked at.
    """
    for name in told(sorted(_listed(copy, master)), report):
        to = part / name
        try:
            to.parent.mkdir(parents=True, exist_ok=True)
            copy_durably(copy / name, to)
        except FileNotFoundError as error:
            raise DamagedError("error-copy-lacks", name=name) from error
        except OSError as error:
            raise explained(error, to) from error
    return _check_all(copy, part, master)


def _fill(folder: Path, master: bytes, erased: Erased, part: Path, names: Iterable[str]) -> Examined:
    """Copy the record first, then file by file what lies beside it."""
    rest = iter(names)
    next(rest)
    copy_record(folder / RECORD, part / RECORD, subkey(master, "record"))
    examined = examine_still(part / RECORD, subkey(master, "record"))
    Mark(part / MARK, subkey(master, "mark")).begin(examined.head)
    ErasedList(part / ERASED, subkey(master, "erased")).write(erased)
    write_atomically(part / HEADER, (folder / HEADER).read_bytes())
    for name in rest:
        to = part / name
        to.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):  # taken away meanwhile
            copy_durably(folder / name, to)
    return examined


def _files_of(folder: Path, beside: Sequence[str]) -> Iterator[str]:
    for name in beside:
        path = folder / name
        found = sorted(path.iterdir()) if path.is_dir() else [path]
        yield from (each.relative_to(folder).as_posix() for each in found if each.is_file() and not each.is_symlink())


def _refuse_inside(folder: Path, place: Path) -> None:
    if place.resolve().is_relative_to(folder.resolve()):
        raise WorldError("error-copy-inside", folder=str(folder))


def _seal(part: Path, master: bytes) -> None:
    names = sorted(path.relative_to(part).as_posix() for path in part.rglob("*") if path.is_file())
    files = {name: _sum_of(part / name) for name in names}
    write_atomically(part / CONTENTS, sealed({"files": files}, subkey(master, "copy")))


def _listed(copy: Path, master: bytes) -> Mapping[str, str]:
    try:
        with (copy / CONTENTS).open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise DamagedError("error-copy-no-list", name=CONTENTS) from error
    plain = unsealed(content, subkey(master, "copy"), _MOST_BYTES, _DEEPEST)
    files = None if plain is None else plain.get("files")
    if not isinstance(files, dict):
        raise DamagedError("error-copy-no-list", name=CONTENTS)
    named = {str(name): str(told_sum) for name, told_sum in cast("dict[object, object]", files).items()}
    if not named.keys() >= {RECORD, HEADER, MARK} or not all(_is_within(name) for name in named):
        raise DamagedError("error-copy-no-list", name=CONTENTS)
    return named


def _is_within(name: str) -> bool:
    """True for a name that stays in the folder on every system."""
    path = PurePosixPath(name)
    is_plain = not path.is_absolute() and ".." not in path.parts and not PureWindowsPath(name).drive
    return is_plain and "\\" not in name and name not in ("", ".")


def _check_all(copy: Path, part: Path, master: bytes) -> Examined:
    for name, told_sum in _listed(copy, master).items():
        try:
            is_as_told = _sum_of(part / name) == told_sum
        except OSError as error:
            raise DamagedError("error-copy-lacks", name=name) from error
        if not is_as_told:
            raise DamagedError("error-copy-changed", name=name)
    try:
        return examine_still(part / RECORD, subkey(master, "record"))
    except WrongKeyError as error:
        raise DamagedError("error-copy-changed", name=RECORD) from error


def _sum_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
