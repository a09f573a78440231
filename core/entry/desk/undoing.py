"""Undo and redo across fields: every change of the record can be taken back and made again, nothing is deleted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.entry.desk.fields import Field
from core.entry.statement import Statement


@dataclass(frozen=True, slots=True)
class Step:
    """One change as it was made: what stands since (``added``) and what stood before (``removed``)."""

    field: Field
    added: tuple[int, Statement] | None
    removed: tuple[int, Statement] | None

    def rests_on(self, number: int) -> bool:
        """True if the statement of this number is on either side."""
        return any(side is not None and side[0] == number for side in (self.added, self.removed))

    def renumbered(self, old: int, new: int) -> Step:
        """Return the step with one statement under another number."""
        return replace(self, added=_renumbered(self.added, old, new), removed=_renumbered(self.removed, old, new))


def _renumbered(side: tuple[int, Statement] | None, old: int, new: int) -> tuple[int, Statement] | None:
    return (new, side[1]) if side is not None and side[0] == old else side


@dataclass(frozen=True, slots=True)
class Steps:
    """What can be taken back (the last first) and what can be made again."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    def did(self, step: Step) -> Steps:
        """Return the steps after a change: what had been taken back cannot be made again any more."""
        return Steps((*self.done, step), ())

    def took_back(self, step: Step) -> Steps:
        """Return the steps after the last one was taken back; ``step`` is it with the numbers of now."""
        return Steps(self.done[:-1], (*self.undone, step))

    def made_again(self, step: Step) -> Steps:
        """Return the steps after the last one taken back was made again."""
        return Steps((*self.done, step), self.undone[:-1])

    def without(self, number: int) -> Steps:
        """Return the steps without those that rest on a statement the record could not take."""
        return Steps(
            tuple(step for step in self.done if not step.rests_on(number)),
            tuple(step for step in self.undone if not step.rests_on(number)),
        )

    def renumbered(self, old: int, new: int) -> Steps:
        """Return the steps with one statement under another number: it was recorded again, or the record answered."""
        return Steps(
            tuple(step.renumbered(old, new) for step in self.done),
            tuple(step.renumbered(old, new) for step in self.undone),
        )
