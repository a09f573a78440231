"""What a record file holds, told before anything of it is used: whole or not, of which version, how far its trail goes.

Works on the bare connection, so that a backup can be looked at without being changed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from core.store.records import trail
from core.store.records.connecting import WrongKeyError, connect, connect_still
from core.store.records.stepping import NewerVersionError, newest_version
from core.store.records.trail import START, Head

MARKED = 0x4B72_6D31
"""The number a record carries ("application id") from the day a mark lies beside it: a missing mark then shows."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What a record holds. ``last_at`` is the instant of the last act as it is written, "" of an empty trail."""

    version: int
    is_marked: bool
    head: Head
    last_at: str
    statements: int


def examine(path: Path, key: bytes) -> Examined:
    """Look at the record in use, its journal included.

    WrongKeyError where a page of it is not what was written, NewerVersionError where a newer program wrote it.
    """
    return _examined(path, key, connect, is_whole_chain=False)


def examine_still(path: Path, key: bytes, *, is_whole_chain: bool = True) -> Examined:
    """Look at a copy that nobody writes: its pages and the chain of its trail; nothing of it changes."""
    return _examined(path, key, connect_still, is_whole_chain=is_whole_chain)


def peek(path: Path, key: bytes) -> Examined:
    """Return what a copy holds without reading all of it."""
    opened = connect_still(path, key)
    try:
        return _read(opened)
    except sqlcipher.DatabaseError as error:
        raise WrongKeyError("error-record-damaged") from error
    finally:
        opened.close()


def act_hash(path: Path, key: bytes, sequence: int) -> str:
    """Return the hash of one act of the record in use, "" where there is none of this number."""
    opened = connect(path, key, must_exist=True)
    try:
        row = opened.execute("SELECT hash FROM auditrecord WHERE sequence = ?", (sequence,)).fetchone()
    finally:
        opened.close()
    return (START if sequence == 0 else "") if row is None else str(row[0])


def _examined(
    path: Path, key: bytes, connected: Callable[[Path, bytes], sqlcipher.Connection], *, is_whole_chain: bool
) -> Examined:
    opened = connected(path, key)
    try:
        if connected is connect:
            # a page torn while the log was put into the file stands whole in the log, which the check does not read
            opened.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        bad_pages = opened.execute("PRAGMA cipher_integrity_check").fetchall()
        told = opened.execute("PRAGMA quick_check").fetchall()
        if bad_pages or told != [("ok",)]:
            raise WrongKeyError("error-record-damaged")
        found = _read(opened)
        if is_whole_chain and not trail.is_chain(opened):
            raise WrongKeyError("error-record-damaged")
    except sqlcipher.DatabaseError as error:
        raise WrongKeyError("error-record-damaged") from error
    finally:
        opened.close()
    return found


def _read(opened: sqlcipher.Connection) -> Examined:
    version, newest = number_of(opened, "PRAGMA user_version"), newest_version()
    if version > newest:
        raise NewerVersionError("error-newer-record", found=version, newest=newest)
    is_marked = number_of(opened, "PRAGMA application_id") == MARKED
    if version == 0:  # made, and nothing ever written
        return Examined(0, is_marked, Head(0, START), "", 0)
    last = opened.execute("SELECT sequence, hash, at FROM auditrecord ORDER BY sequence DESC LIMIT 1").fetchone()
    sequence, head, at = (0, START, "") if last is None else last
    statements = number_of(opened, "SELECT count(*) FROM statementrecord")
    return Examined(version, is_marked, Head(int(str(sequence)), str(head)), str(at), statements)


def number_of(opened: sqlcipher.Connection, sql: str) -> int:
    """Return the one number a statement tells."""
    row = opened.execute(sql).fetchone()
    return 0 if row is None else int(str(row[0]))
