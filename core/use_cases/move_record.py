"""The record goes along: copied whole to a medium, taken over on another computer, and tried before it is needed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core import clock
from core.errors import WorldError
from core.progress import Report, unwatched
from core.store.vault.backups import Backup
from core.store.vault.drilling import drill, name_of
from core.store.vault.on_medium import OnMedium, found_in
from core.store.vault.vault import Circumstances, OpenVault
from core.use_cases import keep_drafts, keep_laboratories, keep_logo, keep_settings, keep_shelf, keep_units

BESIDE = (
    keep_settings.NAME,
    keep_logo.NAME,
    keep_laboratories.LIST,
    keep_units.LIST,
    keep_shelf.SHELF,
    keep_drafts.FOLDER,
)
"""What lies beside the record and is the clinic's, not this computer's: it goes along."""
DRILLED = "recovery drill"


@dataclass(frozen=True, slots=True)
class Drilled:
    """What a drill came to. ``behind``: acts that came after the copy; None where it is not of this record."""

    name: str
    patients: int
    statements: int
    last_at: str
    behind: int | None
    found: tuple[WorldError, ...]

    @property
    def is_good(self) -> bool:
        """True if nothing stands between a loss and having this again."""
        return self.behind is not None and not self.found


def copy_record(vault: OpenVault, place: Path, by: str, report: Report = unwatched) -> OnMedium:
    """Copy the whole record into a new folder at a place; it is read again before it has its name."""
    return vault.copy_to(place, BESIDE, by, report)


def copy_at(place: Path) -> Path:
    """Return the copy that somebody means who names a folder; WorldError where none is there."""
    found = found_in(place)
    if found is None:
        raise WorldError("error-no-copy", folder=str(place))
    return found


def is_on_disk_of(vault: OpenVault, place: Path) -> bool:
    """Tell whether a copy at a place would be lost with the disk of the record; False where nothing tells."""
    try:
        return place.stat().st_dev == vault.folder.stat().st_dev
    except OSError:
        return False


def drill_recovery(
    vault: OpenVault, copy: Backup | Path, text: str, by: str, circumstances: Circumstances, report: Report = unwatched
) -> Drilled:
    """Open a copy by the printed key alone and hold it against the record; one that went well stays in the trail."""
    vault.records.finish()
    tried = drill(vault.folder, copy, text, circumstances, report)
    head = tried.examined.head
    is_ours = vault.is_of_this_trail(head)
    behind = vault.records.audit_end().sequence - head.sequence if is_ours else None
    drilled = Drilled(
        name_of(copy), tried.patients, tried.examined.statements, tried.examined.last_at, behind, tried.found
    )
    if drilled.is_good:
        vault.records.note(DRILLED, f"{clock.now_utc():%Y-%m-%d} {drilled.name}", by).result()
    return drilled


def last_drill(vault: OpenVault) -> tuple[str, str]:
    """Return the day (ISO 8601) of the last drill that went well and what was tried, "" where there was none."""
    noted = vault.records.noted(DRILLED)
    day, _, name = noted[-1].partition(" ") if noted else ("", "", "")
    return day, name
