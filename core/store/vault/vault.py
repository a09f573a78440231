"""Create, open and close a vault: the one way to the records."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from core.catalogue.catalogue import Catalogue
from core.errors import WorldError
from core.progress import Report, unwatched
from core.store.records import Records
from core.store.records.connecting import WrongKeyError
from core.store.records.stepping import NewerVersionError
from core.store.vault import attempts, backups
from core.store.vault.backups import Backup
from core.store.vault.header import LIMIT_BYTES, DamagedError, Header, read_header
from core.store.vault.lock import Lock
from core.store.vault.place import HEADER, RECORD, is_vault
from core.store.vault.recovery_key import new_recovery_key, secret_of
from core.store.vault.slots import KEY_BYTES, Cost, passphrase_secret, subkey, unwrap, wrap
from core.store.vault.tidying import tidy
from core.writing import make_folder, write_atomically

PASSPHRASE, RECOVERY = "passphrase", "recovery"


class WrongPassphraseError(WorldError):
    """The secret opens no slot. The message is always the same: it tells nothing of how wrong it was."""

    def __init__(self) -> None:
        super().__init__("error-does-not-open")


@dataclass(frozen=True)
class Circumstances:
    """What a vault needs from outside: the catalogue, the clock, the cost of trying a passphrase."""

    catalogue: Catalogue
    now: Callable[[], datetime]
    cost: Cost = field(default_factory=Cost)


def create_vault(folder: Path, passphrase: str, circumstances: Circumstances) -> tuple[OpenVault, str]:
    """Make a vault and open it; return it with its recovery key, which is shown this one time."""
    if is_vault(folder):
        raise WorldError("error-vault-exists", folder=str(folder))
    make_folder(folder)
    recovery = new_recovery_key()
    master = secrets.token_bytes(KEY_BYTES)
    slots = {
        PASSPHRASE: wrap(master, passphrase_secret(passphrase), circumstances.cost),
        RECOVERY: wrap(master, secret_of(recovery), None),
    }
    header = Header(slots).sealed(subkey(master, "header"))
    lock = Lock(folder)
    try:
        tidy(folder)
        records = Records(folder / RECORD, subkey(master, "record"), circumstances.catalogue, circumstances.now)
        tidy(folder)
        write_atomically(folder / HEADER, header.written())
    except BaseException:
        lock.release()
        raise
    return OpenVault(folder, records, _Keys(master, header), lock, circumstances), recovery


def open_vault(folder: Path, passphrase: str, circumstances: Circumstances) -> OpenVault:
    """Open a vault with its passphrase; WrongPassphraseError, DamagedError, NewerVersionError, AlreadyOpenError."""
    return _opened(folder, PASSPHRASE, passphrase_secret(passphrase), circumstances)


def open_with_recovery_key(folder: Path, text: str, circumstances: Circumstances) -> OpenVault:
    """Open a vault with the printed key; MistypedKeyError names the group with a slip."""
    return _opened(folder, RECOVERY, secret_of(text), circumstances)


def restore(folder: Path, backup: Backup) -> None:
    """Put a backup in the place of record and header; what stood there is kept under another name."""
    lock = Lock(folder)
    try:
        for stands, comes in ((folder / RECORD, backup.record), (folder / HEADER, backup.header)):
            if stands.exists():
                stands.replace(stands.with_name(f"{stands.name}.replaced"))
            write_atomically(stands, comes.read_bytes())
        for left in (f"{RECORD}-wal", f"{RECORD}-shm"):
            if (folder / left).exists():
                (folder / left).replace(folder / f"{left}.replaced")
    except OSError as error:
        raise WorldError("error-not-restored") from error
    finally:
        lock.release()


def _opened(folder: Path, slot: str, secret: bytes, circumstances: Circumstances) -> OpenVault:
    wait = attempts.seconds_to_wait(folder, circumstances.now())
    if wait:
        raise WorldError("start-wait", seconds=wait)
    header = _header(folder)
    master = unwrap(header.slots[slot], secret) if slot in header.slots else None
    if master is None:
        attempts.note_failure(folder, circumstances.now())
        raise WrongPassphraseError
    attempts.note_success(folder)
    if not header.is_sealed_by(subkey(master, "header")):
        raise DamagedError("error-header-changed")
    return _with_records(folder, _Keys(master, header), circumstances)


def _with_records(folder: Path, keys: _Keys, circumstances: Circumstances) -> OpenVault:
    record, key = folder / RECORD, subkey(keys.master, "record")
    if not record.exists() or record.stat().st_size == 0:  # would open as an empty record
        raise DamagedError("error-record-missing")
    lock = Lock(folder)
    tidy(folder)
    try:
        backups.check_record(record, key)
        records = Records(record, key, circumstances.catalogue, circumstances.now)
    except WrongKeyError as error:
        lock.release()
        raise DamagedError("error-record-damaged") from error
    except BaseException:
        lock.release()
        raise
    return OpenVault(folder, records, keys, lock, circumstances)


def _header(folder: Path) -> Header:
    try:
        with (folder / HEADER).open("rb") as file:
            return read_header(file.read(LIMIT_BYTES))
    except FileNotFoundError as error:
        raise DamagedError("error-header-missing") from error
    except OSError as error:
        raise WorldError("error-vault-unreadable", folder=str(folder)) from error


@dataclass(frozen=True, slots=True)
class _Keys:
    master: bytes
    header: Header


class OpenVault:
    """An open vault. ``close`` writes what was asked and drops the keys."""

    def __init__(self, folder: Path, records: Records, keys: _Keys, lock: Lock, circumstances: Circumstances) -> None:
        self.folder = folder
        self.records = records
        self._keys: _Keys | None = keys
        self._lock = lock
        self._circumstances = circumstances

    def change_passphrase(self, old: str, new: str) -> None:
        """Wrap the key anew; nothing else changes, so that no record is written again."""
        if unwrap(self._open_keys.header.slots[PASSPHRASE], passphrase_secret(old)) is None:
            raise WrongPassphraseError
        self._put_slot(PASSPHRASE, passphrase_secret(new), self._circumstances.cost)

    def new_passphrase(self, new: str) -> None:
        """Set a passphrase after the recovery key opened the vault."""
        self._put_slot(PASSPHRASE, passphrase_secret(new), self._circumstances.cost)

    def new_recovery_key(self) -> str:
        """Return a new recovery key, shown this one time; the old one opens nothing any more."""
        recovery = new_recovery_key()
        self.use_recovery_key(recovery)
        return recovery

    def use_recovery_key(self, recovery: str) -> None:
        """Let a key that is on paper by now open the vault, in the place of the old one."""
        self._put_slot(RECOVERY, secret_of(recovery), None)

    def backup(self, report: Report = unwatched) -> Backup | None:
        """Make a backup if anything was recorded since the newest; old ones are thinned."""
        now = self._circumstances.now()
        head = self.records.audit_head()
        known = self.backups()
        if known and backups.head_in(known[0], self._record_key) == head:
            return None
        made = backups.make_backup(self.folder / RECORD, self.folder / HEADER, self._record_key, now, report)
        backups.remove(backups.thin(self.backups(), now))
        return made

    def backups(self) -> tuple[Backup, ...]:
        """Return the backups, the newest first."""
        return backups.backups_in(self.folder)

    def seal(self, content: bytes) -> str:
        """Return the MAC of what lies beside the record and counts only if this vault says so."""
        return hmac.new(subkey(self._open_keys.master, "beside"), content, hashlib.sha256).hexdigest()

    def close(self) -> None:
        """Close the record and drop the keys."""
        if self._keys is not None:
            self.records.close()
            self._keys = None
            self._lock.release()

    @property
    def _open_keys(self) -> _Keys:
        if self._keys is None:
            raise WorldError("error-closed")
        return self._keys

    @property
    def _record_key(self) -> bytes:
        return subkey(self._open_keys.master, "record")

    def _put_slot(self, name: str, secret: bytes, cost: Cost | None) -> None:
        keys = self._open_keys
        slots = {**keys.header.slots, name: wrap(keys.master, secret, cost)}
        header = Header(slots).sealed(subkey(keys.master, "header"))
        write_atomically(self.folder / HEADER, header.written())
        self._keys = replace(keys, header=header)


__all__ = ["Circumstances", "NewerVersionError", "OpenVault", "create_vault", "open_vault", "open_with_recovery_key"]
