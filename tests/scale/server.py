"""A PostgreSQL of our own: in a folder that goes again, on a socket in it and on no port."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_FOLDERS = ("/usr/lib/postgresql", "/usr/pgsql")
_ROOT = 0
_USER = "clinic"


def program(name: str) -> str | None:
    """Return where a program of PostgreSQL lies: on the path, or where Debian puts what it does not put there."""
    found = shutil.which(name)
    if found is not None:
        return found
    lying = [each for folder in _FOLDERS for each in sorted(Path(folder).glob(f"*/bin/{name}"), reverse=True)]
    return str(lying[0]) if lying else None


@contextmanager
def running() -> Generator[str]:
    """Run a server and give what connects to it; PostgreSQL refuses to run as root, so root lends it to somebody."""
    folder = Path(tempfile.mkdtemp(prefix="kriterion-postgres-"))
    is_root = os.geteuid() == _ROOT
    lent: dict[str, Any] = {"user": "postgres" if _is_known("postgres") else "nobody"} if is_root else {}
    if is_root:
        shutil.chown(folder, lent["user"])
    data = folder / "data"
    try:
        _run(["initdb", "-D", str(data), "-U", _USER, "--auth=trust", "--no-sync", "--encoding=UTF8"], lent)
        # Nothing here outlives a crash, so nothing waits for the disk.
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        _run(["pg_ctl", "-D", str(data), "-l", str(folder / "log"), "-w", "-o", options, "start"], lent)
        try:
            yield f"host={folder} user={_USER} dbname=postgres"
        finally:
            _run(["pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop"], lent)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _is_known(user: str) -> bool:
    try:
        pwd.getpwnam(user)
    except KeyError:
        return False
    return True


def _run(words: Sequence[str], lent: dict[str, Any]) -> None:
    found = program(words[0])
    assert found is not None, f"apt install postgresql: there is no {words[0]}"
    subprocess.run([found, *words[1:]], check=True, capture_output=True, timeout=60, cwd="/", **lent)
