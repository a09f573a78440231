"""Create, open and close a vault: the one way to the records."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from core import clock
from core.catalogue.catalogue import Catalogue
from core.errors import WorldError
from core.progress import Report, unwatched
from core.store.records import Records
from core.store.records.connecting import PlainRecordError, WrongKeyError
from core.store.records.examining import act_hash, examine
from core.store.records.stepping import NewerVersionError, newest_version
from core.store.records.trail import Head
from core.store.vault import attempts, backups, moving_in, on_medium, renewing, restored, restoring
from core.store.vault.backups import Backup
from core.store.vault.erased import ErasedList
from core.store.vault.erasing import Erasing
from core.store.vault.following import bring_along
from core.store.vault.header import LIMIT_BYTES, DamagedError, Header, read_header
from core.store.vault.kept_copies import thin_kept
from core.store.vault.lock import Lock
from core.store.vault.mark import Mark
from core.store.vault.noticing import compare, told_of
from core.store.vault.on_medium import OnMedium
from core.store.vault.place import ERASED, HEADER, MARK, RECORD, is_vault
from core.store.vault.recovery_key import new_recovery_key, secret_of
from core.store.vault.restoring import Restorable
from core.store.vault.slots import KEY_BYTES, Cost, passphrase_secret, subkey, unwrap, wrap
from core.store.vault.tidying import tidy
from core.writing import make_folder, write_atomically

PASSPHRASE, RECOVERY = "passphrase", "recovery"
COPIED = "copied to a medium"
Seal = Callable[[bytes], str]
"""Returns the MAC of a content."""


class WrongPassphraseError(WorldError):
    """The secret opens no slot. The message is always the same: it tells nothing of how wrong it was."""

    def __init__(self) -> None:
        super().__init__("error-does-not-open")


@dataclass(frozen=True)
class Circumstances:
    """What a vault needs from outside: the catalogue, the clock, the cost of trying a passphrase.

    ``steady`` are seconds that only grow, for the waits: they do not hang on what the clock is set to.
    """

    catalogue: Catalogue
    now: Callable[[], datetime]
    cost: Cost = field(default_factory=Cost)
    steady: Callable[[], float] = clock.steady_seconds


def create_vault(folder: Path, passphrase: str, circumstances: Circumstances) -> tuple[OpenVault, str]:
    """Make a vault and open it; return it with its recovery key, which is shown this one time.

    It is made aside and takes its place whole: a creation that is broken off leaves nothing, and begins again.
    """
    if is_vault(folder):
        raise WorldError("error-vault-exists", folder=str(folder))
    make_folder(folder)
    recovery = new_recovery_key()
    master = secrets.token_bytes(KEY_BYTES)
    keys = _Keys(master, _new_header(master, passphrase, recovery, circumstances.cost))
    with _locked(folder) as lock:
        moving_in.finish(folder)
        try:
            _make(moving_in.begin(folder), keys, circumstances)
        except BaseException:
            moving_in.give_up(folder)
            raise
        moving_in.move_in(folder)
        return _with_records(folder, keys, lock, circumstances), recovery


def open_vault(folder: Path, passphrase: str, circumstances: Circumstances) -> OpenVault:
    """Open a vault with its passphrase; WrongPassphraseError, DamagedError, NewerVersionError, AlreadyOpenError."""
    return _opened(folder, PASSPHRASE, passphrase_secret(passphrase), circumstances)


def open_with_recovery_key(folder: Path, text: str, circumstances: Circumstances) -> OpenVault:
    """Open a vault with the printed key; MistypedKeyError names the group with a slip."""
    return _opened(folder, RECOVERY, secret_of(text), circumstances)


def look_through(folder: Path, passphrase: str, circumstances: Circumstances) -> tuple[Restorable, ...]:
    """Return what of a damaged vault can be restored, the best first: everything is tried with the key before.

    WrongPassphraseError where the passphrase opens none of the headers: it counts as a try.
    """
    return _looked_through(folder, PASSPHRASE, passphrase_secret(passphrase), circumstances)


def look_through_with_recovery_key(folder: Path, text: str, circumstances: Circumstances) -> tuple[Restorable, ...]:
    """Return what can be restored, tried with the printed key."""
    return _looked_through(folder, RECOVERY, secret_of(text), circumstances)


def take_over(
    folder: Path, copy: Path, passphrase: str, circumstances: Circumstances, report: Report = unwatched
) -> None:
    """Put the copy of a record from a medium where no vault is yet; it is opened as any other then.

    All of it is held against its sealed list before it takes its place. WorldError, DamagedError, NewerVersionError
    and WrongPassphraseError leave the folder as it was.
    """
    _taken_over(folder, copy, (PASSPHRASE, passphrase_secret(passphrase)), circumstances, report)


def take_over_with_recovery_key(
    folder: Path, copy: Path, text: str, circumstances: Circumstances, report: Report = unwatched
) -> None:
    """Put a copy in place, tried with the printed key."""
    _taken_over(folder, copy, (RECOVERY, secret_of(text)), circumstances, report)


def renew_key(
    folder: Path,
    passphrase: str,
    recovery: str,
    circumstances: Circumstances,
    report: Report = unwatched,
    beside: Callable[[Seal, Seal], None] = lambda _old, _new: None,
) -> tuple[str, ...]:
    """Encrypt a closed vault with all it holds under a new key, which the passphrase and a new recovery key open.

    For when somebody may have copied the folder and known the passphrase: what they have opens nothing that is
    written from now on. Returns the names of records that could not be taken along, since the old key opens them not.
    ``beside`` is told the old seal and the new one, for what lies beside the record and counts only if it is sealed.
    """
    with _locked(folder) as lock:
        moving_in.finish(folder)
        keys = _opening(folder, PASSPHRASE, passphrase_secret(passphrase), circumstances)
        master = secrets.token_bytes(KEY_BYTES)
        header = _new_header(master, passphrase, recovery, circumstances.cost)
        stayed = renewing.renew(folder, keys.master, master, header.written(), report)
        beside(_seal_of(keys.master), _seal_of(master))
        lock.release()
    return stayed


def _seal_of(master: bytes) -> Seal:
    key = subkey(master, "beside")
    return lambda content: hmac.new(key, content, hashlib.sha256).hexdigest()


def restore(folder: Path, chosen: Restorable) -> None:
    """Put a backup in place; what stood there is kept under its own number. WorldError: nothing was changed."""
    with _locked(folder) as lock:
        restoring.restore(folder, chosen)
        lock.release()


def _new_header(master: bytes, passphrase: str, recovery: str, cost: Cost) -> Header:
    slots = {
        PASSPHRASE: wrap(master, passphrase_secret(passphrase), cost),
        RECOVERY: wrap(master, secret_of(recovery), None),
    }
    return Header(slots).sealed(subkey(master, "header"))


def _make(part: Path, keys: _Keys, circumstances: Circumstances) -> None:
    """Make record, mark and header of a new vault."""
    mark = Mark(part / MARK, subkey(keys.master, "mark"))
    key = subkey(keys.master, "record")
    records = Records(part / RECORD, key, circumstances.catalogue, circumstances.now, mark.put)
    mark.begin(records.audit_end())
    records.close()
    write_atomically(part / HEADER, keys.header.written())


def _opened(folder: Path, slot: str, secret: bytes, circumstances: Circumstances) -> OpenVault:
    with _locked(folder) as lock:
        moving_in.finish(folder)
        return _with_records(folder, _opening(folder, slot, secret, circumstances), lock, circumstances)


def _opening(
    folder: Path, slot: str, secret: bytes, circumstances: Circumstances, header_in: Path | None = None
) -> _Keys:
    """Try a secret on the header, or on that of a copy elsewhere; a wrong one counts."""
    _refuse_haste(folder, circumstances)
    header = _header(header_in or folder)
    master = unwrap(header.slots[slot], secret) if slot in header.slots else None
    if master is None:
        attempts.note_failure(folder, circumstances.steady())
        raise WrongPassphraseError
    attempts.note_success(folder)
    if not header.is_sealed_by(subkey(master, "header")):
        raise DamagedError("error-header-changed")
    return _Keys(master, header)


def _taken_over(
    folder: Path, copy: Path, opening: tuple[str, bytes], circumstances: Circumstances, report: Report
) -> None:
    if is_vault(folder):
        raise WorldError("error-vault-exists", folder=str(folder))
    make_folder(folder)
    with _locked(folder) as lock:
        moving_in.finish(folder)
        keys = _opening(folder, *opening, circumstances, header_in=copy)
        part = moving_in.begin(folder)
        try:
            head = on_medium.stage(copy, part, keys.master, report).head
            what = f"{copy.name} from a medium, up to act {head.sequence}"
            restored.tell(part, what, subkey(keys.master, "restored"))
        except BaseException:
            moving_in.give_up(folder)
            raise
        moving_in.move_in(folder)
        lock.release()


def _looked_through(folder: Path, slot: str, secret: bytes, circumstances: Circumstances) -> tuple[Restorable, ...]:
    with _locked(folder) as lock:
        moving_in.finish(folder)
        _refuse_haste(folder, circumstances)
        found = restoring.look_through(folder, slot, secret)
        if found.was_tried and not found.is_opened:
            attempts.note_failure(folder, circumstances.steady())
            raise WrongPassphraseError
        lock.release()
    return found.restorable


def _refuse_haste(folder: Path, circumstances: Circumstances) -> None:
    wait = attempts.seconds_to_wait(folder, circumstances.steady())
    if wait:
        raise WorldError("start-wait", seconds=wait)


def _with_records(folder: Path, keys: _Keys, lock: Lock, circumstances: Circumstances) -> OpenVault:
    record, key = folder / RECORD, subkey(keys.master, "record")
    if not record.is_file() or record.stat().st_size == 0:  # would open as an empty record
        raise DamagedError("error-record-missing")
    mark = Mark(folder / MARK, subkey(keys.master, "mark"))
    try:
        examined = examine(record, key)
        noticed = compare(mark, examined, lambda sequence: act_hash(record, key, sequence))
        if 0 < examined.version < newest_version():
            backups.make_backup(record, folder / HEADER, key, circumstances.now())
        records = Records(record, key, circumstances.catalogue, circumstances.now, mark.put)
    except PlainRecordError as error:
        raise DamagedError(error.phrase) from error
    except (WrongKeyError, sqlcipher.DatabaseError) as error:
        raise DamagedError("error-record-damaged") from error
    except OSError as error:
        raise WorldError("error-vault-unreadable", folder=str(folder)) from error
    try:
        opened = OpenVault(folder, records, keys, lock, circumstances)
        opened.noticed = (*_noted(records, mark, noticed), *opened.take_up())
    except (WrongKeyError, sqlcipher.DatabaseError) as error:
        records.close()
        raise DamagedError("error-record-damaged") from error
    except BaseException:
        records.close()
        raise
    else:
        return opened


def _noted(records: Records, mark: Mark, noticed: WorldError | None) -> tuple[WorldError, ...]:
    """Keep in the trail what the mark told, since the mark goes on from here; then look at the newest acts."""
    found: list[WorldError] = []
    if noticed is not None:
        found.append(noticed)
        with suppress(WorldError):  # told all the same, and again at the next opening
            records.note("noticed", noticed.phrase).result()
            mark.begin(records.audit_end())
    checked = records.check_newest()
    return (*found, *told_of(checked))


@contextmanager
def _locked(folder: Path) -> Generator[Lock]:
    """Hold the vault; it is let go of if what is done under the lock fails."""
    lock = Lock(folder)
    tidy(folder)
    try:
        yield lock
    except BaseException:
        lock.release()
        raise


def _header(folder: Path) -> Header:
    path = folder / HEADER
    if not path.exists():
        raise DamagedError("error-header-missing")
    if not path.is_file():  # a pipe would be waited for
        raise DamagedError("error-header-damaged")
    try:
        with path.open("rb") as file:
            return read_header(file.read(LIMIT_BYTES + 1))
    except OSError as error:
        raise WorldError("error-vault-unreadable", folder=str(folder)) from error


@dataclass(frozen=True, slots=True)
class _Keys:
    master: bytes
    header: Header


class OpenVault:
    """An open vault. ``close`` writes what was asked and drops the keys.

    ``noticed`` is what opening it showed: nothing that keeps it shut, and something that has to be said.
    ``stayed`` names the headers in the folder that an older passphrase or recovery key may still open.
    """

    def __init__(
        self,
        folder: Path,
        records: Records,
        keys: _Keys,
        lock: Lock,
        circumstances: Circumstances,
    ) -> None:
        self.folder = folder
        self.records = records
        self.noticed: tuple[WorldError, ...] = ()
        self._good_backup: Path | None = None
        self._keys: _Keys | None = keys
        self._lock = lock
        self._circumstances = circumstances
        self.stayed = bring_along(folder, keys.header.written(), keys.master)
        beside = ErasedList(folder / ERASED, subkey(keys.master, "erased"))
        self.erasing = Erasing(folder, records, lambda: self._record_key, beside)

    def take_up(self) -> tuple[WorldError, ...]:
        """Do what opening has to, before anything is shown: note a restore, erase again who came back with it."""
        restored.note(self.folder, self.records, subkey(self._open_keys.master, "restored"))
        back = self.erasing.begin()
        thinned = thin_kept(self.folder)
        self.erasing.gone(str((path / RECORD).relative_to(self.folder)) for path in thinned)
        return (WorldError("noticed-erased-again", count=back),) if back else ()

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
        """Make a backup if anything was recorded since the newest, or if that one is damaged; old ones are thinned."""
        now = self._circumstances.now()
        known = self.backups()
        newest = known[0] if known else None
        held = None if newest is None else self._held_by(newest)
        if held is not None and held == self.records.audit_end():
            return None
        with self.erasing.making() as tell_made:
            made = backups.make_backup(self.folder / RECORD, self.folder / HEADER, self._record_key, now, report)
            tell_made(str(made.record.relative_to(self.folder)))
        self._good_backup = made.record
        if newest is not None and held is None and self._is_lost(newest):
            self._remove((newest,))  # what it was to hold is in the new one
        self._remove(backups.thin(self.backups(), now))
        return made

    def _remove(self, gone: Sequence[Backup]) -> None:
        backups.remove(gone)
        self.erasing.gone(str(each.record.relative_to(self.folder)) for each in gone)

    def copy_to(self, place: Path, beside: Sequence[str], by: str, report: Report = unwatched) -> OnMedium:
        """Write the whole record, with what is ``beside`` it, into a new folder at a place; it stays in the trail.

        Nobody who was erased may be in it: later erasures do not reach it.
        """
        self.records.finish()
        if not self.erasing.clean():
            raise WorldError("error-copy-while-erasing")
        erased, now = self.erasing.known, self._circumstances.now()
        made = on_medium.write(self.folder, self._open_keys.master, erased, beside, place, now, report)
        if self.erasing.known != erased:
            on_medium.remove(made)
            raise WorldError("error-copy-while-erasing")
        self.records.note(COPIED, f"{made.folder.name}, up to act {made.examined.head.sequence}", by).result()
        return made

    def is_of_this_trail(self, head: Head) -> bool:
        """Tell whether an act of another copy is one of this record."""
        return act_hash(self.folder / RECORD, self._record_key, head.sequence) == head.hash

    def look_over(self, report: Report = unwatched) -> tuple[WorldError, ...]:
        """Check the whole trail against what it tells of; in the background, ``report`` may give it up.

        The newest backup is read whole as well, so that locking need not do it.
        """
        found = told_of(self.records.check_all(report))
        for newest in self.backups()[:1]:
            self._held_by(newest)
        return found

    def backups(self) -> tuple[Backup, ...]:
        """Return the backups, the newest first."""
        return backups.backups_in(self.folder)

    def seal(self, content: bytes) -> str:
        """Return the MAC of what lies beside the record and counts only if this vault says so."""
        return _seal_of(self._open_keys.master)(content)

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

    def _held_by(self, backup: Backup) -> Head | None:
        """Return how far a backup goes, None if it is damaged. It is read whole once in an opening."""
        found = backups.examined(backup, self._record_key, is_known=backup.record == self._good_backup)
        if found is None:
            return None
        self._good_backup = backup.record
        return found.head

    def _is_lost(self, backup: Backup) -> bool:
        """Tell whether a backup of this vault is damaged; one of another key may still be somebody's."""
        is_ours = backup.header.is_file() and backup.header.read_bytes() == self._open_keys.header.written()
        return is_ours and backups.is_damaged(backup, self._record_key)

    def _put_slot(self, name: str, secret: bytes, cost: Cost | None) -> None:
        keys = self._open_keys
        slots = {**keys.header.slots, name: wrap(keys.master, secret, cost)}
        header = Header(slots).sealed(subkey(keys.master, "header"))
        write_atomically(self.folder / HEADER, header.written())
        self._keys = replace(keys, header=header)
        self.stayed = bring_along(self.folder, header.written(), keys.master)


__all__ = ["Circumstances", "NewerVersionError", "OpenVault", "create_vault", "open_vault", "open_with_recovery_key"]
