"""Each activity once: what exactly, its limits, who does it, and what stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Cell, Column, Heading, Line, Lines, Table
from core.documents.monitoring_plan.marking import Marking
from core.follow_up.plan import Plan, Planned
from core.follow_up.schedule import Provenance, Remark, Strength
from core.rule_files.rule_file import Source

_SEPARATOR = " · "
_TOGETHER = 5
"""Sources between two rules: what is looked up by its number needs no rule of its own."""


def detail_blocks(plan: Plan, marking: Marking) -> tuple[Block, ...]:
    """Return the table of activities and the sources it numbers."""
    say = marking.wording.say
    rows = (*_rows(plan, marking), *(_told(remark, marking) for remark in plan.reports))
    columns = (
        Column(say("column-activity"), 2.4),
        Column(say("column-what"), 4),
        Column(say("column-who"), 1.5),
        Column(say("column-basis"), 3.1),
    )
    table = Table(columns, rows, caption=say("heading-details"), is_dense=True)
    claims = _claims(plan, marking)
    # what to know rests on sources too, and the list below is the only place that names them
    for remark in plan.notes:
        marking.numbers(remark.sources)
    listed = marking.source_list()
    rows = tuple((Lines(listed[at : at + _TOGETHER]),) for at in range(0, len(listed), _TOGETHER))
    sources = Table((Column(""),), rows, say("heading-sources"), is_dense=True)
    return Heading(say("heading-details")), table, *claims, Heading(say("heading-sources")), sources


def _claims(plan: Plan, marking: Marking) -> tuple[Block, ...]:
    """Return what public texts claim beside what papers carry of it (docs/evidence.md)."""
    say, text = marking.wording.say, marking.wording.text
    rows = tuple(
        (text(remark.claim), f"{marking.remark(remark)} {marking.numbers(remark.sources)}")
        for remark in plan.notes
        if remark.claim
    )
    if not rows:
        return ()
    columns = (Column(say("column-claim"), 2.5), Column(say("column-carried"), 7.5))
    return (Table(columns, rows, caption=say("column-claim"), is_dense=True),)


def _told(remark: Remark, marking: Marking) -> tuple[Cell, ...]:
    """Return the basis of what the patient reports: the box on page 1 has no room for it."""
    wording = marking.wording
    phrase = "basis-memory" if remark.provenance is Provenance.MEMORY else "basis"
    strength = wording.phrases.say(f"strength-{remark.strength.value}")
    basis = wording.say(phrase, strength=strength, sources=marking.numbers(remark.sources))
    return wording.say("reported"), wording.text(remark.text), wording.phrases.say("role-patient"), basis


def _rows(plan: Plan, marking: Marking) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each activity of which more is to be said; those with a basis alone share one for each basis."""
    bare: dict[tuple[str, Lines], list[str]] = {}
    for item in plan.items:
        what, roles, bases = _what(item, marking), _roles(item, marking), _bases(item, marking)
        if what:
            yield marking.label(item), what, roles, bases
        else:
            bare.setdefault((roles, bases), []).append(marking.label(item))
    for (roles, bases), names in bare.items():
        if len(names) == 1:
            yield names[0], "", roles, bases
        else:
            yield marking.wording.say("several"), _SEPARATOR.join(dict.fromkeys(names)), roles, bases


def _roles(item: Planned, marking: Marking) -> str:
    return ", ".join(marking.wording.phrases.say(f"role-{role}") for role in item.activity.roles)


def _what(item: Planned, marking: Marking) -> Cell:
    wording = marking.wording
    notes = dict.fromkeys(wording.text(rule.note) for rule in item.rules if rule.note)
    limits = dict.fromkeys(wording.text(rule.limit) for rule in item.rules if rule.limit)
    lines: list[Line] = [wording.text(item.activity.detail)] if item.activity.detail else []
    lines += notes
    lines += [wording.say("limit", limit=limit) for limit in limits]
    return Lines(tuple(lines)) if lines else ""


def _bases(item: Planned, marking: Marking) -> Lines:
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
