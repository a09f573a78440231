"""What is the same for every vault: catalogue, rule files and phrases, and how a vault is made, opened, restored."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from core import clock
from core.language.dates import format_date
from core.language.languages import ENGLISH
from core.language.phrases import Phrases, spoken
from core.language.translating import sentences_in
from core.progress import Report
from core.store.vault.recovery_key import new_recovery_key
from core.store.vault.restoring import Restorable
from core.store.vault.slots import Cost
from core.store.vault.vault import (
    Circumstances,
    OpenVault,
    create_vault,
    look_through,
    look_through_with_recovery_key,
    open_vault,
    open_with_recovery_key,
    renew_key,
    restore,
    take_over,
    take_over_with_recovery_key,
)
from core.use_cases.close_vault import Closed, close_vault
from core.use_cases.load_rules import rule_paths, shipped_places
from core.use_cases.move_record import copy_at
from core.use_cases.remember import remembered
from core.use_cases.seal_beside import seal_beside
from core.use_cases.write_recovery_sheet import write_recovery_sheet
from ui.desktop.workspace import Knowledge

COST = Cost()
"""What trying a passphrase costs."""


@dataclass(frozen=True)
class Loaded:
    """Everything that is the same for every vault."""

    knowledge: Knowledge

    @property
    def _circumstances(self) -> Circumstances:
        return Circumstances(self.knowledge.catalogue, clock.now_utc, COST)

    def create(self, folder: Path, passphrase: str) -> tuple[OpenVault, str]:
        """Make a vault."""
        return create_vault(folder, passphrase, self._circumstances)

    def open(self, folder: Path, passphrase: str) -> OpenVault:
        """Open a vault by its passphrase."""
        return open_vault(folder, passphrase, self._circumstances)

    def open_with_recovery_key(self, folder: Path, text: str) -> OpenVault:
        """Open a vault by its recovery key."""
        return open_with_recovery_key(folder, text, self._circumstances)

    def copy_at(self, place: Path) -> Path:
        """Return the copy of a record that somebody means who names a folder."""
        return copy_at(place)

    def take_over(self, folder: Path, copy: Path, passphrase: str, report: Report) -> None:
        """Put a copy from a medium in place where no vault is."""
        take_over(folder, copy, passphrase, self._circumstances, report)

    def take_over_with_recovery_key(self, folder: Path, copy: Path, text: str, report: Report) -> None:
        """Put a copy from a medium in place, tried with the recovery key."""
        take_over_with_recovery_key(folder, copy, text, self._circumstances, report)

    def restorable(self, folder: Path, passphrase: str) -> tuple[Restorable, ...]:
        """Return what of a damaged vault can be restored, tried with the passphrase, the best first."""
        return look_through(folder, passphrase, self._circumstances)

    def restorable_by_recovery_key(self, folder: Path, text: str) -> tuple[Restorable, ...]:
        """Return what can be restored, tried with the recovery key."""
        return look_through_with_recovery_key(folder, text, self._circumstances)

    def key_for_renewing(self, folder: Path, passphrase: str) -> str:
        """Try the passphrase and return a new recovery key; nothing is changed yet."""
        open_vault(folder, passphrase, self._circumstances).close()
        return new_recovery_key()

    def renew_key(self, folder: Path, passphrase: str, recovery: str, report: Report) -> tuple[str, ...]:
        """Encrypt everything under a new key; return the names of what could not be taken along."""
        return renew_key(folder, passphrase, recovery, self._circumstances, report, partial(seal_beside, folder))

    def words_of(self, best: Restorable, phrases: Phrases) -> str:
        """Return what is offered in words, and what would be lost by it."""
        statements, last = best.examined.statements, _day(best.examined.last_at, phrases)
        if best.backup is None:
            return phrases.say("start-found-record", statements=statements)
        day = format_date(best.backup.made_at.date(), phrases.language)
        if best.lost is None:
            return phrases.say("start-found-backup-unsure", day=day, statements=statements, last=last)
        return phrases.say("start-found-backup", day=day, statements=statements, last=last, lost=best.lost)

    def restore(self, folder: Path, best: Restorable, phrases: Phrases) -> str:
        """Put it in place and return what to say."""
        restore(folder, best)
        if best.backup is None:
            return phrases.say("start-header-restored")
        return phrases.say("start-restored", day=format_date(best.backup.made_at.date(), phrases.language))

    def save_recovery_sheet(self, path: Path, key: str, phrases: Phrases) -> None:
        """Write the sheet with the recovery key."""
        write_recovery_sheet(path, key, spoken(phrases.language), clock.now_utc())

    def closing(self, vault: OpenVault) -> Callable[[], Closed]:
        """Return what closes a vault and may take its time; it knows nothing else."""
        return partial(close_vault, vault)


def load(language: str = ENGLISH) -> Loaded:
    """Load catalogue, rule files and phrases, and everything that judging looks up."""
    known = remembered()
    catalogue, rules = known.catalogue, known.load_rules(rule_paths(shipped_places()))
    knowledge = Knowledge(catalogue, rules.files)
    for each in rules.files:
        each.make_all()
    _ = (knowledge.form, knowledge.by_id, knowledge.watched, knowledge.schedules)
    _ = (spoken(language), sentences_in(language))
    gc.freeze()  # what never changes is not looked through again: that would hold the window up now and then
    return Loaded(knowledge)


def _day(instant: str, phrases: Phrases) -> str:
    """Return the day of an instant as it is kept, "?" where none is told."""
    return format_date(datetime.fromisoformat(instant).date(), phrases.language) if instant else "?"
