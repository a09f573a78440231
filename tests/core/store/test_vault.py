"""The vault: what opens it, what does not, and what is said when it is damaged."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from core.catalogue.catalogue import Catalogue
from core.catalogue.reading import load_catalogue
from core.entry.statement import Statement
from core.errors import WorldError
from core.language.phrases import spoken
from core.store.vault import backups, vault
from core.store.vault.attempts import seconds_to_wait
from core.store.vault.backups import Backup
from core.store.vault.header import DamagedError, NewerVaultError
from core.store.vault.lock import AlreadyOpenError
from core.store.vault.place import HEADER, RECORD, REPLACED, UnsuitablePlaceError, check_place, is_vault
from core.store.vault.recovery_key import GROUPS, MistypedKeyError, new_recovery_key, secret_of
from core.store.vault.slots import Cost
from core.store.vault.vault import Circumstances, OpenVault, WrongPassphraseError
from core.wording.errors import error_words

CHEAP = Cost(1, 8 * 4, 4)
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
PASSPHRASE = "näh Kästchen vier"
CANARY = "Kanarienvogel"
FLIPS = int(os.environ.get("KRITERION_FLIPS", "50"))
"""500 behind the variable."""


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def at(instant: datetime = NOON) -> Circumstances:
    return Circumstances(catalogue(), lambda: instant, CHEAP, steady=instant.timestamp)


def made(folder: Path) -> str:
    """A closed vault with one patient and a backup; its recovery key."""
    opened, recovery = vault.create_vault(folder, PASSPHRASE, at())
    opened.records.add_patient([Statement.of("name", CANARY)], "Dr A")
    assert opened.backup() is not None
    opened.close()
    return recovery


def names(opened: OpenVault) -> list[str]:
    found = [line.name for line in opened.records.patients()]
    opened.close()
    return found


def test_passphrase_and_recovery_key_open_the_same(tmp_path: Path) -> None:
    recovery = made(tmp_path)
    assert names(vault.open_vault(tmp_path, PASSPHRASE, at())) == [CANARY]
    assert names(vault.open_with_recovery_key(tmp_path, recovery.lower().replace("-", " "), at())) == [CANARY]


def test_a_wrong_passphrase_always_says_the_same(tmp_path: Path) -> None:
    made(tmp_path)
    told: set[str] = set()
    for wrong in ("", "x", PASSPHRASE + " ", PASSPHRASE.upper()):
        with pytest.raises(WrongPassphraseError) as caught:
            vault.open_vault(tmp_path, wrong, at(NOON + timedelta(hours=len(told) + 1)))
        told.add(str(caught.value))
        (tmp_path / "attempts.json").unlink()
    assert len(told) == 1


def test_wrong_passphrases_cost_time_across_restarts(tmp_path: Path) -> None:
    made(tmp_path)
    waits: list[int] = []
    instant = NOON
    for _ in range(10):
        waits.append(seconds_to_wait(tmp_path, instant.timestamp()))
        instant += timedelta(seconds=waits[-1])
        with pytest.raises(WrongPassphraseError):
            vault.open_vault(tmp_path, "wrong", at(instant))
    assert waits == [0, 0, 0, 1, 2, 4, 8, 16, 32, 60]
    with pytest.raises(WorldError, match=r"start-wait.*60"):
        vault.open_vault(tmp_path, PASSPHRASE, at(instant))
    assert names(vault.open_vault(tmp_path, PASSPHRASE, at(instant + timedelta(minutes=1)))) == [CANARY]
    assert seconds_to_wait(tmp_path, instant.timestamp()) == 0


def test_a_new_passphrase_opens_and_the_old_does_not(tmp_path: Path) -> None:
    made(tmp_path)
    opened = vault.open_vault(tmp_path, PASSPHRASE, at())
    with pytest.raises(WrongPassphraseError):
        opened.change_passphrase("not it", "new")
    opened.change_passphrase(PASSPHRASE, "new")
    opened.close()
    with pytest.raises(WrongPassphraseError):
        vault.open_vault(tmp_path, PASSPHRASE, at())
    assert names(vault.open_vault(tmp_path, "new", at())) == [CANARY]


def test_a_new_recovery_key_ends_the_old(tmp_path: Path) -> None:
    old = made(tmp_path)
    opened = vault.open_with_recovery_key(tmp_path, old, at())
    new = opened.new_recovery_key()
    opened.new_passphrase("forgotten no more")
    opened.close()
    with pytest.raises(WrongPassphraseError):
        vault.open_with_recovery_key(tmp_path, old, at())
    assert names(vault.open_with_recovery_key(tmp_path, new, at())) == [CANARY]
    assert names(vault.open_vault(tmp_path, "forgotten no more", at())) == [CANARY]


def test_every_single_wrong_sign_of_a_recovery_key_is_found() -> None:
    key = new_recovery_key()
    signs = [place for place, sign in enumerate(key) if sign != "-"]
    for place in signs:
        for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".replace(key[place], ""):
            with pytest.raises(MistypedKeyError) as caught:
                secret_of(key[:place] + other + key[place + 1 :])
            assert caught.value.group == place // (len(key) // GROUPS + 1) + 1 or caught.value.group in range(1, 9)
    with pytest.raises(MistypedKeyError, match=r"error-key-length.*40"):
        secret_of(key[:-1])


def test_never_two_writers(tmp_path: Path) -> None:
    made(tmp_path)
    first = vault.open_vault(tmp_path, PASSPHRASE, at())
    with pytest.raises(AlreadyOpenError):
        vault.open_vault(tmp_path, PASSPHRASE, at())
    first.close()
    assert names(vault.open_vault(tmp_path, PASSPHRASE, at())) == [CANARY]


def truncated(content: bytes) -> bytes:
    return content[: len(content) // 2]


def foreign(content: bytes) -> bytes:
    return b"%PDF-1.7 " + content[9:]


def emptied(content: bytes) -> bytes:
    return content[:0]


@pytest.mark.parametrize("name", [HEADER, RECORD])
@pytest.mark.parametrize("spoil", [truncated, foreign, emptied], ids=lambda spoil: spoil.__name__)
def test_a_spoiled_file_is_noticed_and_left_alone(tmp_path: Path, name: str, spoil: Callable[[bytes], bytes]) -> None:
    made(tmp_path)
    spoiled = spoil((tmp_path / name).read_bytes())
    (tmp_path / name).write_bytes(spoiled)
    with pytest.raises(DamagedError) as caught:
        vault.open_vault(tmp_path, PASSPHRASE, at())
    assert "newest backup" in error_words(caught.value, spoken("en"))
    assert (tmp_path / name).read_bytes() == spoiled
    vault.restore(tmp_path, vault.look_through(tmp_path, PASSPHRASE, at())[0])
    assert names(vault.open_vault(tmp_path, PASSPHRASE, at())) == [CANARY]


def newest_backup(folder: Path) -> Backup:
    return backups.backups_in(folder)[0]


@pytest.mark.parametrize("name", [HEADER, RECORD])
def test_a_missing_file_is_not_made_anew(tmp_path: Path, name: str) -> None:
    made(tmp_path)
    (tmp_path / name).unlink()
    with pytest.raises(DamagedError):
        vault.open_vault(tmp_path, PASSPHRASE, at())
    assert not (tmp_path / name).exists()
    with pytest.raises(WorldError, match="error-vault-exists"):
        vault.create_vault(tmp_path, PASSPHRASE, at())


def test_what_a_broken_creation_left_is_no_vault(tmp_path: Path) -> None:
    """A record without any header, as an older program left it: nothing opens it, and it is kept."""
    (tmp_path / RECORD).write_bytes(b"of a key that nobody knows")
    assert not is_vault(tmp_path)
    opened, _ = vault.create_vault(tmp_path, PASSPHRASE, at())
    opened.close()
    assert names(vault.open_vault(tmp_path, PASSPHRASE, at())) == []
    assert (tmp_path / REPLACED / "1" / RECORD).read_bytes() == b"of a key that nobody knows"


def test_what_was_replaced_is_numbered(tmp_path: Path) -> None:
    made(tmp_path)
    for _ in range(3):
        found = vault.look_through(tmp_path, PASSPHRASE, at())
        vault.restore(tmp_path, next(each for each in found if each.backup is not None))
        assert names(vault.open_vault(tmp_path, PASSPHRASE, at())) == [CANARY]
    assert sorted(path.name for path in (tmp_path / REPLACED).iterdir()) == ["1", "2", "3"]


def test_only_good_backups_are_offered_the_newest_first(tmp_path: Path) -> None:
    made(tmp_path)
    opened = vault.open_vault(tmp_path, PASSPHRASE, at(NOON + timedelta(hours=1)))
    for name in ("Bea", "Cid", "Dea", "Eva"):
        opened.records.add_patient([Statement.of("name", name)], "x")
        opened.backup()
    opened.records.add_patient([Statement.of("name", "late")], "x")
    opened.close()
    newest, cut, emptied_, changed, oldest = backups.backups_in(tmp_path)
    cut.record.write_bytes(truncated(cut.record.read_bytes()))
    emptied_.record.write_bytes(b"")
    changed.record.unlink()
    os.mkfifo(changed.record)
    (tmp_path / RECORD).write_bytes(b"")
    found = vault.look_through(tmp_path, PASSPHRASE, at())
    assert [each.backup for each in found] == [newest, oldest]
    assert [(each.examined.statements, each.lost) for each in found] == [(5, 2), (1, 10)]


def test_flipped_bits_are_noticed(tmp_path: Path) -> None:
    """A tenth of the flips of the full run; every one is noticed before a value is shown."""
    made(tmp_path)
    chance = random.Random(20261122)
    for name in (RECORD, RECORD, RECORD, RECORD, HEADER) * (FLIPS // 5):
        whole = (tmp_path / name).read_bytes()
        place, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        (tmp_path / name).write_bytes(whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :])
        with pytest.raises(WorldError):
            vault.open_vault(tmp_path, PASSPHRASE, at()).close()
        (tmp_path / name).write_bytes(whole)
        (tmp_path / "attempts.json").unlink(missing_ok=True)
    assert names(vault.open_vault(tmp_path, PASSPHRASE, at())) == [CANARY]


def test_a_newer_vault_is_refused_with_words(tmp_path: Path) -> None:
    made(tmp_path)
    header = (tmp_path / HEADER).read_text().replace('"version": 1', '"version": 2')
    (tmp_path / HEADER).write_text(header)
    with pytest.raises(NewerVaultError, match="newer"):
        vault.open_vault(tmp_path, PASSPHRASE, at())


def test_a_backup_is_made_only_after_a_change(tmp_path: Path) -> None:
    made(tmp_path)
    opened = vault.open_vault(tmp_path, PASSPHRASE, at(NOON + timedelta(hours=1)))
    assert opened.backup() is None
    opened.records.add_patient([Statement.of("name", "Bea")], "x")
    backup = opened.backup()
    assert backup is not None
    assert len(opened.backups()) == len({backup, newest_backup(tmp_path)}) + 1
    opened.close()


def test_old_backups_are_thinned() -> None:
    made_at = [NOON - timedelta(hours=hours) for hours in range(0, 24 * 100, 6)]
    known = [Backup(Path(f"{when:%Y%m%d%H}"), Path("h"), when) for when in made_at]
    gone = set(backups.thin(known, NOON))
    kept = [each for each in known if each not in gone]
    assert [each for each in kept if NOON - each.made_at <= timedelta(days=1)] == known[:5]
    days = [each.made_at.date() for each in kept if timedelta(days=1) < NOON - each.made_at <= timedelta(days=30)]
    assert len(days) == len(set(days))
    assert {each.made_at.month for each in known} == {each.made_at.month for each in kept}


def test_no_file_of_the_vault_holds_a_name_or_the_passphrase(tmp_path: Path) -> None:
    made(tmp_path)
    opened = vault.open_vault(tmp_path, PASSPHRASE, at())
    opened.records.keep_draft(opened.records.patients()[0].id, "name||", CANARY)
    opened.records.finish()
    for path in tmp_path.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert CANARY.encode() not in content
            assert PASSPHRASE.encode() not in content
            assert not content.startswith(b"SQLite format 3")
    opened.close()


@pytest.mark.parametrize("part", ["OneDrive - Clinic", "Dropbox", "Nextcloud", "iCloud Drive", "Google Drive"])
def test_a_synchronised_folder_is_refused_with_the_reason(tmp_path: Path, part: str) -> None:
    with pytest.raises(UnsuitablePlaceError, match=part):
        check_place(tmp_path / part / "vault")
    check_place(tmp_path / "vault")
