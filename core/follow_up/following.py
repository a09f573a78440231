"""What became of the plan by a day: done, due, missed, not done and why, no longer asked and why. Nothing vanishes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from functools import cached_property
from math import ceil

from core.chart.chart import Chart
from core.chart.entries import Episode, Finding
from core.chart.values import Absence
from core.follow_up.dying import DEATH, Died, died_by
from core.follow_up.epochs import Epoch, PlanChange, Seen, changes, evidence
from core.follow_up.plan import Plan, Visit
from core.follow_up.said import VISIT, Place, Said, Statements, statements_of
from core.follow_up.schedule import Named
from core.follow_up.slots import Identity, Kind, Slot, slots_of
from core.values.truth import Truth

_DAY = timedelta(days=1)
SOON = timedelta(days=7)
"""How far ahead something is due this week."""
NEXT_VISITS = 3


class State(Enum):
    """Where a thing of the plan, or a visit, stands on a day."""

    OVERDUE = "overdue"  # its window is over, and it can still be made up for
    DUE = "due"  # its window is open
    LATER = "later"
    DONE = "done"  # somebody said so, or a value on record shows it
    NOT_DONE = "not_done"  # somebody said so, and why
    MISSED = "missed"  # its window is over, nobody said anything, and the next one has begun
    NO_LONGER = "no_longer"  # a finding changed the plan, or the patient has died
    WAITING = "waiting"  # for an event or a condition
    HOLDS = "holds"
    OVER = "over"  # held, and its time is over


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is asked no longer: the condition, whether it holds now, and the entries that say so.

    ``condition`` None: the patient has died.
    """

    condition: Named | None
    is_true: bool
    refs: tuple[str, ...]

    @property
    def cause(self) -> str:
        """The name of the condition, "death" where the patient has died."""
        return DEATH if self.condition is None else self.condition.id


@dataclass(frozen=True, slots=True)
class Followed:
    """One thing of the plan and what became of it.

    ``said`` is what somebody recorded; else ``refs`` are the values or events on record that show it, ``done_on`` the
    first day of them, ``lacking`` the concepts of it without a value. ``covered`` of ``expected``: of something that is
    done again and again, in how many of its times there is a value or a word.
    """

    slot: Slot
    state: State
    said: Said | None = None
    refs: tuple[str, ...] = ()
    done_on: date | None = None
    lacking: tuple[str, ...] = ()
    reason: Reason | None = None
    covered: int = 0
    expected: int = 0

    @property
    def is_by_values(self) -> bool:
        """True if values on record show it, and nobody said so."""
        return self.said is None and bool(self.refs)

    @property
    def outside_window(self) -> int:
        """By how many days it was done before (negative) or after its window."""
        first, last, day = self.slot.first, self.slot.last, self.done_on
        if day is None or self.slot.kind is not Kind.VISIT:
            return 0
        if first is not None and day < first:
            return (day - first).days
        return max(0, (day - last).days) if last is not None else 0


@dataclass(frozen=True, slots=True)
class FollowedVisit:
    """A visit with what became of each thing of it."""

    visit: Visit
    state: State
    items: tuple[Followed, ...]

    def days_past(self, on: date) -> int:
        """Return for how many days its window has been over."""
        return max(0, (on - self.visit.latest).days)

    def standing(self, *states: State) -> tuple[Followed, ...]:
        """Return what of it stands so."""
        return tuple(each for each in self.items if each.state in states)

    @property
    def name(self) -> str:
        """What a statement of the whole visit calls it."""
        return self.items[0].slot.visit_names[0]


_ORDER = (
    State.OVERDUE, State.DUE, State.LATER, State.MISSED, State.NOT_DONE, State.DONE, State.NO_LONGER,
)  # fmt: skip


