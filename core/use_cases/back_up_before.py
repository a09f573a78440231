"""A backup before much comes into the record at once, or what it is judged by changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from core.store.vault.vault import OpenVault

Result = TypeVar("Result")


def backed_up(vault: OpenVault, work: Callable[[], Result]) -> Result:
    """Make a backup, if anything was recorded since the last, then do the work; WorldError, and nothing done, without.

    For work that is asked on a thread: a backup takes as long as the disk does.
    """
    vault.records.finish()
    vault.backup()
    return work()
