"""After a change of passphrase or recovery key the old one opens nothing in the folder: no backup, no kept copy."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from core.entry.statement import Statement
from core.progress import GivenUpError
from core.store.records.connecting import WrongKeyError, connect_still
from core.store.vault import vault
from core.store.vault.header import read_header
from core.store.vault.place import BACKUPS, HEADER, RECORD, REPLACED, copies_of_header
from core.store.vault.recovery_key import new_recovery_key
from core.store.vault.slots import passphrase_secret, subkey, unwrap
from core.store.vault.vault import WrongPassphraseError
from tests.faults.scenes import OTHER, WORDS, at, names

BACKED_UP = 5


@pytest.fixture
def lived_in(tmp_path: Path) -> tuple[Path, str]:
    """A vault with backups, one of them without its header, and a record that was replaced; its recovery key."""
    folder = tmp_path / "vault"
    opened, recovery = vault.create_vault(folder, WORDS, at())
    for number in range(BACKED_UP):
        opened.records.add_patient([Statement.of("name", f"P{number}")], "x")
        assert opened.backup() is not None
    opened.records.add_patient([Statement.of("name", "late")], "x")
    opened.close()
    (folder / "record.db").write_bytes(b"")
    vault.restore(folder, vault.look_through(folder, WORDS, at(1))[0])
    next(iter((folder / BACKUPS).glob("*.vault"))).unlink()
    shutil.copy(folder / HEADER, folder / f"{HEADER}.replaced")  # as an older program kept it
    return folder, recovery


def alone(folder: Path, header: Path) -> Path:
    """A folder in which one header is the only one, with all the backups: what it opens, it opens by itself."""
    place = folder.parent / "alone"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(folder, place)
    for path in (place / HEADER, *copies_of_header(place)):
        path.unlink()
    shutil.copy(header, place / HEADER)
    return place


def test_an_old_passphrase_opens_no_backup(lived_in: tuple[Path, str]) -> None:
    folder, _ = lived_in
    opened = vault.open_vault(folder, WORDS, at(2))
    opened.change_passphrase(WORDS, OTHER)
    assert opened.stayed == ()
    opened.close()
    headers = copies_of_header(folder)
    for header in headers:
        place = alone(folder, header)
        with pytest.raises(WrongPassphraseError):
            vault.open_vault(place, WORDS, at(3))
        with pytest.raises(WrongPassphraseError):
            vault.look_through(place, WORDS, at(3))
        assert len(vault.look_through(place, OTHER, at(3))) == BACKED_UP + 1  # and the record as it stands
    assert len(headers) == BACKED_UP + 1 + len(list((folder / REPLACED).glob(f"*/{HEADER}")))
    sys.stdout.write(f"{len(headers)} headers, the old passphrase opens none\n")


def test_an_old_recovery_key_opens_no_backup(lived_in: tuple[Path, str]) -> None:
    folder, old = lived_in
    opened = vault.open_with_recovery_key(folder, old, at(2))
    new = opened.new_recovery_key()
    opened.close()
    for header in copies_of_header(folder):
        place = alone(folder, header)
        with pytest.raises(WrongPassphraseError):
            vault.look_through_with_recovery_key(place, old, at(3))
        assert vault.look_through_with_recovery_key(place, new, at(3))


def test_every_backup_restores_with_the_new_one(lived_in: tuple[Path, str]) -> None:
    folder, _ = lived_in
    opened = vault.open_vault(folder, WORDS, at(2))
    opened.change_passphrase(WORDS, OTHER)
    opened.close()
    (folder / HEADER).unlink()
    for number, found in enumerate(vault.look_through(folder, OTHER, at(3))[1:]):
        vault.restore(folder, found)
        assert len(names(folder, OTHER)) == BACKED_UP - number
        with pytest.raises(WrongPassphraseError):
            vault.open_vault(folder, WORDS, at(4))


def test_what_cannot_follow_is_named(lived_in: tuple[Path, str], tmp_path: Path) -> None:
    """A backup of another vault: its header is not ours to change, and the old passphrase may open it."""
    folder, _ = lived_in
    other, _ = vault.create_vault(tmp_path / "other", WORDS, at())
    other.records.add_patient([Statement.of("name", "Eve")], "x")
    made = other.backup()
    assert made is not None
    other.close()
    strange = f"{BACKUPS}/2020-01-01T00-00-00_1"
    shutil.copy(made.record, folder / f"{strange}.db")
    shutil.copy(made.header, folder / f"{strange}.vault")
    opened = vault.open_vault(folder, WORDS, at(2))
    opened.change_passphrase(WORDS, OTHER)
    assert opened.stayed == (f"{strange}.vault",)
    opened.close()


def record_key(header: bytes) -> bytes:
    master = unwrap(read_header(header).slots["passphrase"], passphrase_secret(WORDS))
    assert master is not None
    return subkey(master, "record")


def test_under_a_new_key_the_old_one_opens_nothing(lived_in: tuple[Path, str]) -> None:
    folder, old_recovery = lived_in
    stolen = (folder / HEADER).read_bytes()
    assert len(names(folder)) == BACKED_UP
    new_recovery = new_recovery_key()
    steps: list[tuple[int, int]] = []
    stayed = vault.renew_key(folder, WORDS, new_recovery, at(2), lambda done, total: steps.append((done, total)))
    assert stayed == (f"{REPLACED}/1/{RECORD}", f"{HEADER}.replaced")  # the emptied one, which nothing opens
    records = [folder / RECORD, *(folder / BACKUPS).glob("*.db")]
    assert steps == [(done, len(records) + 1) for done in range(len(records) + 2)]
    for record in records:
        with pytest.raises(WrongKeyError):
            connect_still(record, record_key(stolen))
        connect_still(record, record_key((folder / HEADER).read_bytes())).close()
    assert len(names(folder)) == BACKED_UP
    with pytest.raises(WrongPassphraseError):
        vault.open_with_recovery_key(folder, old_recovery, at(9))
    vault.open_with_recovery_key(folder, new_recovery, at(9)).close()
    assert len(vault.look_through(folder, WORDS, at(9))) == BACKED_UP + 1
    assert not list(folder.glob("moving-in*"))


def test_a_new_key_that_is_given_up_changes_nothing(lived_in: tuple[Path, str]) -> None:
    folder, recovery = lived_in
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def give_up(done: int, total: int) -> None:
        del total
        if done == 3:
            raise GivenUpError

    with pytest.raises(GivenUpError):
        vault.renew_key(folder, WORDS, new_recovery_key(), at(2), give_up)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    vault.open_with_recovery_key(folder, recovery, at(3)).close()