@dataclass(frozen=True)
class Following:
    """The whole plan on a day. ``apart``: statements of things the plan does not hold."""

    plan: Plan
    on: date
    items: tuple[Followed, ...]
    changes: tuple[PlanChange, ...]
    apart: tuple[Said, ...]

    @property
    def day(self) -> int:
        """The days since the infusion."""
        return (self.on - self.plan.day0).days

    @cached_property
    def visits(self) -> tuple[FollowedVisit, ...]:
        """The visits in the order of their days, with all that was ever asked there."""
        grouped: dict[tuple[date, date, date, int | None], list[Followed]] = {}
        for each in self.items:
            visit = each.slot.visit
            if visit is not None:
                grouped.setdefault((visit.on, visit.earliest, visit.latest, visit.age), []).append(each)
        return tuple(_visit(items) for _, items in sorted(grouped.items(), key=lambda each: each[0][:2]))

    def of(self, *states: State) -> tuple[FollowedVisit, ...]:
        """Return the visits that stand so."""
        return tuple(each for each in self.visits if each.state in states)

    @property
    def overdue(self) -> tuple[FollowedVisit, ...]:
        """The visits with something overdue, the oldest first."""
        return self.of(State.OVERDUE)

    @property
    def this_week(self) -> tuple[FollowedVisit, ...]:
        """The visits whose window is open or opens within a week."""
        return tuple(
            each
            for each in self.of(State.DUE, State.LATER)
            if each.state is State.DUE or each.visit.earliest <= self.on + SOON
        )

    @property
    def next(self) -> tuple[FollowedVisit, ...]:
        """The next visits after this week."""
        coming = (each for each in self.of(State.LATER) if each.visit.earliest > self.on + SOON)
        return tuple(each for _, each in zip(range(NEXT_VISITS), coming, strict=False))

    def standing(self, *states: State) -> tuple[Followed, ...]:
        """Return what stands so outside of visits: stretches, what holds, what waits, what came before."""
        return tuple(each for each in self.items if each.slot.visit is None and each.state in states)


def following(chart: Chart, epochs: Sequence[Epoch], on: date, seen: Seen) -> Following:
    """Return what became of everything that any of the plans asked while it was in force.

    ``epochs`` are the plans from day 0 to ``on``, the oldest first. What was only found out after the window of a visit
    was not asked there.
    """
    return _Teller(chart.as_of(on), tuple(epochs), on, seen).tell()


