"""Page 1: what it is, what is on record, what is due now and next, the 15 years at a glance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from core.documents.blocks import (
    BLANK,
    Block,
    Cell,
    Column,
    Grid,
    GridCell,
    GridRow,
    Heading,
    KeyValues,
    Lines,
    Paragraph,
    Table,
    muted,
    strong,
)
from core.follow_up.bedside import LAST_DAY
from core.follow_up.due import Standing, VisitStanding, agenda, standings
from core.follow_up.glance import HeldLine, Period, glance_of
from core.follow_up.plan import Plan, Planned
from core.values.truth import Truth
from core.wording.plan_words import Wording

_OPEN_BOX = "☐"
_SEPARATOR = " · "
_MOST_NAMES = 6
_MOST_STEPS = 2
_MOST_COMING = 2
_WORDS = {Truth.TRUE: "known-yes", Truth.FALSE: "known-no", Truth.UNKNOWN: "known-unknown"}


def about_blocks(plan: Plan, on: date, wording: Wording) -> tuple[Block, ...]:
    """Return what the paper is, and lines to fill where something is not given."""
    say = wording.say
    phrase = "what-it-is" if has_bedside(plan, on) else "what-it-is-later"
    pairs: list[tuple[str, Cell]] = []
    if plan.given.product != "allogeneic" and on <= plan.day0:
        planned = plan.chart.planned.get("leukapheresis")
        day = "" if planned is None else wording.span(planned.first, planned.last)
        pairs.append((say("fact-leukapheresis"), day or say("to-fill")))
    pairs.append((say("fact-batch"), say("to-fill")))
    about = Paragraph(say(phrase, first=wording.day(plan.day0), last=wording.day(plan.horizon)))
    facts = KeyValues(tuple(pairs), columns=len(pairs))
    if not plan.known:
        return about, facts
    told = (say(_WORDS[each.truth], what=wording.text(each.condition.name)) for each in plan.known)
    return about, facts, KeyValues(((say("fact-known"), _SEPARATOR.join(told)),))


def has_bedside(plan: Plan, on: date) -> bool:
    """True as long as one of the first four weeks is still to come."""
    return (on - plan.day0).days <= LAST_DAY


def due_blocks(plan: Plan, on: date, wording: Wording) -> tuple[Block, ...]:
    """Return what is overdue, open and next on the day of printing."""
    say = wording.say
    found = agenda(plan, on)
    overdue = () if found.overdue is None else (found.overdue,)
    told = [each for each in standings(plan, on) if _is_told(each, plan, on)]
    # before the infusion the steps to it have the room
    coming = [each for each in told if each.standing is Standing.LATER][: 1 if on < plan.day0 else _MOST_COMING]
    visits = (*overdue, *(each for each in told if each.standing is Standing.OPEN), *coming)
    rows = [*_steps(plan, on, wording), *(_due_row(each, wording) for each in visits)]
    heading = Heading(say("heading-due"))
    if not rows:
        return heading, Paragraph(say("nothing-due", date=wording.day(on)))
    columns = (Column(say("column-due"), 1.6), Column(say("column-what"), 6.4), Column(say("column-done"), 0.8))
    table = Table(columns, tuple(rows), caption=say("heading-due"), is_dense=True)
    if not found.earlier_overdue:
        return heading, table
    return heading, table, Paragraph(muted(say("earlier-overdue", count=found.earlier_overdue)))


def _is_told(each: VisitStanding, plan: Plan, on: date) -> bool:
    """Leave out the days that stand on page 2, but for day 0."""
    is_early = plan.day0 < each.visit.on <= plan.day0 + timedelta(days=LAST_DAY)
    return not (is_early and has_bedside(plan, on))


def _steps(plan: Plan, on: date, wording: Wording) -> Iterator[tuple[Cell, ...]]:
    """Yield the next days by which something has to be done before the infusion."""
    dated = sorted(
        ((each.last, each.item) for each in plan.preparation if each.last is not None and each.last >= on),
        key=lambda each: each[0],
    )
    before = wording.say("heading-before")
    days = [(day, [item for _, item in same]) for day, same in groupby(dated, key=lambda each: each[0])]
    for day, items in days[:_MOST_STEPS]:
        due = Lines((strong(wording.say("by", last=wording.day(day))),))
        yield due, f"{before}: {_names(items, wording, before)}", _OPEN_BOX
    undated = [each for each in plan.preparation if each.last is None]
    if undated and on <= plan.day0:
        yield wording.say("to-fill"), wording.say("undated-steps", count=len(undated)), _OPEN_BOX
    if has_bedside(plan, on):
        first, last = max(on, plan.day0), plan.day0 + timedelta(days=LAST_DAY)
        yield wording.span(first, last), wording.say("daily-on-page-2"), _OPEN_BOX


def _due_row(each: VisitStanding, wording: Wording) -> tuple[Cell, ...]:
    words = {Standing.OVERDUE: wording.say("overdue"), Standing.OPEN: wording.say("due-now")}
    on = wording.day(each.visit.on)
    due = (strong(on), muted(words[each.standing])) if each.standing in words else (strong(on),)
    visits = wording.say("heading-visits")
    what = _names(each.visit.items, wording, visits)
    if each.standing is Standing.OVERDUE:
        what = wording.say("missing", items=_names(each.missing, wording, visits))
    return Lines(due), f"{wording.visit(each.visit)}: {what}", _OPEN_BOX


def _names(items: Sequence[Planned], wording: Wording, heading: str) -> str:
    """Return the first names; under ``heading`` stand all."""
    names = [("" if item.is_certain else "○ ") + wording.text(item.label) for item in items]
    if len(names) <= _MOST_NAMES:
        return _SEPARATOR.join(names)
    more = wording.say("more-items", count=len(names) - _MOST_NAMES, heading=heading)
    return _SEPARATOR.join((*names[:_MOST_NAMES], more))


def glance_blocks(plan: Plan, wording: Wording) -> tuple[Block, ...]:
    """Return the 15 years at a glance."""
    say = wording.say
    found = glance_of(plan)
    rows = [
        GridRow(
            wording.phrases.say(f"role-{line.role}"),
            tuple(
                GridCell(say("pace-day", times=1) if is_daily else str(count) if count else "–")
                for count, is_daily in zip(line.visits, line.is_daily, strict=True)
            ),
        )
        for line in found.roles
    ]
    rows += [_held_row(line, len(found.periods), plan, wording) for line in found.held]
    heads = tuple(_period(period, wording) for period in found.periods)
    grid = Grid(heads, tuple(rows), say("heading-glance"), say("glance-corner"), is_dense=True)
    return Heading(say("heading-glance")), grid


def _held_row(line: HeldLine, count: int, plan: Plan, wording: Wording) -> GridRow:
    held = line.held
    if held.last is None:
        words = wording.say("lifelong")
    elif held.first <= plan.day0:
        words = wording.say("held-until", last=wording.day(held.last))
    else:
        words = wording.span(held.first, held.last)
    label = wording.text(held.item.label)
    conditions = wording.conditions(held.item)
    if conditions:
        label = wording.say("labelled", label=label, conditions="; ".join(conditions))
    after = count - line.last - 1
    cells: Iterable[GridCell] = (
        *(BLANK for _ in range(line.first)),
        GridCell(words, line.last - line.first + 1),
        *(BLANK for _ in range(after)),
    )
    return GridRow(label, tuple(cells))


def _period(period: Period, wording: Wording) -> str:
    unit = period.first.unit.value
    if period.first == period.last:
        return wording.say(f"period-{unit}-one", count=period.first.count)
    return wording.say(f"period-{unit}", first=period.first.count, last=period.last.count)
