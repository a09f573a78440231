"""Visits: what was done, what was not and why, what is overdue, due and next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from core.documents.blocks import Block, Cell, Column, Heading, Lines, Paragraph, Table, muted, plain, strong
from core.documents.follow_up_letters.letter import Telling
from core.documents.follow_up_letters.parts.reasons import change, standing
from core.documents.monitoring_plan.marking import Marking
from core.documents.monitoring_plan.visit_blocks import visit_blocks
from core.follow_up.following import Followed, FollowedVisit, State
from core.follow_up.slots import Kind
from core.wording.names import name_of
from core.wording.plan_words import Wording

_UNDONE = (State.MISSED, State.NOT_DONE, State.NO_LONGER)
_SEPARATOR = " · "
_MOST_DUE = 3


def done(telling: Telling) -> Iterator[Block]:
    """Yield what was done of the plan since the last letter, by visit."""
    yield Heading(telling.say("heading-done"))
    rows = tuple(_done_rows(telling))
    if not rows:
        yield Paragraph(telling.say("done-nothing", since=telling.day(telling.since)))
        return
    yield Table(_columns(telling, "visit", "done-on", "what"), rows, telling.say("heading-done"), is_dense=True)


def _done_rows(telling: Telling) -> Iterator[tuple[Cell, ...]]:
    for visit in telling.following.visits:
        items = [each for each in _new(visit.items, telling) if each.state is State.DONE]
        if items:
            yield _name(visit, telling), _days(items, telling), _what(items, telling)
    outside = (each for each in telling.following.items if each.slot.visit is None and each.state is State.DONE)
    items = list(_new(outside, telling))
    if items:
        yield telling.say("besides"), _days(items, telling), _what(items, telling)


def _new(items: Iterable[Followed], telling: Telling) -> Iterator[Followed]:
    yield from (each for each in telling.open_items(items) if telling.is_new(each.done_on))


def _days(items: Iterable[Followed], telling: Telling) -> Cell:
    """Return when things were done, and by how much that was after their window."""
    found = list(items)
    days = sorted({each.done_on for each in found if each.done_on is not None})
    first, last = telling.day(days[0]), telling.day(days[-1])
    words = first if first == last else telling.say("days", first=first, last=last)
    late = max(each.outside_window for each in found)
    return Lines((words, muted(telling.words.say("days-late", count=late)))) if late > 0 else words


def _what(items: Iterable[Followed], telling: Telling) -> Cell:
    found = list(items)
    lacking = tuple(dict.fromkeys(name for each in found for name in each.lacking if _is_open(name, telling)))
    labels = labelled(found, telling)
    if not lacking:
        return labels
    letter = telling.letter
    names = ", ".join(name_of(name, letter.scope, letter.phrases) for name in lacking)
    return Lines(((plain(labels),), muted(telling.words.say("lacking", names=names))))


def _is_open(name: str, telling: Telling) -> bool:
    concept = telling.letter.scope.catalogue.concept(name)
    return concept is not None and telling.letter.may_stand(concept)


def labelled(items: Iterable[Followed], telling: Telling) -> str:
    """Return the names of things of the plan, each once."""
    return _SEPARATOR.join(dict.fromkeys(map(telling.words.label, items)))


def undone(telling: Telling) -> Iterator[Block]:
    """Yield what was not done and why, what was missed without a word, and what is asked no longer and why."""
    yield Heading(telling.say("heading-undone"))
    rows = tuple(_undone_rows(telling))
    if rows:
        yield Table(_columns(telling, "visit", "stands"), rows, telling.say("heading-undone"), is_dense=True)
    else:
        yield Paragraph(telling.say("undone-nothing"))
    changes = [
        line for each in telling.following.changes if telling.is_new(each.since) for line in (change(each, telling),)
    ]
    lines = tuple(line for line in changes if line is not None)
    if lines:
        yield Paragraph(strong(telling.words.say("changes")), leads=True)
        yield Lines(lines)


def _undone_rows(telling: Telling) -> Iterator[tuple[Cell, ...]]:
    for visit in telling.following.visits:
        items = [each for each in telling.open_items(visit.items) if each.state in _UNDONE]
        if items and telling.is_new(visit.visit.latest):
            yield _standing_row(visit, items, telling)


def due(telling: Telling, *, with_next: bool = True) -> Iterator[Block]:
    """Yield what is overdue and due, and the next visits, with who does it; what waits for an event that came.

    Of earlier visits from which something is missing the last one stands, the others are counted. Of what yields no
    value nobody can see whether it was done: where nobody said so either, it is counted and not called overdue.
    """
    yield Heading(telling.say("heading-due"))
    found = telling.following
    late = [each for each in found.overdue if _due_row(each, telling) is not None]
    news = [each for each in late if each.visit.latest > telling.found.last_but_one] or late[-1:]
    made = (_due_row(each, telling) for each in (*news, *found.this_week, *(found.next if with_next else ())))
    rows = [row for row in made if row is not None]
    awaited = telling.open_items(each for each in found.standing(State.DUE) if each.slot.kind is Kind.AWAITED)
    rows += [(telling.words.say("due"), labelled((each,), telling), _who((each,), telling)) for each in awaited]
    if rows:
        yield Table(_columns(telling, "when", "what", "who"), tuple(rows), telling.say("heading-due"), is_dense=True)
    else:
        yield Paragraph(telling.say("due-nothing" if with_next else "due-nothing-now"))
    if len(late) > len(news):
        yield Paragraph(muted(telling.say("due-earlier", count=len(late) - len(news))))
    untold = sum(not _is_shown(each) for visit in found.overdue for each in telling.open_items(visit.items))
    if untold:
        yield Paragraph(muted(telling.say("due-untold", count=untold)))


def _is_shown(item: Followed) -> bool:
    return item.state is not State.OVERDUE or bool(item.slot.item.activity.yields)


def due_of(telling: Telling, role: str) -> Iterator[Block]:
    """Yield what is overdue, due and next for one of those who do it."""
    found = telling.following
    made = (_due_row(each, telling, role) for each in found.of(State.OVERDUE, State.DUE, State.LATER))
    rows = [row[:2] for row in made if row is not None]
    yield Heading(telling.say("heading-due-of", role=telling.letter.say(f"role-{role}")))
    if rows:
        columns = _columns(telling, "when", "what")
        yield Table(columns, tuple(rows[:_MOST_DUE]), telling.say("heading-due"), is_dense=True)
    else:
        yield Paragraph(telling.say("due-nothing"))


def to_come(telling: Telling) -> Iterator[Block]:
    """Yield every visit that is open up to year 15, as the plan lists them."""
    plan, wording = telling.following.plan.family_copy().told_from(telling.on), Wording(telling.letter.phrases)
    heading, *listed, _ = visit_blocks(plan, telling.on, telling.on, Marking(wording))  # its legend is of the plan
    yield heading
    if any(isinstance(each, Table) and each.rows for each in listed):
        yield from listed
        yield Paragraph(muted(telling.say("legend-visits")))
    else:
        yield Paragraph(telling.say("nothing-to-come"))


def _due_row(visit: FollowedVisit, telling: Telling, role: str = "") -> tuple[Cell, ...] | None:
    """Return what of a visit stands as it does, as far as it is of a role; None where nothing is."""
    standing_so = (each for each in telling.open_items(visit.items) if each.state is visit.state and _is_shown(each))
    items = [each for each in standing_so if not role or role in each.slot.item.activity.roles]
    if not items:
        return None
    words = telling.words.visit(visit)
    beside = words.beside if visit.state is State.OVERDUE else words.days
    when = Lines((strong(f"{words.word} · {words.name}"), muted(beside)))
    return when, labelled(items, telling), _who(items, telling)


def _who(items: Iterable[Followed], telling: Telling) -> str:
    roles = dict.fromkeys(role for each in items for role in each.slot.item.activity.roles)
    return ", ".join(telling.letter.say(f"role-{role}") for role in roles)


def _name(visit: FollowedVisit, telling: Telling) -> Cell:
    planned = telling.say("planned", day=telling.day(visit.visit.on))
    return Lines((strong(telling.words.name(visit)), muted(planned)))


_WIDTHS = {"visit": 1.7, "done-on": 1.7, "what": 5.0, "stands": 8.0, "when": 2.6, "who": 1.9}


def _columns(telling: Telling, *names: str) -> tuple[Column, ...]:
    return tuple(Column(telling.say(f"column-{name}"), _WIDTHS[name]) for name in names)


def of_year(telling: Telling) -> Iterator[Block]:
    """Yield everything the plan asked in the year, visit by visit, with how each thing stands."""
    first, last = telling.found.anniversary(telling.year - 1), telling.found.anniversary(telling.year)
    visits = [each for each in telling.following.visits if _is_of_year(each, first, last, telling)]
    told = ((each, telling.open_items(each.items)) for each in visits)
    rows = tuple(_standing_row(visit, items, telling) for visit, items in told if items)
    yield Heading(telling.say("heading-year", year=telling.year))
    if rows:
        columns = _columns(telling, "visit", "stands")
        yield Table(columns, rows, telling.say("heading-year", year=telling.year), is_dense=True)
    else:
        yield Paragraph(telling.say("year-nothing"))


def _is_of_year(visit: FollowedVisit, first: date, last: date, telling: Telling) -> bool:
    if f"year {telling.year}" in visit.visit.names:
        return True
    return first < visit.visit.on <= last


def _standing_row(visit: FollowedVisit, items: Iterable[Followed], telling: Telling) -> tuple[Cell, ...]:
    groups: dict[str, list[Followed]] = {}
    for each in items:
        groups.setdefault(stands(each, telling), []).append(each)
    lines = ((strong(f"{words}: "), plain(labelled(group, telling))) for words, group in groups.items())
    return _name(visit, telling), Lines(tuple(lines))


def stands(item: Followed, telling: Telling) -> str:
    """Return how a thing stands: the day on which it was done, else the word with its reason."""
    if item.state is State.DONE and item.done_on is not None:
        words = telling.say("done-of", day=telling.day(item.done_on))
        late = item.outside_window
        return f"{words}, {telling.words.say('days-late', count=late)}" if late > 0 else words
    return standing(item, telling)