@dataclass(frozen=True)
class _Teller:
    chart: Chart
    epochs: tuple[Epoch, ...]
    on: date
    seen: Seen

    def tell(self) -> Following:
        now, statements = self.epochs[-1], statements_of(self.chart)
        died = died_by(self.chart, self.on)
        items = tuple(self._items(statements) if died is None else self._until(died, statements))
        places = (place for each in items for place in self._places_of(each.slot))
        apart = statements.apart_from(places)
        changed = changes(self.epochs, self.on, self.seen)
        if died is not None:
            before = (each for each in changed if each.since <= died.on)
            changed = (PlanChange(died.on, None, True, died.refs, (), ()), *before)
        return Following(now.plan, self.on, items, changed, apart)

    @cached_property
    def _slots(self) -> tuple[Mapping[Identity, Slot], ...]:
        return tuple(slots_of(epoch.plan) for epoch in self.epochs)

    def _items(self, statements: Statements) -> Iterator[Followed]:
        identities = dict.fromkeys(each for slots in reversed(self._slots) for each in slots)
        for identity in identities:
            having = [at for at, slots in enumerate(self._slots) if identity in slots]
            newest = self._slots[having[-1]][identity]
            at = self._in_force(newest)
            slot = self._slots[at].get(identity)
            said = statements.of(newest.item.activity.id, newest.item.at, newest.visit_names)
            if slot is not None:
                yield self._followed(slot, self.epochs[at], said, statements)
            elif any(each < at for each in having):
                was = self._slots[max(each for each in having if each < at)][identity]
                yield self._dropped(was, self.epochs[at], said)
            elif said is not None:
                yield _by_word(newest, said)

    def _in_force(self, slot: Slot) -> int:
        """Return which plan counts for a slot: the one that stood when its time was over, the last one before that."""
        day = self.epochs[0].since if slot.kind is Kind.BEFORE else min(slot.last or self.on, self.on)
        return max((at for at, epoch in enumerate(self.epochs) if epoch.since <= day), default=0)

    # --- after a death

    def _until(self, died: Died, statements: Statements) -> Iterator[Followed]:
        """Yield everything as it stands after a death: what was done stays done, what was missed before it missed."""
        reason = Reason(None, True, died.refs)
        for each in self._items(statements):
            slot = each.slot
            is_settled = each.state in (State.DONE, State.NOT_DONE, State.NO_LONGER) or slot.kind is Kind.BEFORE
            is_over = slot.last is not None and slot.last < died.on and slot.kind is not Kind.AWAITED
            if is_settled:
                yield each
            elif is_over:
                is_late = each.state is State.OVERDUE  # nobody can make up for it
                yield replace(each, state=State.MISSED, reason=reason) if is_late else each
            elif slot.kind is Kind.STRETCH and slot.first is not None and slot.first <= died.on:
                lived = self._stretch(replace(slot, last=died.on), statements)
                is_done = lived.state is State.DONE
                ended = State.DONE if is_done else State.NO_LONGER
                yield replace(lived, slot=slot, state=ended, reason=None if is_done else reason)
            else:
                yield replace(each, state=State.NO_LONGER, reason=reason)

    # --- one thing

    def _dropped(self, slot: Slot, epoch: Epoch, said: Said | None) -> Followed:
        shown = Followed(slot, State.NO_LONGER) if said is not None else self._by_values(slot)
        if said is not None:
            return _by_word(slot, said)
        if shown.refs:
            return shown
        day = slot.on or epoch.since
        named = next((each for each in _conditions(slot) if epoch.truth(each, day) is not Truth.TRUE), None)
        refs = () if named is None else evidence(named, epoch.plan.chart, epoch.since, self.seen)
        return replace(shown, state=State.NO_LONGER, reason=None if named is None else Reason(named, False, refs))

    def _followed(self, slot: Slot, epoch: Epoch, said: Said | None, statements: Statements) -> Followed:
        if slot.kind is Kind.AWAITED:
            return self._awaited(slot, said)
        if said is not None:
            return _by_word(slot, said)
        match slot.kind:
            case Kind.STRETCH:
                return self._stretch(slot, statements)
            case Kind.HELD:
                return self._ended(slot, epoch) or Followed(slot, self._held(slot))
            case _:
                return self._once(slot, epoch)

    def _once(self, slot: Slot, epoch: Epoch) -> Followed:
        """Something that is done once: before the infusion, or at a visit."""
        shown = self._by_values(slot)
        if shown.refs:
            return shown
        if slot.kind is Kind.BEFORE:
            return Followed(slot, State.MISSED)
        ended = self._ended(slot, epoch)
        if ended is not None:
            return ended
        return Followed(slot, self._state(slot))

    def _state(self, slot: Slot) -> State:
        if slot.first is not None and self.on < slot.first:
            return State.LATER
        if slot.last is None or self.on <= slot.last:
            return State.DUE
        following_one = self._next_after(slot)
        is_past = following_one is not None and following_one <= self.on
        return State.MISSED if is_past or slot.is_conditional else State.OVERDUE

    def _held(self, slot: Slot) -> State:
        if slot.first is not None and self.on < slot.first:
            return State.LATER
        return State.HOLDS if slot.last is None or self.on <= slot.last else State.OVER

    def _ended(self, slot: Slot, epoch: Epoch) -> Followed | None:
        """Return that a condition ended it ("until IgG is above 4 g/L"), None where none did by then."""
        for condition in slot.item.until:
            if epoch.known(condition) is Truth.TRUE:
                refs = evidence(condition, epoch.plan.chart, epoch.since, self.seen)
                return Followed(slot, State.NO_LONGER, reason=Reason(condition, True, refs))
        return None

    @cached_property
    def _begins(self) -> Mapping[str, list[date]]:
        """The first days of the windows of each activity that is asked at visits, in their order."""
        found: dict[str, list[date]] = {}
        for slots in self._slots:
            for slot in slots.values():
                if slot.kind is Kind.VISIT and slot.first is not None:
                    found.setdefault(slot.item.activity.id, []).append(slot.first)
        return {activity: sorted(set(days)) for activity, days in found.items()}

    def _next_after(self, slot: Slot) -> date | None:
        """Return when the same thing can next be done: from then on this one is made up for no more."""
        after = slot.last or date.max
        return next((day for day in self._begins.get(slot.item.activity.id, ()) if day > after), None)

    # --- values on record

    def _by_values(self, slot: Slot) -> Followed:
        """Return it as done by what was found between its window and the next one, as it stands where nothing was."""
        if slot.kind is Kind.VISIT:
            ends = self._next_after(slot)
            first, last = slot.first or date.min, self.on if ends is None else min(self.on, ends - _DAY)
        else:
            first, last = slot.first or date.min, min(slot.last or self.epochs[0].since, self.on)
        found = [
            (day, ref, concept)
            for concept in slot.item.activity.yields
            for day, ref in self._found.get(concept, ())
            if first <= day <= last
        ]
        if not found:
            return Followed(slot, State.MISSED)
        if slot.kind is Kind.BEFORE and slot.first is None:  # nobody knows its day: the newest before the infusion
            newest = max(day for day, _, _ in found)
            found = [each for each in found if each[0] == newest]
        shown = {concept for _, _, concept in found}
        refs = tuple(dict.fromkeys(ref for _, ref, _ in sorted(found)))
        lacking = tuple(each for each in slot.item.activity.yields if each not in shown)
        return Followed(slot, State.DONE, None, refs, min(day for day, _, _ in found), lacking)

    @cached_property
    def _found(self) -> Mapping[str, list[tuple[date, str]]]:
        """The days on which each concept was found, with the entries; that something was not done finds nothing."""
        found: dict[str, list[tuple[date, str]]] = {}
        for entry in self.chart.entries:
            match entry:
                case Finding(concept=concept, on=on, value=value) if on is not None and on.is_exact:
                    if not isinstance(value, Absence):
                        found.setdefault(concept, []).append((on.first, entry.ref))
                case Episode(concept=concept, onset=onset) if onset is not None and onset.is_exact:
                    if not entry.is_suspected:
                        found.setdefault(concept, []).append((onset.first, entry.ref))
                case _:
                    pass
        return found

    # --- again and again

    def _stretch(self, slot: Slot, statements: Statements) -> Followed:
        first, last = slot.first or self.epochs[0].since, slot.last or self.on
        expected = _times(slot, first, last)
        told = [day for day in _each_day(first, min(last, self.on)) if self._is_told(slot, day, statements)]
        covered = len({_time_of(slot, first, day) for day in told})
        state = State.LATER if self.on < first else State.DUE if self.on <= last else State.MISSED
        if covered >= expected:
            state = State.DONE
        return Followed(slot, state, covered=covered, expected=expected)

    def _is_told(self, slot: Slot, day: date, statements: Statements) -> bool:
        said = statements.of(slot.item.activity.id, (self._name_of(day),))
        if said is not None:
            return said.is_done
        return any(day == on for each in slot.item.activity.yields for on, _ in self._found.get(each, ()))

    def _places_of(self, slot: Slot) -> Iterator[Place]:
        """Yield every place in which something can be said of it: its own, its visit's, single days of a stretch."""
        activity = slot.item.activity.id
        yield from ((activity, at) for at in slot.item.at)
        yield from ((VISIT, at) for at in slot.visit_names)
        if slot.kind is Kind.STRETCH and slot.first is not None and slot.last is not None:
            yield from ((activity, self._name_of(day)) for day in _each_day(slot.first, slot.last))

    def _name_of(self, day: date) -> str:
        return f"day {(day - self.epochs[0].plan.day0).days}"

    # --- what waits

    def _awaited(self, slot: Slot, said: Said | None) -> Followed:
        """Something that waits: due from the day on which its condition came true until somebody says what was done."""
        since = self._true_since(slot)
        if since is None:
            return Followed(slot, State.WAITING, said, done_on=_day(said))
        if said is not None and (said.on is None or said.on.last >= since):
            return _by_word(slot, said)
        refs = () if slot.condition is None else evidence(slot.condition, self.chart, self.on, self.seen)
        reason = None if slot.condition is None else Reason(slot.condition, not slot.ends_with_it, refs)
        return Followed(replace(slot, first=since, on=since), State.DUE, said, reason=reason)

    def _true_since(self, slot: Slot) -> date | None:
        if slot.condition is None or slot.is_conditional:
            return None
        wanted = Truth.FALSE if slot.ends_with_it else Truth.TRUE
        since: date | None = None
        for epoch in reversed(self.epochs):
            if epoch.known(slot.condition) is not wanted:
                break
            since = epoch.since
        return since


