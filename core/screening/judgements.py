"""A judged criterion: the verdict with its outcome, at one decision point."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from core.catalogue.concept import Aspect
from core.engine.judgement.outcome import Assumption, Gap, Outcome
from core.errors import KriterionError
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
    PASSING = "passing"
    TREATABLE = "treatable"
    ANOTHER_COURSE = "another course"
    NO_DAY = "no day fits"
    FIXED = "fixed"


_VERDICTS = {Truth.TRUE: Verdict.PASSES, Truth.FALSE: Verdict.FAILS, Truth.UNKNOWN: Verdict.UNKNOWN}


class EnginesDifferError(KriterionError):
    """What was decided is not what is explained: our fault, and no paper may be made of it."""


class Told:
    """What is decided now and explained when somebody wants to know: most of what passes is never asked about."""

    __slots__ = ("_explain", "_outcome", "truth")

    def __init__(self, truth: Truth, explain: Callable[[], Outcome]) -> None:
        self.truth = truth
        self._explain = explain
        self._outcome: Outcome | None = None

    @property
    def outcome(self) -> Outcome:
        """The outcome with its reasons; found once."""
        if self._outcome is None:
            found = self._explain()
            if found.truth is not self.truth:
                message = f"{found.node}: decided as {self.truth.value}, explained as {found.truth.value}"
                raise EnginesDifferError(message)
            self._outcome = found
        return self._outcome

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Told) and self.outcome == other.outcome

    def __hash__(self) -> int:
        return hash(self.truth)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One criterion at one decision point. ``is_due_later``: it needs a result or act of that time.

    ``not_before`` is the first day on which it fails no longer by waiting (and stopping ``stop``) alone;
    ``anchored`` says that the point's day was taken for granted.
    """

    criterion: Criterion
    cohort: str
    point: str
    on: date
    told: Outcome | Told
    aspects: frozenset[Aspect] = frozenset()  # what its criterion speaks of
    is_due_later: bool = False
    remedy: Remedy | None = None
    not_before: date | None = None
    stop: tuple[str, ...] = ()
    anchored: frozenset[Assumption] = frozenset()
    does_not_apply: bool = False  # it passes because its ``applies_when`` is false

    @property
    def outcome(self) -> Outcome:
        """The outcome with its reasons."""
        return self.told.outcome if isinstance(self.told, Told) else self.told

    @property
    def assumed(self) -> frozenset[Assumption]:
        """What it rests on besides the record."""
        return self.outcome.assumed | self.anchored

    @property
    def verdict(self) -> Verdict:
        """The verdict about the patient."""
        return _VERDICTS[self.told.truth]

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
        if self.told.truth is not Truth.UNKNOWN:
            return ()
        return tuple(sorted((gap for gap in self.outcome.gaps if not gap.cause.is_deferred), key=_order))

    @property
    def deferred_gaps(self) -> tuple[Gap, ...]:
        """The causes only the site or the source can close."""
        if self.told.truth is not Truth.UNKNOWN:
            return ()
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


def each_once(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return each criterion once: where it stands in the way, else at its first point."""
    found: dict[tuple[str, str], Judgement] = {}
    for each in judgements:
        key = (each.cohort, each.criterion.id)
        if key not in found or (found[key].verdict is Verdict.PASSES and each.verdict is not Verdict.PASSES):
            found[key] = each
    return tuple(found.values())
