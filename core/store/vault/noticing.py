"""What an opened record shows that has to be said, without refusing the record: words for people, not an alarm."""

from __future__ import annotations

from collections.abc import Callable

from core.errors import WorldError
from core.store.records import AuditCheck
from core.store.records.examining import Examined
from core.store.vault.mark import Mark, Reading


def compare(mark: Mark, examined: Examined, hash_of_act: Callable[[int], str]) -> WorldError | None:
    """Compare the mark with the record it lies beside; return what does not fit.

    A record that never had a mark (an older program made it) gets one. A record that goes further than the mark is as
    it should be: the program was ended between the two.
    """
    reading, marked = mark.read()
    if reading is not Reading.FOUND:
        if reading is Reading.DAMAGED or examined.is_marked:
            return WorldError("noticed-mark-missing")
        mark.begin(examined.head)
        return None
    if marked.sequence > examined.head.sequence:
        missing = marked.sequence - examined.head.sequence
        return WorldError("noticed-acts-missing", count=missing, day=examined.last_at[: len("2026-11-22")] or "?")
    if hash_of_act(marked.sequence) != marked.hash:
        return WorldError("noticed-trail-rewritten")
    return None


def told_of(checked: AuditCheck) -> tuple[WorldError, ...]:
    """Return what a check of the trail found, nothing if it is whole."""
    if checked.first_broken is None:
        return ()
    if checked.first_broken == 0:
        return (WorldError("noticed-without-act"),)
    return (WorldError("noticed-entry-changed", row=checked.first_broken),)
