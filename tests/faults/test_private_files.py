"""The record is the user's alone: rights of files and folders, no core, a socket of one's own, a lock that holds."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.catalogue.catalogue import Catalogue
from core.entry.statement import Statement
from core.language.phrases import LANGUAGES, spoken
from core.places.store_python import is_store_python
from core.store.vault import vault
from core.store.vault.lock import AlreadyOpenError
from core.store.vault.slots import Cost
from core.store.vault.vault import Circumstances
from core.use_cases.keep_settings import Settings, keep_settings
from core.use_cases.keep_shelf import Shelf
from core.wording import places
from tests.core.documents.test_logo import png
from ui.desktop.socket_place import socket_place

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "four words and more"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def at(instant: datetime = NOON) -> Circumstances:
    return Circumstances(Catalogue({}, {}, {}), lambda: instant, Cost(1, 32, 4))


def full_vault(folder: Path) -> None:
    """A vault with everything that lies in one."""
    opened, _ = vault.create_vault(folder, PASSPHRASE, at())
    opened.records.add_patient([Statement.of("name", "Synthetic")], "x")
    opened.backup()
    keep_settings(folder, Settings())
    (folder / "letterhead.png").write_bytes(png())
    Shelf(folder / "rules", opened.seal).keep(folder / "rules" / "a.yaml", b"id: a\n")
    opened.close()
    with pytest.raises(vault.WrongPassphraseError):
        vault.open_vault(folder, "wrong", at())


def open_to_others(folder: Path) -> list[str]:
    found = [path for path in (folder, *folder.rglob("*")) if path.lstat().st_mode & 0o077]
    return [str(path.relative_to(folder)) for path in found]


def test_nothing_of_a_vault_is_open_to_others(tmp_path: Path) -> None:
    """Whatever the umask: also what an earlier version left open is closed when the vault is opened."""
    before = os.umask(0)
    try:
        folder = tmp_path / "vault"
        full_vault(folder)
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o777 if path.is_dir() else 0o666)
        opened = vault.open_vault(folder, PASSPHRASE, at(NOON + timedelta(minutes=1)))
        opened.records.add_patient([Statement.of("name", "Another")], "x")  # the write-ahead log is made
        opened.records.finish()
        assert (folder / "record.db-wal").exists()
        assert open_to_others(folder) == []
        opened.close()
    finally:
        os.umask(before)


def test_a_new_vault_is_closed_from_the_first_moment(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        vault.create_vault(tmp_path / "vault", PASSPHRASE, at())[0].close()
    finally:
        os.umask(before)
    assert open_to_others(tmp_path / "vault") == []


def test_what_is_not_the_programs_own_is_left_as_it_is(tmp_path: Path) -> None:
    """Somebody may name a folder that holds other things, and a link leads elsewhere."""
    folder, elsewhere = tmp_path / "vault", tmp_path / "elsewhere.png"
    folder.mkdir(0o755)
    for path in (folder / "notes.txt", elsewhere):
        path.write_text("x")
        path.chmod(0o644)
    (folder / "letterhead.png").symlink_to(elsewhere)
    (folder / "work").mkdir(0o755)
    vault.create_vault(folder, PASSPHRASE, at())[0].close()
    assert stat.S_IMODE((folder / "notes.txt").stat().st_mode) == 0o644
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o644
    assert stat.S_IMODE((folder / "work").stat().st_mode) == 0o755
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_what_a_killed_run_left_goes_at_the_next_start(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    full_vault(folder)
    left = [
        folder / ".kriterion-abc.part",
        folder / "backups" / ".unfinished.part",
        folder / "backups" / ".kriterion-x.part",
        folder / "rules" / ".kriterion-y.part",
    ]
    for path in left:
        path.write_bytes(b"half of a record")
    (folder / "mine.part").touch()
    vault.open_vault(folder, PASSPHRASE, at(NOON + timedelta(minutes=1))).close()
    assert [path for path in left if path.exists()] == []
    assert (folder / "mine.part").exists()


# --- the lock


def lock_file_deleted(folder: Path) -> None:
    """The file of the lock is gone."""
    (folder / "in-use.lock").unlink()


def lock_file_replaced(folder: Path) -> None:
    """Another file stands in its place."""
    lock_file_deleted(folder)
    (folder / "in-use.lock").touch()


def nothing_done(folder: Path) -> None:
    """All is as it was."""
    del folder


OPENING = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from core.catalogue.catalogue import Catalogue
from core.store.vault import vault
from core.store.vault.lock import AlreadyOpenError
from core.store.vault.slots import Cost
try:
    vault.open_vault(Path(sys.argv[1]), sys.argv[2], vault.Circumstances(
        Catalogue({}, {}, {}), lambda: datetime(2026, 11, 22, 13, tzinfo=UTC), Cost(1, 32, 4))).close()
    print("opened")
except AlreadyOpenError:
    print("refused")
"""


