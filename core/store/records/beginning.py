"""The writing connection of a record that is of this program's version: older ones are stepped up first."""

from __future__ import annotations

from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from core.store.records.connecting import open_engine, open_writer
from core.store.records.examining import MARKED, number_of
from core.store.records.stepping import newest_version, step_up


def begun(path: Path, key: bytes, *, is_marked: bool) -> sqlcipher.Connection:
    """Return a connection to a record that is made or stepped up where need be."""
    opened = open_writer(path, key)
    try:
        if number_of(opened, "PRAGMA user_version") != newest_version():
            _step_up(path, key)
        if is_marked and number_of(opened, "PRAGMA application_id") != MARKED:
            # a mark lies beside this record from now on; said inside, so that a missing one shows
            opened.execute(f"PRAGMA application_id = {MARKED}")
    except BaseException:
        opened.close()
        raise
    return opened


def _step_up(path: Path, key: bytes) -> None:
    engine = open_engine(path, key)
    try:
        step_up(engine)
    finally:
        engine.dispose()
