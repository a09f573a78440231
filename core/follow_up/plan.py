"""A plan: the schedules of one patient hung on a real day 0."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from core.chart.chart import Chart
from core.chart.entries import Infusion
from core.follow_up.circumstances import Circumstances, Unsettled
from core.follow_up.schedule import Activity, Named, Remark, Rule, Schedule, Text
from core.follow_up.timing import AtEvent, Moment, Once, Pace, Relative, Until, While
from core.language.languages import ENGLISH
from core.values.truth import Truth


@dataclass(frozen=True, slots=True)
class Planned:
    """An activity on one occasion, with every rule that asks for it there.

    ``ifs`` are conditions nothing on record decides, ``unsettled`` products or vectors not known: it is done if they
    hold. ``until`` ends it. All three are empty where it is due in any case. ``named`` is the label with the patient's
    own drugs. ``at`` are the names of its occasions here ("month 9", "age 18"): with the activity they say which thing
    of the plan it is, whatever day 0 is.
    """

    activity: Activity
    rules: tuple[Rule, ...]
    ifs: tuple[Named, ...] = ()
    unsettled: tuple[Unsettled, ...] = ()
    until: tuple[Named, ...] = ()
    is_longer_of_regions: bool = False
    named: Text = field(default_factory=dict[str, str])
    at: tuple[str, ...] = ()

    @property
    def label(self) -> Text:
        """What it is called on this occasion."""
        return self.named or self.rules[0].label or self.activity.label

    @property
    def family(self) -> tuple[str, ...]:
        """What the patient and the family are told it is (``TOLD``); empty: nobody wrote it."""
        return self.rules[0].family or self.activity.family

    @property
    def key(self) -> tuple[str, str]:
        """Two with the same key are one and the same thing to do."""
        return self.activity.id, self.label[ENGLISH]

    @property
    def is_certain(self) -> bool:
        """True if nothing has to be found out first."""
        return not self.waits_for

    @property
    def waits_for(self) -> tuple[str | Unsettled, ...]:
        """Everything that has to be found out: conditions by their names, products, vectors, what ends it."""
        return (*(named.id for named in self.ifs), *self.unsettled, *(named.id for named in self.until))

    def merged_with(self, other: Planned) -> Planned:
        """Return the two as one: the stricter holds (what is due in any case), the sources of both stay."""
        rules = tuple({id(rule): rule for rule in (*self.rules, *other.rules)}.values())
        is_longer = self.is_longer_of_regions or other.is_longer_of_regions
        at = tuple(dict.fromkeys((*self.at, *other.at)))
        if self.is_certain or other.is_certain:
            return Planned(self.activity, rules, is_longer_of_regions=is_longer, named=self.named, at=at)
        return Planned(
            self.activity,
            rules,
            _together(self.ifs, other.ifs),
            _both(self.unsettled, other.unsettled),
            _together(self.until, other.until),
            is_longer,
            self.named,
            at,
        )


def _together(one: tuple[Named, ...], other: tuple[Named, ...]) -> tuple[Named, ...]:
    return tuple({named.id: named for named in (*one, *other)}.values()) if one and other else ()


def _both(one: tuple[Unsettled, ...], other: tuple[Unsettled, ...]) -> tuple[Unsettled, ...]:
    return tuple(dict.fromkeys((*one, *other))) if one and other else ()


def merged(items: Iterable[Planned]) -> tuple[Planned, ...]:
    """Return the items with those of one key made one, in the order of the first of each."""
    found: dict[tuple[str, str], Planned] = {}
    for item in items:
        known = found.get(item.key)
        found[item.key] = item if known is None else known.merged_with(item)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Preparation:
    """Something before the infusion, by its relation to an event or a day.

    ``first`` and ``last`` are the days where the event is dated: the same for one day, apart for a stretch.
    ``last`` alone: by then at the latest.
    """

    item: Planned
    when: AtEvent | Relative | None
    event: Named | None
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Repeated:
    """Contacts at least weekly, told as a stretch of days."""

    item: Planned
    pace: Pace
    first: date
    last: date
    while_: Named | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """A planned contact: its day, the window it may move in, what is done. ``moments`` name it, or the age does."""

    on: date
    earliest: date
    latest: date
    moments: tuple[Moment, ...]
    items: tuple[Planned, ...]
    age: int | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What a statement of the whole visit may call it: its moments, else the birthday; the first is its own."""
        of_items = (at for item in self.items for at in item.at)
        return tuple(dict.fromkeys((*(str(each.simplest) for each in self.moments), *of_items)))


@dataclass(frozen=True, slots=True)
class Held:
    """A precaution or prophylaxis that holds for a time; ``last`` None: for life."""

    item: Planned
    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class Awaited:
    """Something that is due when an event or a condition comes; nobody can date it."""

    item: Planned
    when: AtEvent | Relative | While | Until | Once | None
    trigger: Named | None
    age: int | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What the record tells of a condition that decides what is planned."""

    condition: Named
    truth: Truth


@dataclass(frozen=True)
class Plan:
    """Everything planned for one patient. ``left_out``: activities the schedules hold but switch off."""

    chart: Chart
    day0: date
    horizon: date
    given: Circumstances
    schedules: tuple[Schedule, ...]
    preparation: tuple[Preparation, ...]
    repeated: tuple[Repeated, ...]
    visits: tuple[Visit, ...]
    held: tuple[Held, ...]
    awaited: tuple[Awaited, ...]
    left_out: tuple[Activity, ...]
    reports: tuple[Remark, ...]
    notes: tuple[Remark, ...]
    known: tuple[Known, ...] = ()
    is_family_copy: bool = False
    drug_labels: Mapping[str, Text] = field(default_factory=dict[str, Text])  # of what was given and is to be given

    @property
    def infusion(self) -> Infusion | None:
        """The recorded infusion of the day it counts from."""
        return next((each for each in self.chart.infusions if each.on == self.day0), None)

    @cached_property
    def items(self) -> tuple[Planned, ...]:
        """Everything that occurs in the plan, each once, in the order of the schedules."""
        found = (
            *(each.item for each in self.preparation),
            *(each.item for each in self.repeated),
            *(item for visit in self.visits for item in visit.items),
            *(each.item for each in self.held),
            *(each.item for each in self.awaited),
        )
        order: dict[str, int] = {}
        for schedule in self.schedules:
            for activity in schedule.activities:
                order.setdefault(activity.id, len(order))
        return tuple(sorted(merged(found), key=lambda item: order[item.activity.id]))

    def told_from(self, on: date) -> Plan:
        """Return the plan without what is over on ``on``: it would only bury what is still to do."""
        if on <= self.day0:
            return self
        return replace(
            self, preparation=(), held=tuple(each for each in self.held if each.last is None or each.last >= on)
        )

    def family_copy(self) -> Plan:
        """Return the plan without what is confidential; visits left empty go too."""
        visits = (replace(visit, items=tuple(item for item in visit.items if _is_open(item))) for visit in self.visits)
        return replace(
            self,
            preparation=tuple(each for each in self.preparation if _is_open(each.item)),
            repeated=tuple(each for each in self.repeated if _is_open(each.item)),
            visits=tuple(visit for visit in visits if visit.items),
            held=tuple(each for each in self.held if _is_open(each.item)),
            awaited=tuple(each for each in self.awaited if _is_open(each.item)),
            left_out=tuple(each for each in self.left_out if not each.is_confidential),
            is_family_copy=True,
        )


def _is_open(item: Planned) -> bool:
    return not item.activity.is_confidential
