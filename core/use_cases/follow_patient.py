"""Follow a patient after the infusion: what of the plan is done, due, missed, and what changed in it and why."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.criteria.nodes import Condition
from core.criteria.scope import Scope
from core.follow_up.choosing import schedules_for
from core.follow_up.epochs import Epoch, Ways, epochs
from core.follow_up.following import Following, following
from core.follow_up.plan import Plan
from core.follow_up.schedule import Judge, Schedule
from core.rule_files.seeing import names_seen
from core.use_cases.plan_follow_up import Compiled, PlanRequest, judging, plan_follow_up


def follow_patient(
    chart: Chart,
    schedules: Sequence[Schedule],
    catalogue: Catalogue,
    on: date,
    day0: date | None = None,
    compiled: Compiled | None = None,
) -> Following | None:
    """Return where everything stands on a day, from day 0 (as recorded unless given); None before the infusion.

    ``compiled`` are conditions made ready before, of these schedules: whoever follows many keeps them.
    """
    steps = follow_steps(chart, schedules, catalogue, on, day0, compiled)
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            found: Following | None = ended.value
            return found


def follow_steps(
    chart: Chart,
    schedules: Sequence[Schedule],
    catalogue: Catalogue,
    on: date,
    day0: date | None = None,
    compiled: Compiled | None = None,
) -> Generator[None, None, Following | None]:
    """As ``follow_patient``, with a pause after each plan that has to be made."""
    infused = chart.infused_by(on)
    hung_on = day0 or (None if infused is None else infused.on)
    if hung_on is None or hung_on > on:
        return None

    def plan_on(day: date, judge: Judge) -> Plan:
        return plan_follow_up(chart, schedules, catalogue, PlanRequest(day0=hung_on, on=day), judge)

    ready: Compiled = {} if compiled is None else compiled

    scope = Scope(catalogue)
    seen: dict[int, frozenset[str]] = {}

    def seen_by(condition: Condition) -> frozenset[str]:
        if id(condition) not in seen:
            seen[id(condition)] = names_seen(condition, scope)
        return seen[id(condition)]

    known: list[Epoch] = []
    chosen = schedules_for(chart, schedules, catalogue)
    asked = frozenset[str]().union(*(seen_by(each) for each in _conditions(chosen)))

    def judge_on(day: date) -> Judge:
        return judging(chart, catalogue, day, ready, asked)

    for epoch in epochs(chart, hung_on, on, chosen, Ways(judge_on, plan_on, seen_by)):
        known.append(epoch)
        yield
    return following(chart, known, on, seen_by)


def _conditions(schedules: Iterable[Schedule]) -> Iterator[Condition]:
    """Yield every condition that the record can decide, and what rules one out."""
    for schedule in schedules:
        for named in schedule.conditions.values():
            yield from (each for each in (named.sentence, named.ruled_out) if each is not None)
