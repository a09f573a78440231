"""Everything of a plan as slots of time: visits, stretches, what comes before, what holds, what waits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from core.follow_up.plan import Plan, Planned, Visit
from core.follow_up.schedule import Named
from core.follow_up.timing import Once, Pace, Until, While


class Kind(Enum):
    """How a thing of the plan stands in time."""

    BEFORE = "before"  # before the infusion
    VISIT = "visit"  # at a visit, within its window
    STRETCH = "stretch"  # again and again over some days
    HELD = "held"  # holds without a visit
    AWAITED = "awaited"  # when something happens


Identity = tuple[str, str, str, int]
"""Which thing of the plan: its kind, activity and occasion; rules apart where one activity has several there."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing of the plan with its days: ``first`` to ``last`` is when it can be done, ``on`` when it is planned."""

    kind: Kind
    item: Planned
    first: date | None
    on: date | None
    last: date | None
    visit: Visit | None = None
    pace: Pace | None = None
    condition: Named | None = None  # what is awaited, or under which a stretch stands
    ends_with_it: bool = False  # until the condition holds, not once it does

    @property
    def identity(self) -> Identity:
        """Which thing it is, whatever day 0 is and whatever else is asked."""
        activity = self.item.activity
        rule = 0 if self.kind is Kind.VISIT else activity.rules.index(self.item.rules[0]) + 1
        return self.kind.value, activity.id, self.item.at[0], rule

    @property
    def visit_names(self) -> tuple[str, ...]:
        """What the visit is called, () outside of visits."""
        return () if self.visit is None else self.visit.names

    @property
    def is_conditional(self) -> bool:
        """True if something has to be found out before it is due: a condition, a product, a vector."""
        return bool(self.item.ifs or self.item.unsettled) or (self.kind is Kind.STRETCH and self.condition is not None)


def slots_of(plan: Plan) -> Mapping[Identity, Slot]:
    """Return everything that a plan holds, in its order."""
    return {slot.identity: slot for slot in _slots(plan)}


def _slots(plan: Plan) -> Iterator[Slot]:
    for before in plan.preparation:
        yield Slot(Kind.BEFORE, before.item, before.first, before.last, before.last, condition=before.event)
    for stretch in plan.repeated:
        first, last = stretch.first, stretch.last
        yield Slot(Kind.STRETCH, stretch.item, first, first, last, pace=stretch.pace, condition=stretch.while_)
    for visit in plan.visits:
        for item in visit.items:
            yield Slot(Kind.VISIT, item, visit.earliest, visit.on, visit.latest, visit)
    for held in plan.held:
        yield Slot(Kind.HELD, held.item, held.first, held.first, held.last)
    for awaited in plan.awaited:
        is_condition = isinstance(awaited.when, While | Once | Until)
        condition = awaited.trigger if is_condition else None
        yield Slot(
            Kind.AWAITED, awaited.item, None, None, None, condition=condition,
            ends_with_it=isinstance(awaited.when, Until),
        )  # fmt: skip
