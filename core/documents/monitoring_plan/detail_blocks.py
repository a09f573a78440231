"""Each activity once: what exactly, its limits, who does it, and what stands behind it."""

from __future__ import annotations

from core.documents.blocks import Block, Cell, Column, Heading, Line, Lines, Paragraph, Table, muted
from core.documents.monitoring_plan.marking import Marking
from core.follow_up.plan import Plan, Planned
from core.follow_up.schedule import Rule


def detail_blocks(plan: Plan, marking: Marking) -> tuple[Block, ...]:
    """Return the table of activities and the sources it numbers."""
    say = marking.wording.say
    rows = tuple(_row(item, marking) for item in plan.items)
    columns = (
        Column(say("column-activity"), 2.6),
        Column(say("column-what"), 4.6),
        Column(say("column-who"), 1.5),
        Column(say("column-basis"), 2.3),
    )
    table = Table(columns, rows, caption=say("heading-details"))
    notes = (*plan.reports, *plan.notes)
    # what to report and to know rests on sources too, and the list below is the only place that names them
    for remark in notes:
        marking.numbers(remark.sources)
    sources = tuple(Paragraph(muted(line)) for line in marking.source_list())
    return Heading(say("heading-details")), table, Heading(say("heading-sources")), *sources


def _row(item: Planned, marking: Marking) -> tuple[Cell, ...]:
    wording = marking.wording
    roles = ", ".join(wording.phrases.say(f"role-{role}") for role in item.activity.roles)
    return marking.label(item), _what(item, marking), roles, _bases(item, marking)


def _what(item: Planned, marking: Marking) -> Cell:
    wording = marking.wording
    notes = dict.fromkeys(wording.text(rule.note) for rule in item.rules if rule.note)
    limits = dict.fromkeys(wording.text(rule.limit) for rule in item.rules if rule.limit)
    lines: list[Line] = [wording.text(item.activity.detail)] if item.activity.detail else []
    lines += notes
    lines += [wording.say("limit", limit=limit) for limit in limits]
    return Lines(tuple(lines)) if lines else ""


def _bases(item: Planned, marking: Marking) -> Cell:
    return Lines(tuple(dict.fromkeys(_basis(rule, marking) for rule in item.rules)))


def _basis(rule: Rule, marking: Marking) -> str:
    strength = marking.wording.phrases.say(f"strength-{rule.strength.value}")
    phrase = "basis-memory" if rule.is_from_memory else "basis"
    return marking.wording.say(phrase, strength=strength, sources=marking.numbers(rule.sources))
