"""How long today's work-up holds: the last day on which what passes now still passes if nothing is added.

Unlike looking ahead for a failure to end, nothing is held here: results grow old, lists grow stale, answers
expire, ages and lengths move on. The answer is that of a scan day by day; only days on which a verdict can
change are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.criteria.scope import LIST_FRESHNESS, Scope
from core.engine.judgement.situation import Days
from core.screening.judgements import Judgement, Verdict
from core.screening.looking_ahead import Asked
from core.screening.timing import HORIZON, breakpoints
from core.values.duration import Duration
from core.values.truth import Truth

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Validity:
    """Until when something holds (None: beyond the horizon), and which judgements end it."""

    until: date | None
    first_to_end: tuple[Judgement, ...]


def holds_until(asked: Iterable[Asked]) -> Validity:
    """Return until when every judgement that passes now still passes, if nothing is added to the record.

    All are looked at together, day by day: what lies behind the first end is never asked.
    """
    passing = [each for each in asked if each.judgement.verdict is Verdict.PASSES]
    turning: dict[date, list[Asked]] = {}
    for each in passing:
        for day in _days(each, each.situation.days.decision_on):
            turning.setdefault(day, []).append(each)
    for day in sorted(turning):
        ended = tuple(each.judgement for each in turning[day] if passes_on(each, day) is not Truth.TRUE)
        if ended:
            return Validity(day - _DAY, ended)
    return Validity(None, ())


def last_day(asked: Asked) -> date | None:
    """Return the last day on which a verdict that passes still passes; None if no end is in sight."""
    for day in _days(asked, asked.situation.days.decision_on):
        if passes_on(asked, day) is not Truth.TRUE:
            return day - _DAY
    return None


def passes_on(asked: Asked, day: date) -> Truth:
    """Return the truth of a criterion on another day, the record as it is now."""
    situation = asked.situation
    days = situation.days
    anchors = {anchor: max(on, day) if on >= days.decision_on else on for anchor, on in days.anchors.items()}
    moved = Days(day, anchors)
    evaluation = max(situation.evaluation_on, day)
    return asked.judge(replace(situation, evaluation_on=evaluation, days=moved, measured=moved)).truth


def _days(asked: Asked, start: date) -> tuple[date, ...]:
    scope, chart = asked.situation.scope, asked.situation.chart
    evidence = asked.judgement.outcome.evidence
    turning = set(breakpoints(asked.lengths, evidence, chart, asked.situation.evaluation_on, start))
    last = HORIZON.after(start)
    lengths = {*_freshness(scope), *_of_lists(scope), *_of_questions(scope)}
    for entry in (chart.by_ref[ref] for ref in evidence if ref in chart.by_ref):
        for moment in (getattr(entry, "on", None), getattr(entry, "as_of", None)):
            for day in _ends(moment):
                turning |= {after + _DAY for length in lengths if start <= (after := length.after(day)) <= last}
    return tuple(sorted(day for day in turning if day <= last))


def _ends(moment: object) -> tuple[date, ...]:
    if isinstance(moment, date):
        return (moment,)
    first, last = getattr(moment, "first", None), getattr(moment, "last", None)
    return tuple(day for day in (first, last) if isinstance(day, date))


def _freshness(scope: Scope) -> Iterator[Duration]:
    """Yield how long values stand: where no window is written the concept's own freshness counts."""
    yield from {each.freshness for each in scope.catalogue.concepts.values() if each.freshness is not None}


def _of_lists(scope: Scope) -> Iterator[Duration]:
    yield from (scope.freshness_of_list(which) for which in LIST_FRESHNESS)


def _of_questions(scope: Scope) -> Iterator[Duration]:
    yield from (each.valid_for for each in scope.questions.values() if each.valid_for is not None)
