"""Occasions made visits: one contact for what falls on one day, and for days whose windows allow one contact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from core.follow_up.occasions import Occasion
from core.follow_up.plan import Visit, merged
from core.follow_up.timing import Moment


@dataclass(frozen=True, slots=True)
class _Group:
    """Occasions that are one contact: the window they share, and the day of the narrowest one."""

    on: date
    earliest: date
    latest: date
    occasions: tuple[Occasion, ...]

    @property
    def series(self) -> frozenset[int]:
        return frozenset(occasion.series for occasion in self.occasions)


def visits_of(occasions: Iterable[Occasion]) -> tuple[Visit, ...]:
    """Return the visits in the order of their days.

    Two days become one visit where their windows overlap and one of the days lies in the window of the other; the
    narrower window wins. Two repetitions of one rule are never one visit: monthly stays monthly. Birthdays stand
    alone.
    """
    by_day = sorted(occasions, key=lambda occasion: (occasion.on, occasion.age is not None))
    groups: list[_Group] = []
    for _, same in groupby(by_day, key=lambda occasion: (occasion.on, occasion.age is not None)):
        group = _one_day(tuple(same))
        if groups and _is_one_visit(groups[-1], group):
            groups[-1] = _joined(groups[-1], group)
        else:
            groups.append(group)
    return tuple(_visit(group) for group in groups)


def _one_day(occasions: Sequence[Occasion]) -> _Group:
    earliest, latest = _shared_window(occasions)
    return _Group(occasions[0].on, earliest, latest, tuple(occasions))


def _shared_window(occasions: Sequence[Occasion]) -> tuple[date, date]:
    """Return the window that suits all; an activity without a window of its own moves with the others."""
    windowed = [occasion for occasion in occasions if occasion.earliest != occasion.latest] or occasions
    return max(each.earliest for each in windowed), min(each.latest for each in windowed)


def _is_one_visit(one: _Group, other: _Group) -> bool:
    if one.series & other.series or _is_birthday(one) or _is_birthday(other):
        return False
    overlap = one.earliest <= other.latest and other.earliest <= one.latest
    return overlap and (one.earliest <= other.on <= one.latest or other.earliest <= one.on <= other.latest)


def _is_birthday(group: _Group) -> bool:
    return any(occasion.age is not None for occasion in group.occasions)


def _joined(one: _Group, other: _Group) -> _Group:
    narrow = one if one.latest - one.earliest <= other.latest - other.earliest else other
    earliest, latest = max(one.earliest, other.earliest), min(one.latest, other.latest)
    on = min(max(narrow.on, earliest), latest)
    first, second = (one, other) if narrow is one else (other, one)
    return _Group(on, earliest, latest, (*first.occasions, *second.occasions))


def _visit(group: _Group) -> Visit:
    moments: dict[Moment, None] = {}
    for occasion in group.occasions:
        if occasion.moment is not None:
            moments.setdefault(occasion.moment)
    return Visit(
        on=group.on,
        earliest=group.earliest,
        latest=group.latest,
        moments=tuple(moments),
        items=merged(occasion.item for occasion in group.occasions),
        age=next((occasion.age for occasion in group.occasions if occasion.age is not None), None),
    )