def _by_word(slot: Slot, said: Said) -> Followed:
    return Followed(slot, State.DONE if said.is_done else State.NOT_DONE, said, done_on=_day(said))


def _day(said: Said | None) -> date | None:
    return None if said is None or said.on is None or not said.is_done else said.on.first


def _conditions(slot: Slot) -> Iterator[Named]:
    yield from (rule.applies_when for rule in slot.item.rules if rule.applies_when is not None)


def _visit(items: Sequence[Followed]) -> FollowedVisit:
    states = {each.state for each in items}
    state = next(each for each in _ORDER if each in states)
    visit = next(each.slot.visit for each in items if each.slot.visit is not None)
    return FollowedVisit(visit, state, tuple(items))


def _times(slot: Slot, first: date, last: date) -> int:
    return ceil(Fraction((last - first).days + 1) / _length(slot))


def _time_of(slot: Slot, first: date, day: date) -> int:
    return int(Fraction((day - first).days) / _length(slot))


def _length(slot: Slot) -> Fraction:
    """The days in which something has to be done once; more often than daily counts as daily."""
    return Fraction(1) if slot.pace is None else max(Fraction(1), 1 / slot.pace.per_day)


def _each_day(first: date, last: date) -> Iterator[date]:
    return (first + _DAY * days for days in range((last - first).days + 1))
