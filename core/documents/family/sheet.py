"""The sheet for the family: when to call, what to keep to, what comes next. What is over is not listed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from core.documents.blocks import (
    Block,
    Callout,
    Cell,
    Column,
    Document,
    Heading,
    Line,
    Lines,
    Paragraph,
    Table,
    Tone,
    muted,
    plain,
    strong,
)
from core.documents.family.telling import Telling, Told, family_paper
from core.documents.monitoring_plan import PaperOptions
from core.follow_up.plan import Held, Plan, Visit
from core.follow_up.schedule import PRODUCTS
from core.language.phrases import Phrases

_SEPARATOR = " · "
_MOST_VISITS = 10
_SCALE = 1.18
"""Body text of 11 points."""


def family_sheet(plan: Plan, phrases: Phrases, options: PaperOptions) -> Document:
    """Return the sheet in words of the patient's language; nothing confidential stands on it."""
    telling = Telling.of(plan, options.on, phrases)
    family = plan.family_copy().told_from(options.on)
    blocks = (
        *_about(family, telling, options),
        _call(family, telling, options.telephone),
        *_keep(family, telling, options.on),
        *_next(family, telling, options.on),
        *_end(family, telling),
    )
    return family_paper(family, telling, options, "sheet", blocks, _SCALE)


def _about(plan: Plan, telling: Telling, options: PaperOptions) -> Iterator[Block]:
    time = "before" if options.on < plan.day0 else "after"
    yield Paragraph(telling.say(f"why-{time}", day=telling.wording.day(plan.day0)))
    product = plan.given.product if plan.given.product in PRODUCTS else ""
    cells = (telling.say("cells"), *((telling.say(f"cells-{product}"),) if product else ()))
    yield Paragraph(" ".join(cells))


def _call(plan: Plan, telling: Telling, telephone: str) -> Block:
    """Return when to call. Without the centre's number nobody is told to call."""
    signs: list[Line] = [
        f"• {telling.wording.text(each.plain or each.text)}" for each in plan.reports if each.is_symptom
    ]
    title = telling.say("call", telephone=telephone) if telephone else telling.say("hospital")
    number = () if telephone else (telling.say("telephone-missing"),)
    return Callout(title, (telling.say("call-if"), *signs, *number, telling.say("danger")), Tone.BAD)


def _keep(plan: Plan, telling: Telling, on: date) -> Iterator[Block]:
    """Yield what has to be kept to: what holds in any case, then what holds perhaps."""
    always = telling.say("always")
    found: dict[str, list[Line]] = {
        telling.wording.text(each.plain): [always] for each in plan.reports if each.plain and not each.is_symptom
    }
    for words, stretches in _stretches(plan, telling).items():
        found[words] = [*_how_long(stretches, telling, on)]
    for due in plan.awaited:
        for words in telling.held(due.item) if due.item.family else ():
            found.setdefault(words, []).append(telling.say("until-told"))
    if found:
        yield Heading(telling.say("keep"))
        columns = (Column(telling.say("column-keep"), 5), Column(telling.say("column-how-long"), 3))
        rows = tuple((words, Lines(tuple(long))) for words, long in found.items())
        yield Table(columns, rows, caption=telling.say("keep"))


def _stretches(plan: Plan, telling: Telling) -> Mapping[str, Sequence[Held]]:
    """Return every stretch of each precaution, those that hold in any case first."""
    found: dict[str, list[Held]] = {}
    for each in sorted(plan.held, key=lambda held: not held.item.is_certain):
        for words in telling.held(each.item):
            found.setdefault(words, []).append(each)
    return found


def _how_long(stretches: Sequence[Held], telling: Telling, on: date) -> Iterator[Line]:
    """Yield how long it holds in any case, and how long perhaps where that is longer."""
    firm = [each for each in stretches if each.item.is_certain]
    perhaps = [each for each in stretches if not each.item.is_certain]
    if firm:
        yield _span(firm, telling, on)
    if perhaps and (not firm or _end_of(perhaps) > _end_of(firm)):
        yield telling.say("perhaps", what=_span(perhaps, telling, on))


def _span(stretches: Sequence[Held], telling: Telling, on: date) -> str:
    first, last, day = min(each.first for each in stretches), _end_of(stretches), telling.wording.day
    if last == date.max:
        return telling.say("for-life")
    if first > on:
        return telling.say("from-until", first=day(first), last=day(last))
    return telling.say("until", last=day(last))


def _end_of(stretches: Sequence[Held]) -> date:
    return max(each.last or date.max for each in stretches)


def _next(plan: Plan, telling: Telling, on: date) -> Iterator[Block]:
    rows = (*_first(plan, telling, on), *_visits(plan, telling, on))
    if rows:
        yield Heading(telling.say("next"))
        columns = (Column(telling.say("column-when"), 2.8), Column(telling.say("column-what"), 6))
        yield Table(columns, rows, caption=telling.say("next"))


def _first(plan: Plan, telling: Telling, on: date) -> Iterator[tuple[Cell, ...]]:
    """Yield what comes before the infusion, and what is done again and again in the first weeks."""
    told = telling.told(each.item for each in plan.preparation)
    if on < plan.day0 and (told.certain or told.perhaps):
        yield telling.say("before-cells"), _what(told, telling)
    stretches = [each for each in plan.repeated if each.last >= on]
    told = telling.told(each.item for each in stretches)
    if told.certain or told.perhaps:
        last = max(each.last for each in stretches)
        words = telling.say("up-to", last=telling.wording.day(last))
        yield Lines((strong(words), muted(telling.say("often")))), _what(told, telling)


def _visits(plan: Plan, telling: Telling, on: date) -> Iterator[tuple[Cell, ...]]:
    """Yield the visits to come, and those of the later years in one row."""
    coming = [(visit, telling.told(visit.items)) for visit in plan.visits if visit.latest >= on]
    coming = [(visit, told) for visit, told in coming if told.certain or told.perhaps]
    for visit, told in coming[:_MOST_VISITS]:
        yield _when(visit, telling), _what(told, telling)
    later = [visit for visit, _ in coming[_MOST_VISITS:]]
    if later:
        words = telling.say("up-to", last=telling.wording.day(later[-1].on))
        count = telling.say("more-visits", count=len(later))
        told = telling.told(item for visit in later for item in visit.items)
        yield Lines((strong(words), muted(count))), _what(told, telling)


def _when(visit: Visit, telling: Telling) -> Cell:
    day = telling.wording.day
    if visit.earliest == visit.latest:
        return strong(day(visit.on))
    window = telling.say("window", first=day(visit.earliest), last=day(visit.latest))
    return Lines((strong(day(visit.on)), muted(window)))


def _what(told: Told, telling: Telling) -> Cell:
    certain, perhaps = _listed(told.certain), _listed(told.perhaps)
    if not perhaps:
        return certain
    words = telling.say("perhaps-also" if certain else "perhaps-only", what=perhaps)
    return Lines(((plain(certain),), (muted(words),))) if certain else Lines((muted(words),))


def _listed(words: Sequence[str]) -> str:
    return _SEPARATOR.join(words)


def _end(plan: Plan, telling: Telling) -> Iterator[Block]:
    told = (telling.wording.text(each.plain) for each in plan.notes if each.plain)
    yield Paragraph(" ".join((*told, telling.say("separately"))))
