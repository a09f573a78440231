"""Erasure reaches everything: the pages of the record, every backup, every kept copy, one after the other.

A copy is rewritten aside and takes the place of the old one whole: by one rename where no journal lies with it, else by
the steps of ``moving_in``. Broken off at any of them, the old copy opens or the new one does, and the list beside the
record still names it. What is not there, or does not open, stays on the list by its name.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from core.errors import WorldError
from core.progress import GivenUpError, Report, told, unwatched
from core.store.records import Records
from core.store.records.connecting import WrongKeyError
from core.store.records.erasing import erase_in_copy, erased_in, holds_any
from core.store.records.pending import Pending
from core.store.records.stepping import NewerVersionError
from core.store.vault import moving_in
from core.store.vault.erased import Erased, ErasedList
from core.store.vault.place import BACKUPS, RECORD, REPLACED
from core.store.vault.tidying import unfinished
from core.writing import copy_durably, make_names_durable

_JOURNALS = ("-wal", "-shm", "-journal")


class Why(Enum):
    """Why a copy still holds an erased patient, or may."""

    WAITING = "waiting"
    MISSING = "missing"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Still:
    """A file of which it is not certain yet that no erased patient is in it."""

    name: str
    why: Why


def copies_in(folder: Path) -> tuple[str, ...]:
    """Return the names of every copy of the record in the folder: backups, and what was replaced.

    An older program kept what it replaced under the same name with an ending.
    """
    kept = (*sorted((folder / REPLACED).glob(f"*/{RECORD}")), *sorted(folder.glob(f"{RECORD}.*")))
    found = (*sorted((folder / BACKUPS).glob("*.db")), *kept)
    return tuple(str(path.relative_to(folder)) for path in found if not path.name.endswith(_JOURNALS))


class Erasing:
    """What is erased and what is still to be rewritten, of one open vault."""

    def __init__(self, folder: Path, records: Records, key: Callable[[], bytes], beside: ErasedList) -> None:
        """``key`` is that of the record; asked each time, since it is dropped when the vault is closed."""
        self._folder = folder
        self._records = records
        self._key = key
        self._list = beside
        self._told = Erased()
        self._met: dict[str, Why] = {}
        self._begun: list[frozenset[str]] = []

    def begin(self) -> int:
        """Take up what is known, before anything is shown; return how many had come back and are erased again.

        Where the list is lost, record and copies are asked who was erased: a copy is never older than the list alone.
        """
        found = self._list.read()
        told = found or Erased(self._learned())
        present = frozenset(copies_in(self._folder))
        marked = self._records.erased()
        # nobody, as a rule: who is marked already is not asked for
        back = [each for each in sorted(told.erased.keys() - marked.keys()) if self._records.patient(each) is not None]
        if back:
            self._records.erase_again(back)
            told = told.with_owed((RECORD,))
        is_lost = found is None and bool(marked or told.erased)
        if is_lost or not marked.keys() <= told.erased.keys():
            told = told.with_erased(marked, (*present, RECORD))
        if told.erased:
            told = told.with_owed(present - told.known)
        self._met = dict.fromkeys(told.owed - present - {RECORD}, Why.MISSING)
        self._told = told = told.with_known(present)
        if told != found:
            with suppress(WorldError):  # it is all found again at the next opening
                self._list.write(told)
        return len(back)

    def erase(self, patient_id: str, reason: str, by: str) -> None:
        """Erase a patient in the record; everywhere else it is still to be done, and remembered."""
        self._records.erase(patient_id, reason, by)
        self._remember_erased()

    def remove_synthetic(self, by: str, report: Report = unwatched) -> int:
        """Erase every synthetic patient in the record; return how many there were."""
        count = self._records.remove_synthetic(by, report)
        self._remember_erased()
        return count

    def _remember_erased(self) -> None:
        """Where that cannot be done now, the next opening does it: the record knows who was erased."""
        with suppress(WorldError, OSError):
            erased = self._records.erased()
            self._change(lambda told: told.with_erased(erased, (*copies_in(self._folder), RECORD))).result_soon()

    @property
    def still(self) -> tuple[Still, ...]:
        """What may still hold somebody who was erased; empty only when everything was rewritten.

        Why is what was met when it was last looked at: this is shown, so nothing is asked of the disk.
        """
        found = [Still(name, self._met.get(name, Why.WAITING)) for name in sorted(self._told.owed)]
        if any(when != self.erased for when in self._begun):
            found.append(Still(BACKUPS, Why.WAITING))  # one that is being made holds who was there when it was begun
        return tuple(found)

    def finish(self, report: Report = unwatched) -> tuple[Still, ...]:
        """Rewrite what has to be; return what still holds somebody, or may. ``report`` may give it up in between."""
        erased = dict(self._told.erased)
        if not erased:
            return ()
        key = self._key()
        self._look_for_strangers(key, erased)
        for name in told(sorted(self._told.owed, key=lambda each: (each != RECORD, each)), report):
            met = self._rewrite(name, key, erased)
            if met is None:
                self._take_off(name, erased)
            else:
                self._met[name] = met
        return self.still

    def _take_off(self, name: str, erased: Mapping[str, str]) -> None:
        self._change(lambda told: told.rewritten(name, erased)).result()

    def _look_for_strangers(self, key: bytes, erased: Mapping[str, str]) -> None:
        """A copy that came into the folder meanwhile, or was put there in the place of a rewritten one."""
        strange: set[str] = set()
        for name in copies_in(self._folder):
            if name in self._told.owed:
                continue
            try:
                is_strange = name not in self._told.known or holds_any(self._folder / name, key, erased)
            except WrongKeyError:
                is_strange = True
            if is_strange:
                strange.add(name)
        if strange:
            self._change(lambda told: told.with_owed(strange).with_known(strange)).result()

    def _rewrite(self, name: str, key: bytes, erased: Mapping[str, str]) -> Why | None:
        """Rewrite one file; return what stood in the way, None where it is done."""
        try:
            if name == RECORD:
                self._records.rewrite().result()
            elif not (self._folder / name).is_file():
                return Why.MISSING
            elif (self._folder / name).stat().st_size:  # an emptied file holds nobody
                _rewrite_copy(self._folder, name, key, erased)
        except GivenUpError:
            raise
        except (WrongKeyError, NewerVersionError):
            return Why.UNREADABLE
        except (OSError, WorldError, sqlcipher.Error):
            return Why.WAITING
        return None

    # --- backups that come and go

    @property
    def erased(self) -> frozenset[str]:
        """The ids of everybody who was erased."""
        return frozenset(self._told.erased)

    @contextmanager
    def making(self) -> Generator[Callable[[str], None]]:
        """Stand around the making of a copy; what is yielded is told its name when it is there.

        The pages of the record are rewritten before, where that is owed: a copy takes along what lies in them unused.
        """
        is_clean = self.clean()
        when = self.erased

        def made(name: str) -> None:
            def change(told: Erased) -> Erased:
                is_good = is_clean and frozenset(told.erased) == when
                known = told.with_known((name,))
                return known if is_good or not told.erased else known.with_owed((name,))

            self._change(change).result()

        self._begun.append(when)
        try:
            yield made
        finally:
            self._begun.remove(when)

    def clean(self) -> bool:
        """Rewrite the pages of the record where that is owed; True if nobody who was erased is in them."""
        erased = dict(self._told.erased)
        if RECORD in self._told.owed and self._rewrite(RECORD, self._key(), erased) is None:
            self._take_off(RECORD, erased)
        return RECORD not in self._told.owed

    @property
    def known(self) -> Erased:
        """Who was erased, without the copies that lie in this folder: for a record that goes elsewhere."""
        return Erased(self._told.erased)

    def gone(self, names: Iterable[str]) -> None:
        """Forget copies that the program itself removed."""
        gone = frozenset(names)
        if not gone.isdisjoint(self._told.known | self._told.owed):
            self._change(lambda told: told.without(gone)).result()

    def say_destroyed(self, by: str) -> tuple[str, ...]:
        """Somebody says that the copies that are not there exist nowhere any more; it stays in the trail, by name."""
        missing = (each.name for each in self.still if each.why is Why.MISSING)
        names = tuple(name for name in missing if not (self._folder / name).exists())  # it may be back by now
        if names:
            self._records.note("copies destroyed", ", ".join(names), by).result_soon()
            self._change(lambda told: told.without(names)).result_soon()
        return names

    # --- inside

    def _learned(self) -> dict[str, str]:
        """Ask every copy that opens who was erased."""
        found: dict[str, str] = {}
        for name in copies_in(self._folder):
            with suppress(WrongKeyError):
                found.update(erased_in(self._folder / name, self._key()))
        return found

    def _change(self, change: Callable[[Erased], Erased]) -> Pending[None]:
        """Change the list in the order of the record's writes: nobody else changes it in between."""

        def do() -> None:
            known, self._told = self._told, change(self._told)
            if known != self._told:
                self._list.write(self._told)  # what cannot be written is found again at the next opening

        return self._records.in_order(do)


def _rewrite_copy(folder: Path, name: str, key: bytes, erased: Mapping[str, str]) -> None:
    record = folder / name
    journal = record.with_name(f"{record.name}-wal")
    is_staged = journal.exists()
    part = moving_in.begin(folder) / name if is_staged else record.with_name(unfinished("erasing"))
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        _drop(part)
        copy_durably(record, part)
        if is_staged:
            shutil.copyfile(journal, part.with_name(f"{part.name}-wal"))
        erase_in_copy(part, key, erased)
        if not is_staged and record.exists():
            part.replace(record)
            make_names_durable(record.parent)
    except BaseException:
        _drop(part)
        if is_staged:
            moving_in.give_up(folder)
        raise
    if is_staged:
        moving_in.move_over(folder)


def _drop(part: Path) -> None:
    with suppress(OSError):
        for kind in ("", "-wal", "-shm", "-journal"):
            part.with_name(f"{part.name}{kind}").unlink(missing_ok=True)
