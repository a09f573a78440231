"""How it went: the outcome at a glance and at the visits that trials report, then the measures themselves."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Cell, Column, Heading, Table, muted, plain, strong
from core.documents.follow_up_letters.letter import Telling
from core.documents.statements.parts import of_the_letter
from core.follow_up.outcome.outcome import AtVisit

_SEPARATOR = " · "


def outcome(telling: Telling, *, with_visits: bool = True) -> Iterator[Block]:
    """Yield the outcome with what it rests on, and the newest measures, each with the one before."""
    words = telling.outcome
    yield Heading(telling.say("heading-outcome"))
    columns = (
        Column(telling.say("column-what"), 2),
        Column(telling.say("column-stands"), 3),
        Column(telling.say("column-rests"), 5.2),
    )
    rows = tuple((each.name, f"{each.sign} {each.words}", each.why) for each in words.line)
    yield Table(columns, rows, telling.say("heading-outcome"), is_dense=True)
    seen = tuple(each for each in telling.found.outcome.visits if not each.is_to_come and each.visit is not None)
    if with_visits and seen:
        heads = (Column(telling.say("column-visit"), 2), Column(words.say("visits"), 8))
        told = tuple((words.visit(each), _at(each, telling)) for each in seen)
        yield Table(heads, told, words.say("visits"), is_dense=True)
    notes = telling.say("outcome-notes")
    yield Table((Column(notes),), tuple((muted(each),) for each in words.notes), notes, is_dense=True)
    yield from of_the_letter(telling.writing, "activity")


def _at(visit: AtVisit, telling: Telling) -> Cell:
    parts = [(strong(f"{each.name} "), plain(each.words)) for each in telling.outcome.at_visit(visit)]
    return tuple(run for at, pair in enumerate(parts) for run in (*((plain(_SEPARATOR),) if at else ()), *pair))
