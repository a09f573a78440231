"""The dated visits with their windows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from core.documents.blocks import Block, Cell, Column, Heading, Lines, Paragraph, Table, muted, strong
from core.documents.monitoring_plan.marking import Marking
from core.follow_up.due import Standing, VisitStanding, standings
from core.follow_up.plan import Plan, Planned, Repeated, Visit
from core.wording.plan_words import Wording

_OPEN_BOX = "☐"
_TICKED_BOX = "☑"
_SEPARATOR = " · "


def visit_blocks(plan: Plan, on: date, since: date, marking: Marking) -> tuple[Block, ...]:
    """Return every visit since a day and the stretches of contacts that go on after it, in the order of their days.

    The days before stand on the sheet for the bedside; what is over and could leave no result on record is gone.
    """
    say = marking.wording.say
    rows = [
        (each.first, _stretch_row(each, marking)) for each in plan.repeated if each.last > since and each.last >= on
    ]
    contents = _Contents(marking)
    told = (each for each in standings(plan, on) if each.visit.on >= since and each.standing is not Standing.OVER)
    rows += [(each.visit.on, _visit_row(each, contents)) for each in told]
    ordered = sorted(rows, key=lambda row: row[0])
    columns = (
        Column(say("column-due"), 1.5),
        Column(say("column-window"), 1.9),
        Column(say("column-what"), 5),
        Column(say("column-who"), 1.8),
        Column(say("column-done"), 1),
    )
    table = Table(columns, tuple(row for _, row in ordered), caption=say("heading-visits"), is_dense=True)
    return Heading(say("heading-visits")), table, Paragraph(muted(say("legend-visits")))


@dataclass
class _Contents:
    """What is done at a visit, in full once; a visit that is the same as an earlier one names that."""

    marking: Marking
    _first: dict[tuple[tuple[object, ...], ...], str] = field(default_factory=dict[tuple[tuple[object, ...], ...], str])

    def of(self, visit: Visit) -> tuple[str, str]:
        """Return what is done and by whom."""
        wording = self.marking.wording
        key = tuple((*item.key, *wording.conditions(item)) for item in visit.items)
        earlier = self._first.get(key)
        if earlier is not None:
            return wording.say("as-visit", visit=earlier), ""
        self._first[key] = wording.visit(visit)
        names = (("" if item.is_certain else "○ ") + wording.text(item.label) for item in visit.items)
        return _SEPARATOR.join(names), _who(visit.items, wording)


def _stretch_row(each: Repeated, marking: Marking) -> tuple[Cell, ...]:
    wording = marking.wording
    last = wording.say("by", last=wording.day(each.last))
    due = Lines((strong(wording.day(each.first)), muted(last)))
    return due, wording.pace(each.pace, each.while_), marking.label(each.item), _who((each.item,), wording), _OPEN_BOX


def _visit_row(each: VisitStanding, contents: _Contents) -> tuple[Cell, ...]:
    wording = contents.marking.wording
    visit = each.visit
    box = _TICKED_BOX if each.standing is Standing.RECORDED else _OPEN_BOX
    due = Lines((strong(wording.day(visit.on)), muted(wording.visit(visit))))
    return due, _window(visit, wording), *contents.of(visit), box


def _window(visit: Visit, wording: Wording) -> str:
    if visit.earliest == visit.latest:
        return wording.say("window-none")
    return wording.span(visit.earliest, visit.latest)


def _who(items: Iterable[Planned], wording: Wording) -> str:
    roles = dict.fromkeys(role for item in items for role in item.activity.roles)
    return ", ".join(wording.phrases.say(f"role-{role}") for role in roles)
