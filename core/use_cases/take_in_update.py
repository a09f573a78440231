"""Take in an update that was weighed: the file on the shelf, the version in force, and a line of the trail."""

from __future__ import annotations

from pathlib import Path

from core.store.vault.vault import OpenVault
from core.use_cases.keep_library import TakenIn, accept
from core.use_cases.keep_shelf import Proof, shelf_of

ACT = "rule file in force"


def accept_update(taken: TakenIn, vault: OpenVault, by: str, proof: Proof | None = None, holds_from: str = "") -> Path:
    """Accept a file and note in the trail which version is in force from now on, and by whom; returns its place.

    ``holds_from`` is the day that was asked for where the file names none, as a patient file writes it.
    """
    path = accept(taken, shelf_of(vault), by, proof, holds_from)
    note_in_force(taken, vault, by)
    return path


def note_in_force(taken: TakenIn, vault: OpenVault, by: str) -> None:
    """Note in the trail that a file is in force from now on."""
    rule_file = taken.file.rule_file
    if rule_file is not None:
        vault.records.note(ACT, f"{rule_file.id} {rule_file.version} {rule_file.hash}", by)
