"""Each activity once: what exactly, its limits, who does it, and what stands behind it."""

from __future__ import annotations

from core.documents.blocks import Block, Cell, Column, Heading, Line, Lines, Paragraph, Table, muted
from core.documents.monitoring_plan.marking import Marking
from core.follow_up.plan import Plan, Planned
from core.follow_up.schedule import Strength
from core.rule_files.rule_file import Source


def detail_blocks(plan: Plan, marking: Marking) -> tuple[Block, ...]:
    """Return the table of activities and the sources it numbers."""
    say = marking.wording.say
    rows = tuple(_row(item, marking) for item in plan.items)
    columns = (
        Column(say("column-activity"), 2.5),
        Column(say("column-what"), 4),
        Column(say("column-who"), 1.8),
        Column(say("column-basis"), 2.7),
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
    """Return what stands behind the activity: one line for each strength, with the sources of all its rules."""
    sources: dict[tuple[Strength, bool], dict[Source, None]] = {}
    for rule in item.rules:
        sources.setdefault((rule.strength, rule.is_from_memory), {}).update(dict.fromkeys(rule.sources))
    return Lines(
        tuple(
            marking.wording.say(
                "basis-memory" if is_from_memory else "basis",
                strength=marking.wording.phrases.say(f"strength-{strength.value}"),
                sources=marking.numbers(named),
            )
            for (strength, is_from_memory), named in sources.items()
        )
    )
