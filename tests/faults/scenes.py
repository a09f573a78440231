"""What can be broken off in a vault: how it stands before, what is done, and what has to be true whenever it stops."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from core.catalogue.catalogue import Catalogue
from core.entry.statement import Statement
from core.store.records import stepping
from core.store.records.connecting import connect
from core.store.records.examining import examine
from core.store.records.stepping import Migration
from core.store.vault import restoring, vault
from core.store.vault.erasing import copies_in
from core.store.vault.header import DamagedError, read_header
from core.store.vault.place import HEADER, RECORD, REPLACED, copies_of_header, is_vault
from core.store.vault.recovery_key import new_recovery_key
from core.store.vault.slots import Cost, passphrase_secret, subkey, unwrap
from core.store.vault.vault import PASSPHRASE, Circumstances, WrongPassphraseError
from tests.faults.plain_pages import found_in

WORDS = "four words and more"
OTHER = "five other words and more"
_NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
_WHOLE = ["Ada", "Bea"]


@dataclass(frozen=True)
class Scene:
    """``check`` says what was found ("old", "new"), or raises AssertionError."""

    prepare: Callable[[Path], None]
    act: Callable[[Path], None]
    check: Callable[[Path], str]


def at(hours: int = 0) -> Circumstances:
    """What a vault needs, some hours after noon."""
    return Circumstances(Catalogue({}, {}, {}), lambda: _NOON + timedelta(hours=hours), Cost(1, 32, 4))


def names(folder: Path, words: str = WORDS) -> list[str]:
    """Open a vault and return who is in it; the trail has to be whole and nothing noticed."""
    opened = vault.open_vault(folder, words, at(9))
    found = sorted(line.name for line in opened.records.patients())
    assert opened.records.check_all().is_whole
    assert opened.noticed == (), opened.noticed
    opened.close()
    return found


def with_backup_and_journal(folder: Path) -> None:
    """A backup with one patient, and a record with two whose second lies in the journal: the process is ended."""
    opened, _ = vault.create_vault(folder, WORDS, at())
    opened.records.add_patient([Statement.of("name", "Ada")], "x")
    assert opened.backup() is not None
    opened.close()
    again = vault.open_vault(folder, WORDS, at(1))
    again.records.add_patient([Statement.of("name", "Bea")], "x")
    os._exit(0)  # as a power cut: the journal stays


def without_header(folder: Path) -> None:
    """The same, and its header is lost."""
    if os.fork() == 0:
        with_backup_and_journal(folder)
    os.wait()
    (folder / HEADER).unlink()


def nothing(folder: Path) -> None:
    """No vault yet."""
    folder.mkdir()


# --- restoring


def restore_backup(folder: Path) -> None:
    """Put the backup in the place of a record that is whole."""
    found = restoring.look_through(folder, PASSPHRASE, passphrase_secret(WORDS))
    vault.restore(folder, next(each for each in found.restorable if each.backup is not None))


def old_or_new(folder: Path) -> str:
    """The old record opens, or the new one does and the old one is kept with its journal."""
    found = names(folder)
    if found == _WHOLE:
        return "old"
    assert found == ["Ada"]
    kept = folder / REPLACED / "1"
    assert (kept / RECORD).exists()
    assert (kept / HEADER).exists()
    key = subkey(_master((folder / HEADER).read_bytes(), WORDS) or b"", "record")
    opened = connect(kept / RECORD, key)
    assert opened.execute("SELECT count(*) FROM patientrecord").fetchone() == (2,)
    opened.close()
    return "new"


def restore_header(folder: Path) -> None:
    """Put a header back."""
    vault.restore(folder, vault.look_through(folder, WORDS, at(2))[0])


def old_or_whole(folder: Path) -> str:
    """Either the header is still missing and everything can be had, or it is back and nothing was lost."""
    assert is_vault(folder)
    try:
        found = names(folder)
    except DamagedError:
        assert vault.look_through(folder, WORDS, at(3))[0].examined.statements == len(_WHOLE)
        restore_header(folder)
        assert names(folder) == _WHOLE
        return "old"
    assert found == _WHOLE
    return "new"


# --- creating, changing, backing up, stepping up


def create(folder: Path) -> None:
    """Make a vault."""
    vault.create_vault(folder, WORDS, at())[0].close()


def nothing_or_whole(folder: Path) -> str:
    """Either no vault is there and one can be made, or it opens."""
    if is_vault(folder):
        assert names(folder) == []
        return "new"
    create(folder)
    assert names(folder) == []
    return "old"


def change(folder: Path) -> None:
    """Change the passphrase."""
    opened = vault.open_vault(folder, WORDS, at(2))
    opened.change_passphrase(WORDS, OTHER)
    assert opened.stayed == ()
    opened.close()


def one_opens(folder: Path) -> str:
    """One of the two opens; once it did, the other one opens no header in the folder."""
    for words, other, told in ((WORDS, OTHER, "old"), (OTHER, WORDS, "new")):
        try:
            assert names(folder, words) == _WHOLE
        except WrongPassphraseError:
            continue
        for header in (folder / HEADER, *copies_of_header(folder)):
            assert _master(header.read_bytes(), other) is None, header
            assert _master(header.read_bytes(), words) is not None, header
        assert list(folder.rglob("*.part")) == []
        return told
    raise AssertionError("neither opens")


def back_up(folder: Path) -> None:
    """Make a backup."""
    opened = vault.open_vault(folder, WORDS, at(2))
    assert opened.backup() is not None
    opened.close()


def backups_open(folder: Path) -> str:
    """Every backup that has a name is whole."""
    assert names(folder) == _WHOLE
    found = restoring.look_through(folder, PASSPHRASE, passphrase_secret(WORDS)).restorable
    made = [each for each in found if each.backup is not None]
    assert len(made) == len(list((folder / "backups").glob("*.db")))
    return "new" if len(made) > 1 else "old"


def step_up(folder: Path) -> None:
    """Open with a program that knows one version more."""
    _know_version_2()
    vault.open_vault(folder, WORDS, at(2)).close()


def steps_or_stays(folder: Path) -> str:
    """The version is the old one whole or the new one whole; before the new one there was a backup of the old."""
    key = subkey(_master((folder / HEADER).read_bytes(), WORDS) or b"", "record")
    opened = connect(folder / RECORD, key)
    version = opened.execute("PRAGMA user_version").fetchone()
    tables = opened.execute("SELECT count(*) FROM sqlite_master WHERE name IN ('one', 'two')").fetchone()
    opened.close()
    assert (version, tables) in (((1,), (0,)), ((2,), (2,)))
    found = restoring.look_through(folder, PASSPHRASE, passphrase_secret(WORDS)).restorable if version == (1,) else ()
    _know_version_2()
    assert names(folder) == _WHOLE
    if version == (1,):
        assert found
        return "old"
    kept = [connect(path, key) for path in (folder / "backups").glob("*.db")]
    held = [each.execute("SELECT count(*) FROM patientrecord").fetchone() for each in kept]
    assert (2,) in held
    return "new"


def _know_version_2() -> None:
    shipped = stepping.all_migrations()
    second = Migration(2, ("CREATE TABLE one (id INTEGER)", "CREATE TABLE two (id INTEGER)"))
    stepping.all_migrations = lambda: (*shipped, second)


def _master(header: bytes, words: str) -> bytes | None:
    return unwrap(read_header(header).slots[PASSPHRASE], passphrase_secret(words))


def renew(folder: Path) -> None:
    """Encrypt everything under a new key."""
    assert vault.renew_key(folder, WORDS, new_recovery_key(), at(2)) == ()


def one_key(folder: Path) -> str:
    """Everything is under one key, the old one or the new one."""
    assert names(folder) == _WHOLE
    master = _master((folder / HEADER).read_bytes(), WORDS) or b""
    for path in (folder / RECORD, *folder.glob(f"*/*{RECORD}"), *(folder / "backups").glob("*.db")):
        connect(path, subkey(master, "record")).close()
    for header in copies_of_header(folder):
        assert read_header(header.read_bytes()).is_sealed_by(subkey(master, "header"))
    return "old" if (folder / OLD_KEY).read_bytes() == subkey(master, "record") else "new"


def with_old_key_noted(folder: Path) -> None:
    """As above, and which key it was lies beside it."""
    if os.fork() == 0:
        with_backup_and_journal(folder)
    os.wait()
    master = _master((folder / HEADER).read_bytes(), WORDS) or b""
    (folder / OLD_KEY).write_bytes(subkey(master, "record"))


OLD_KEY = "old-key"


# --- erasing

GONE = "Quillfeather"
_KEEPS = "Bea"


def with_somebody_to_erase(folder: Path) -> None:
    """A patient in the record, its journal, a backup, and in a kept copy with a journal of its own."""
    killed = folder.parent / "killed"
    opened, _ = vault.create_vault(folder, WORDS, at())
    opened.records.add_patient([Statement.of("name", _KEEPS)], "x")
    patient = opened.records.add_patient([Statement.of("name", GONE)], "x")
    for number in range(3):
        opened.records.record(patient, Statement.of("note", f"{GONE} {'y' * number * 3000}"), "x").result()
        assert opened.backup() is not None
    shutil.copytree(folder, killed)
    opened.close()
    kept = folder / REPLACED / "1"
    kept.mkdir(parents=True)
    for name in (RECORD, f"{RECORD}-wal", HEADER):
        shutil.copy(killed / name, kept)
    shutil.rmtree(killed)
    again = vault.open_vault(folder, WORDS, at(1))
    again.records.record(patient, Statement.of("note", GONE), "x").result()
    os._exit(0)


def erase(folder: Path) -> None:
    """Erase one of two, everywhere."""
    opened = vault.open_vault(folder, WORDS, at(2))
    patient = next(line.id for line in opened.records.patients() if line.name == GONE)
    opened.erasing.erase(patient, "asked for it", "x")
    assert opened.erasing.finish() == ()
    opened.close()


def erased_or_on_the_list(folder: Path) -> str:
    """Every copy opens whole; where the patient is still in a file, the list names it, and the next time goes on."""
    opened = vault.open_vault(folder, WORDS, at(3))
    key = subkey(_master((folder / HEADER).read_bytes(), WORDS) or b"", "record")
    found, listed = found_in(folder, key, (GONE,)), {each.name for each in opened.erasing.still}
    patients = sorted(line.name for line in opened.records.patients())
    for name in copies_in(folder):
        examine(folder / name, key)
    assert opened.records.check_all().is_whole
    assert opened.noticed == ()
    if patients == [_KEEPS, GONE]:
        assert listed == set()
        opened.close()
        erase(folder)
        assert found_in(folder, key, (GONE,)) == {}
        return "old"
    assert patients == [_KEEPS]
    assert set(found) <= listed, (found, listed)
    assert opened.erasing.finish() == ()
    opened.close()
    assert found_in(folder, key, (GONE,)) == {}
    assert names(folder) == [_KEEPS]
    return f"new, {len(listed)} to go on with"


SCENES = {
    "erasing": Scene(with_somebody_to_erase, erase, erased_or_on_the_list),
    "renewing the key": Scene(with_old_key_noted, renew, one_key),
    "restoring": Scene(with_backup_and_journal, restore_backup, old_or_new),
    "restoring a header": Scene(without_header, restore_header, old_or_whole),
    "creating": Scene(nothing, create, nothing_or_whole),
    "changing the passphrase": Scene(with_backup_and_journal, change, one_opens),
    "backing up": Scene(with_backup_and_journal, back_up, backups_open),
    "stepping up": Scene(with_backup_and_journal, step_up, steps_or_stays),
}
