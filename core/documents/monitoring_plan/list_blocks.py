"""The lists of the plan: before the infusion, what holds for a time, what waits, what to report and know."""

from __future__ import annotations

from collections.abc import Iterable

from core.documents.blocks import Block, Callout, Column, Heading, Lines, Table, Tone
from core.documents.monitoring_plan.marking import Marking
from core.follow_up.plan import Plan, Preparation
from core.wording.plan_words import Wording

_SEPARATOR = " · "
_OPEN_BOX = "☐"


def preparation_blocks(plan: Plan, marking: Marking) -> tuple[Block, ...]:
    """Return what comes before the infusion, with the days that are known."""
    if not plan.preparation:
        return ()
    say, wording = marking.wording.say, marking.wording
    groups: dict[tuple[str, str], list[str]] = {}
    for each in plan.preparation:
        groups.setdefault((_when(each, plan, wording), _days(each, wording)), []).append(marking.label(each.item))
    rows = tuple(
        (when, days or say("to-fill"), Lines(tuple(f"{_OPEN_BOX} {name}" for name in names)))
        for (when, days), names in groups.items()
    )
    columns = (Column(say("column-when"), 2), Column(say("column-due"), 2), Column(say("column-what"), 6))
    return Heading(say("heading-before")), Table(columns, rows, caption=say("heading-before"), is_dense=True)


def _when(each: Preparation, plan: Plan, wording: Wording) -> str:
    """Return the event it is tied to, or the days counted from day 0."""
    if each.event is not None or each.first is None or each.last is None:
        return wording.when(each)
    first, last = (each.first - plan.day0).days, (each.last - plan.day0).days
    if first == last:
        return wording.say("visit-day", count=first)
    return wording.say("counted-from-day0", first=first, last=last)


def _days(each: Preparation, wording: Wording) -> str:
    if each.last is None:
        return ""
    return wording.say("by", last=wording.day(each.last)) if each.first is None else wording.span(each.first, each.last)


def held_blocks(plan: Plan, marking: Marking) -> tuple[Block, ...]:
    """Return the precautions and prophylaxes with their days."""
    if not plan.held:
        return ()
    wording = marking.wording
    rows = tuple((marking.label(each.item), wording.span(each.first, each.last)) for each in plan.held)
    columns = (Column(wording.say("column-what"), 5), Column(wording.say("column-until"), 3))
    return Heading(wording.say("heading-held")), Table(
        columns, rows, caption=wording.say("heading-held"), is_dense=True
    )


def awaited_blocks(plan: Plan, marking: Marking) -> tuple[Block, ...]:
    """Return what is due when something happens."""
    if not plan.awaited:
        return ()
    wording = marking.wording
    rows = tuple((wording.when(each), marking.label(each.item)) for each in plan.awaited)
    columns = (Column(wording.say("column-trigger"), 4), Column(wording.say("column-what"), 5))
    return Heading(wording.say("heading-awaited")), Table(
        columns, rows, caption=wording.say("heading-awaited"), is_dense=True
    )


def report_blocks(plan: Plan, telephone: str, marking: Marking) -> tuple[Block, ...]:
    """Return what the patient must report. Without the centre's number nobody is told to call."""
    if not plan.reports:
        return ()
    say = marking.wording.say
    line = _SEPARATOR.join(marking.wording.text(remark.text) for remark in plan.reports)
    if telephone:
        return (Callout(say("heading-hospital-call", telephone=telephone), (line,), Tone.BAD),)
    return (Callout(say("heading-hospital"), (line, say("telephone-missing")), Tone.BAD),)


def note_blocks(plan: Plan, marking: Marking) -> tuple[Block, ...]:
    """Return what else a reader should know, and what the schedules leave out with the reason."""
    say, text = marking.wording.say, marking.wording.text
    notes = [marking.remark(remark) for remark in plan.notes if not remark.claim]
    if plan.is_family_copy:
        notes.append(say("confidential-left-out"))
    blocks: list[Block] = []
    if notes:
        blocks += [Heading(say("heading-notes")), _lines(notes, say("heading-notes"))]
    if plan.left_out:
        lines = [f"{text(activity.label)}: {text(activity.off)}" for activity in plan.left_out]
        blocks += [Heading(say("heading-left-out")), _lines(lines, say("heading-left-out"))]
    return tuple(blocks)


def _lines(lines: Iterable[str], caption: str) -> Table:
    return Table((Column(""),), tuple((line,) for line in lines), caption, is_dense=True)
