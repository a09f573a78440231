"""Connections to the encrypted database: every one proves that the file is encrypted and that the key is right.

SQLCipher answers a wrong key only at the first read, and opens a file of 0 bytes as an empty database; both are
looked for here, so that nobody above can forget to.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2 as sqlcipher

from core.errors import WorldError

if TYPE_CHECKING:
    from sqlalchemy import Connection as SqlConnection
    from sqlalchemy import Engine

KEY_BYTES = 32
_PLAIN_HEADER = b"SQLite format 3\x00"
_BUSY_MS = 5000


class WrongKeyError(WorldError):
    """The key does not open the database, or the database is damaged: the file cannot tell which."""


class PlainRecordError(WrongKeyError):
    """The database is not encrypted: what lies in it could be read, and put there, by anybody."""


def connect(path: Path, key: bytes, *, must_exist: bool = False) -> sqlcipher.Connection:
    """Return a connection whose key was tried; WrongKeyError where it does not open the file.

    A file that is not there is made, unless it ``must_exist``.
    """
    refuse_plain(path)
    place = f"{path.absolute().as_uri()}?mode={'rw' if must_exist else 'rwc'}"
    opened = _keyed(sqlcipher.connect(place, isolation_level=None, uri=True), key)
    opened.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    opened.execute("PRAGMA foreign_keys = ON")
    return opened


def connect_still(path: Path, key: bytes) -> sqlcipher.Connection:
    """Return a connection to a file that nobody writes: nothing is changed, and no journal is read or made beside it.

    The key was tried; WrongKeyError where it does not open the file, also where the file cannot be read at all.
    """
    if not path.is_file():  # a pipe would be waited for
        raise WrongKeyError("error-wrong-key")
    try:
        refuse_plain(path)
        opened = sqlcipher.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", isolation_level=None, uri=True)
    except (OSError, sqlcipher.Error) as error:
        raise WrongKeyError("error-wrong-key") from error
    return _keyed(opened, key)


def _keyed(opened: sqlcipher.Connection, key: bytes) -> sqlcipher.Connection:
    """Tell a connection its key and try it."""
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key has {KEY_BYTES} bytes, not {len(key)}")
    try:
        opened.execute("PRAGMA cipher_log_level = NONE")
        opened.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        if opened.execute("PRAGMA cipher_version").fetchone() is None:
            raise WorldError("error-no-encryption")
        opened.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.DatabaseError as error:
        opened.close()
        raise WrongKeyError("error-wrong-key") from error
    except BaseException:
        opened.close()
        raise
    return opened


def refuse_plain(path: Path) -> None:
    """Refuse a database that is not encrypted: what lies in it could be read by anybody."""
    if not path.is_file():  # a pipe would be waited for
        return
    with path.open("rb") as file:
        if file.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER:
            raise PlainRecordError("error-not-encrypted")


def open_writer(path: Path, key: bytes) -> sqlcipher.Connection:
    """Return the connection of the one writer, for the thread it is made on."""
    opened = connect(path, key)
    try:
        opened.execute("PRAGMA journal_mode = WAL")
        opened.execute("PRAGMA synchronous = FULL")
        opened.execute("PRAGMA secure_delete = ON")
    except BaseException:
        opened.close()
        raise
    return opened


def open_reader(path: Path, key: bytes) -> sqlcipher.Connection:
    """Return a connection that cannot write, for one reading on the thread that reads."""
    opened = connect(path, key, must_exist=True)  # else one that was deleted would come back empty
    opened.execute("PRAGMA query_only = ON")
    return opened


def open_engine(path: Path, key: bytes) -> Engine:
    """Return an engine for the steps from one version to the next: one connection, that of a writer.

    SQLAlchemy comes with it, so only where there is a step to take.
    """
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import StaticPool

    writer = partial(open_writer, path, key)
    engine = create_engine("sqlite://", module=sqlcipher, creator=writer, poolclass=StaticPool, hide_parameters=True)
    # without it SQLite begins a transaction only at the first write, and a failed migration leaves half a schema
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: SqlConnection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
