"""How long today's work-up holds: the last day on which what passes now still passes if nothing is added.

Unlike looking ahead for a failure to end, nothing is held here: results grow old, lists grow stale, answers
expire, ages and lengths move on. The answer is that of a scan day by day; only days on which a verdict can
change are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from core.criteria.scope import LIST_FRESHNESS, Scope
from core.engine.deciding.calendar import after, ends
from core.engine.deciding.kleene import TRUE, TRUTH
from core.engine.deciding.moment import Moment
from core.engine.deciding.record import Record
from core.screening.judgements import Judgement, Verdict
from core.screening.looking_ahead import Asked
from core.screening.timing import HORIZON, breakpoints
from core.values.duration import Duration
from core.values.truth import Truth


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
    turning: dict[int, list[Asked]] = {}
    for each in passing:
        for day in _days(each):
            turning.setdefault(day, []).append(each)
    for day in sorted(turning):
        ended = tuple(each.judgement for each in turning[day] if _truth_on(each, day) != TRUE)
        if ended:
            return Validity(date.fromordinal(day - 1), ended)
    return Validity(None, ())


def last_day(asked: Asked) -> date | None:
    """Return the last day on which a verdict that passes still passes; None if no end is in sight."""
    for day in _days(asked):
        if _truth_on(asked, day) != TRUE:
            return date.fromordinal(day - 1)
    return None


def passes_on(asked: Asked, day: date) -> Truth:
    """Return the truth of a criterion on another day, the record as it is now."""
    return TRUTH[_truth_on(asked, day.toordinal())]


def _truth_on(asked: Asked, day: int) -> int:
    """Return the truth on a day. What follows from the record does not grow old with the day it was found to follow on:
    that a man is not pregnant needs no new test.
    """
    truth = _decided(asked, day, asked.now.record)
    return truth if truth == TRUE else _decided(asked, day, asked.record_on(day))


def _decided(asked: Asked, day: int, record: Record) -> int:
    now = asked.now
    anchors = {name: max(on, day) if on >= now.decision else on for name, on in now.anchors.items()}
    then = Moment(record, max(now.evaluation, day), day, anchors, is_assumed=now.is_assumed)
    return asked.compiled.decide(then)


def _days(asked: Asked) -> list[int]:
    scope, start = asked.situation.scope, asked.now.decision
    last = after(HORIZON)(start)
    stands = {*_freshness(asked.compiled.names, scope), *_of_lists(scope), *_of_questions(scope)}
    answers = (each.on for each in asked.record.chart.answers if each.question in scope.questions and each.on)
    bases = {*asked.bases, *(day for on in answers for day in ends(on))}
    turning = set(breakpoints(asked.compiled.lengths, bases, start, is_summed=bool(asked.compiled.movement.drugs)))
    steps = [after(length) for length in stands]
    turning |= {step(day) + 1 for step in steps for day in bases}
    return sorted(day for day in turning if start <= day <= last)


def _freshness(names: Iterable[str], scope: Scope) -> Iterator[Duration]:
    """Yield how long values of some names stand: where no window is written the concept's own freshness counts."""
    concepts = (scope.catalogue.concept(name) for name in names)
    yield from (each.freshness for each in concepts if each is not None and each.freshness is not None)


def _of_lists(scope: Scope) -> Iterator[Duration]:
    yield from (scope.freshness_of_list(which) for which in LIST_FRESHNESS)


def _of_questions(scope: Scope) -> Iterator[Duration]:
    yield from (each.valid_for for each in scope.questions.values() if each.valid_for is not None)