@pytest.mark.parametrize("done", [nothing_done, lock_file_deleted, lock_file_replaced], ids=lambda each: each.__name__)
def test_never_a_second_writer(tmp_path: Path, done: Callable[[Path], None]) -> None:
    """In this process and in another, whatever became of the file of the lock."""
    folder = tmp_path / "vault"
    full_vault(folder)
    opened = vault.open_vault(folder, PASSPHRASE, at(NOON + timedelta(minutes=1)))
    if os.name == "nt" and done is not nothing_done:
        with pytest.raises(PermissionError):
            done(folder)
    else:
        done(folder)
    with pytest.raises(AlreadyOpenError):
        vault.open_vault(folder, PASSPHRASE, at(NOON + timedelta(minutes=1)))
    assert run_python(OPENING, str(folder), PASSPHRASE) == "refused"
    opened.close()
    opened.close()
    assert run_python(OPENING, str(folder), PASSPHRASE) == "opened"


# --- the process


def run_python(program: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.strip()


def test_no_core_no_looking_in_and_no_open_files() -> None:
    told = run_python(
        """
        import ctypes, os, resource, sys, tempfile
        from pathlib import Path
        from core.own_process import keep_private
        keep_private()
        made = Path(tempfile.mkdtemp()) / "made"
        made.mkdir()
        (made / "file").write_text("x")
        print(resource.getrlimit(resource.RLIMIT_CORE), oct(made.stat().st_mode & 0o777))
        print(oct((made / "file").stat().st_mode & 0o777))
        if sys.platform == "linux":
            print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
            print(Path("/proc/self/mounts").read_bytes() != b"")
        """
    )
    assert told.split("\n")[:2] == ["(0, 0) 0o700", "0o600"]
    if sys.platform == "linux":
        assert told.split("\n")[2:] == ["0", "True"]


def test_the_window_keeps_its_process_private() -> None:
    """The first thing it does once there can be a window."""
    told = run_python(
        """
        import main, sys
        from core import own_process
        from ui.desktop import starting
        own_process.keep_private = lambda: (print("private"), sys.exit(0))
        starting.why_not = lambda: ""
        main.window()
        """
    )
    assert told == "private"


# --- the socket


def test_the_socket_lies_in_a_closed_folder_of_the_users_own(tmp_path: Path) -> None:
    runtime = tmp_path / "run"
    runtime.mkdir(0o700)
    place = Path(socket_place("name", {"XDG_RUNTIME_DIR": str(runtime)}))
    assert place.parent.lstat().st_uid == os.geteuid()
    assert stat.S_IMODE(place.parent.lstat().st_mode) == 0o700
    assert len(str(place)) <= 100


def test_a_folder_that_is_not_ones_own_holds_no_socket(tmp_path: Path) -> None:
    """One that somebody made before as a link, and one that is open to others."""
    runtime = Path(tempfile.mkdtemp(prefix="run"))  # the one pytest gives is too long for a socket
    try:
        (runtime / "kriterion").symlink_to(tmp_path)
        assert not socket_place("name", {"XDG_RUNTIME_DIR": str(runtime)}).startswith(str(runtime))
        (runtime / "kriterion").unlink()
        (runtime / "kriterion").mkdir()
        (runtime / "kriterion").chmod(0o777)
        assert socket_place("name", {"XDG_RUNTIME_DIR": str(runtime)}) == str(runtime / "kriterion" / "name")
        assert stat.S_IMODE((runtime / "kriterion").stat().st_mode) == 0o700
    finally:
        (runtime / "kriterion").rmdir()
        runtime.rmdir()


# --- the Python of the Windows store

STORE = (
    ("C:\\Program Files\\WindowsApps\\PythonSoftwareFoundation.Python.3.11_qbz5n2kfra8p0\\python.exe", "win32", True),
    ("C:\\Users\\me\\AppData\\Local\\Microsoft\\WindowsApps\\python3.exe", "win32", True),
    ("c:\\users\\me\\appdata\\local\\microsoft\\windowsapps\\python.exe", "win32", True),
    ("C:\\Users\\me\\AppData\\Local\\Programs\\Python\\Python311\\python.exe", "win32", False),
    ("C:\\WindowsAppsOld\\python.exe", "win32", False),
    ("/srv/WindowsApps/python", "linux", False),
)


@pytest.mark.parametrize(("place", "platform", "is_it"), STORE)
def test_the_python_of_the_store_is_known(place: str, platform: str, *, is_it: bool) -> None:
    assert is_store_python((place, ""), platform) is is_it
    assert is_store_python(("D:\\project\\.venv\\Scripts\\python.exe", place), platform) is is_it


@pytest.mark.parametrize("language", LANGUAGES)
def test_and_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: str) -> None:
    monkeypatch.setattr(places, "is_store_python", bool(1).__bool__)
    assert "python.org" in places.record_warning(tmp_path, spoken(language))
