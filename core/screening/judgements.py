"""A judged criterion: the verdict with its outcome, at one decision point."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from core.engine.judgement.outcome import Assumption, Gap, Outcome
from core.rule_files.rule_file import Criterion
from core.values.truth import Truth


class Verdict(Enum):
    """About the patient, for inclusions and exclusions alike."""

    PASSES = "passes"
    FAILS = "fails"
    UNKNOWN = "unknown"


class Remedy(Enum):
    """What could turn a failure into a pass, the easiest first."""

    TIME = "time"
    STOPPING = "stopping"
    REPEATABLE = "repeatable"
    TREATABLE = "treatable"
    ANOTHER_COURSE = "another course"
    NO_DAY = "no day fits"
    FIXED = "fixed"


_VERDICTS = {Truth.TRUE: Verdict.PASSES, Truth.FALSE: Verdict.FAILS, Truth.UNKNOWN: Verdict.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Judgement:
    """One criterion at one decision point. ``is_due_later``: it needs a result or act of that time.

    ``not_before`` is the first day on which it passes by waiting (and stopping ``stop``) alone.
    """

    criterion: Criterion
    cohort: str
    point: str
    on: date
    outcome: Outcome
    is_due_later: bool = False
    remedy: Remedy | None = None
    not_before: date | None = None
    stop: tuple[str, ...] = ()
    assumed: frozenset[Assumption] = frozenset()

    @property
    def verdict(self) -> Verdict:
        """The verdict about the patient."""
        return _VERDICTS[self.outcome.truth]

    @property
    def does_not_apply(self) -> bool:
        """True if it passes because its ``applies_when`` is false."""
        parts = self.outcome.parts
        is_passed = self.verdict is Verdict.PASSES and self.criterion.applies_when is not None
        return is_passed and bool(parts) and parts[0].truth is Truth.TRUE

    @property
    def is_excused(self) -> bool:
        """True if it passes because of its ``unless`` and not by its own condition."""
        if self.verdict is not Verdict.PASSES or self.criterion.unless is None or self.does_not_apply:
            return False
        own, excuse = self.outcome.parts[-2:]
        return own.truth is not Truth.TRUE and excuse.truth is Truth.TRUE

    @property
    def open_gaps(self) -> tuple[Gap, ...]:
        """The causes somebody at the patient's side can close."""
        return tuple(sorted((gap for gap in self.outcome.gaps if not gap.cause.is_deferred), key=_order))

    @property
    def deferred_gaps(self) -> tuple[Gap, ...]:
        """The causes only the site or the source can close."""
        return tuple(sorted((gap for gap in self.outcome.gaps if gap.cause.is_deferred), key=_order))

    @property
    def is_open(self) -> bool:
        """True if it is unknown, counts now, and an open cause is left."""
        return self.verdict is Verdict.UNKNOWN and not self.is_due_later and bool(self.open_gaps)

    @property
    def is_deferred(self) -> bool:
        """True if it is unknown, counts now, and only deferred causes are left."""
        return self.verdict is Verdict.UNKNOWN and not self.is_due_later and not self.open_gaps


def _order(gap: Gap) -> tuple[str, str]:
    return (gap.subject, gap.cause.value)
