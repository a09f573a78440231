"""Page 2: the first four weeks day by day on one page, to write on at the bedside."""

from __future__ import annotations

from core.documents.blocks import Block, Cell, Column, Heading, Paragraph, Table, muted, plain, strong
from core.follow_up.bedside import Bedside, BedsideDay, Due, bedside_of
from core.follow_up.plan import Plan, Planned
from core.wording.plan_words import Wording

_DUE = "●"
_SPARSE = "○"
_NOTHING = "–"
_SEPARATOR = " · "
_MOST_OTHERS = 6


def bedside_blocks(plan: Plan, wording: Wording) -> tuple[Block, ...]:
    """Return the sheet under its heading, with the legend of what occurs on it."""
    say = wording.say
    found = bedside_of(plan)
    columns = (
        Column(say("column-day"), 2.3),
        *(Column(_head(name, items, wording), 1.15) for name, items in found.columns.items()),
        Column(say("column-also"), 4.4),
        Column(say("column-initials"), 0.7),
    )
    rows = tuple(_row(day, found, wording) for day in found.days)
    table = Table(columns, rows, caption=say("heading-bedside"), is_dense=True)
    heading = say("heading-bedside-of", first=found.days[0].day, last=found.days[-1].day)
    return Heading(heading), table, Paragraph(muted(_legend(found, wording)))


def _head(column: str, items: tuple[Planned, ...], wording: Wording) -> str:
    """Return the head of a column; of the nervous system it names the scale for the age."""
    if column != "nervous_system":
        return wording.say(f"bedside-{column}")
    return _SEPARATOR.join(dict.fromkeys(wording.text(item.label) for item in items))


def _row(day: BedsideDay, found: Bedside, wording: Wording) -> tuple[Cell, ...]:
    name = (strong(wording.say("days-one", day=day.day)), plain(f" {wording.day(day.on)}"))
    return name, *(_field(day.fields[column]) for column in found.columns), _others(day, wording), ""


def _others(day: BedsideDay, wording: Wording) -> str:
    """Return what else is due; a whole visit is told by the table of visits, so that the sheet stays one page."""
    if len(day.others) > _MOST_OTHERS:
        return wording.say("whole-visit", count=len(day.others))
    return _SEPARATOR.join(("" if item.is_certain else f"{_SPARSE} ") + wording.text(item.label) for item in day.others)


def _field(due: Due) -> str:
    signs = _DUE * due.times or (_SPARSE if due.sparse else "")
    more = f"({_DUE * due.times_if})" if due.times_if else ""
    return " ".join(filter(None, (signs, more))) or _NOTHING


def _legend(found: Bedside, wording: Wording) -> str:
    say = wording.say
    parts = [say("legend-bedside-due")]
    parts += [
        say("legend-bedside-while", condition=wording.text(each.while_.words)) for each in found.whiles if each.while_
    ]
    parts += [say("legend-bedside-sparse", pace=wording.pace(pace)) for pace in found.sparse]
    return _SEPARATOR.join((*parts, say("legend-bedside-nothing")))
