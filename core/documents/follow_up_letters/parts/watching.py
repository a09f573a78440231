"""What to watch, by what the schedules say of it: infections, immunoglobulins, vaccines, blood, second malignancies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from core.chart.entries import Episode
from core.documents.blocks import Block, Cell, Column, Heading, Line, Paragraph, Table, muted, plain, strong
from core.documents.follow_up_letters.letter import Telling
from core.follow_up.marks import VACCINES
from core.follow_up.plan import Awaited, Held, Planned
from core.follow_up.schedule import Text
from core.values.truth import Truth
from core.wording.plan_words import Wording

PROPHYLAXIS = ("lung_medicine", "virus_medicine", "liver_medicine")
BLOOD = ("irradiated_blood", "no_donation")
INACTIVATED = ("vaccine", "other_vaccines")
LIVE = ("no_live_vaccine",)
MALIGNANCY = ("lump_check",)
"""What the family is told an activity is: by it the letters choose what they speak of, whatever it is called."""
_NAME, _REMARKS = 3.0, 7.0
_MARROW = ("bone_marrow",)
_SUSPECTED = ("malignancy_workup", *_MARROW)


def held(telling: Telling, kinds: Iterable[str]) -> Iterator[tuple[Held, str]]:
    """Yield what holds of some kinds on the day of the letter or later, with its days in words."""
    wording, wanted = Wording(telling.letter.phrases), frozenset(kinds)
    for each in telling.following.plan.held:
        if wanted & set(each.item.family) and (each.last is None or each.last >= telling.on):
            yield each, wording.span(each.first, each.last)


def prophylaxis(telling: Telling) -> Iterator[tuple[Cell, ...]]:
    """Yield rows of the prophylaxes and precautions that hold."""
    for each, days in held(telling, (*PROPHYLAXIS, *BLOOD)):
        yield name(each.item, telling), _remarks(each.item, telling, days)


def watched(telling: Telling) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of everything a family doctor watches."""
    yield from prophylaxis(telling)
    yield from immunoglobulins(telling)
    yield from malignancy(telling, _MARROW)


def immunoglobulins(telling: Telling) -> Iterator[tuple[Cell, ...]]:
    """Yield rows of IgG and of when its replacement is discussed, with both readings where sources differ."""
    plan = telling.following.plan
    for item in _asked_now(telling, lambda each: "igg" in each.activity.yields):
        yield name(item, telling), _remarks(item, telling)
    yield from _awaited_rows((each for each in plan.awaited if "igg" in each.item.activity.id), telling)


def malignancy(telling: Telling, suspected: tuple[str, ...] = _SUSPECTED) -> Iterator[tuple[Cell, ...]]:
    """Yield rows of the watch for new malignancy and of what is done where one is suspected."""
    plan = telling.following.plan
    for item in _asked_now(telling, lambda each: bool(set(MALIGNANCY) & set(each.family))):
        yield name(item, telling), _remarks(item, telling)
    yield from _awaited_rows((each for each in plan.awaited if each.item.activity.id in suspected), telling)


def _asked_now(telling: Telling, is_meant: Callable[[Planned], bool]) -> Iterator[Planned]:
    """Yield activities as they are asked at the next visit that has them, the last one where none is to come."""
    found: dict[str, Planned] = {}
    visits = telling.following.plan.visits
    coming = [each for each in visits if each.latest >= telling.on]
    for visit in (*coming, *reversed(visits)):
        for item in visit.items:
            if is_meant(item):
                found.setdefault(item.activity.id, item)
    yield from found.values()


def _awaited_rows(found: Iterable[Awaited], telling: Telling) -> Iterator[tuple[Cell, ...]]:
    """Yield what waits for a condition; what is for another age, or another sex, is left out."""
    for each in found:
        if not each.item.activity.is_confidential and _may_hold(each.item, telling):
            yield _awaited(each, telling)


def _may_hold(item: Planned, telling: Telling) -> bool:
    return all(each.truth(telling.found.judge, telling.on) is not Truth.FALSE for each in item.ifs)


def _awaited(each: Awaited, telling: Telling) -> tuple[str, str]:
    """Return what waits, with what it waits for."""
    when = Wording(telling.letter.phrases).when(each)
    return name(each.item, telling), _remarks(each.item, telling, when)


def vaccines(telling: Telling) -> Iterator[Block]:
    """Yield which vaccines come when, inactivated and live told apart, and those on record since the infusion."""
    plan = telling.following.plan
    rows: list[tuple[Cell, ...]] = []
    for item, days in _inactivated(telling):
        told = _remarks(item, telling, _times(days, telling))
        rows.append((_of_kind(name(item, telling), "inactivated", telling), told))
    for each in plan.awaited:
        if set(LIVE) & set(each.item.family):
            called, told = _awaited(each, telling)
            rows.append((_of_kind(called, "live", telling), told))
    yield Heading(telling.say("heading-vaccines"))
    columns = (Column(telling.say("column-vaccine"), _NAME), Column(telling.say("column-when-vaccine"), _REMARKS))
    if rows:
        yield Table(columns, tuple(rows), telling.say("heading-vaccines"), is_dense=True)
    given = [telling.letter.episode_line(each) for each in _given(telling)]
    words = telling.say("vaccines-given", names="; ".join(given)) if given else telling.say("vaccines-none")
    yield Paragraph(muted(words))


def _inactivated(telling: Telling) -> Iterator[tuple[Planned, list[date]]]:
    """Yield the inactivated vaccines with their days; one that is past gives way to the same one to come."""
    plan = telling.following.plan
    found = {each.key: each for each in plan.items if set(INACTIVATED) & set(each.family)}
    days = {key: [visit.on for visit in plan.visits if any(each.key == key for each in visit.items)] for key in found}
    coming = {key[0] for key in found if any(day >= telling.on for day in days[key])}
    for key, item in found.items():
        if key[0] not in coming or any(day >= telling.on for day in days[key]):
            yield item, days[key]


def _of_kind(called: str, kind: str, telling: Telling) -> Line:
    return (plain(f"{called}, "), strong(telling.say(f"vaccine-{kind}")))


def _given(telling: Telling) -> Iterator[Episode]:
    letter, day0 = telling.letter, telling.following.plan.day0
    catalogue = letter.scope.catalogue
    names = catalogue.concepts_of(VACCINES)
    for each in letter.episodes({catalogue.concepts[name].section for name in names}, ()):
        if each.concept in names and each.onset is not None and each.onset.last >= day0:
            yield each


def _times(days: list[date], telling: Telling) -> str:
    """Return when something was or is planned: its first day to come, or its last one."""
    coming = [day for day in days if day >= telling.on]
    if coming:
        more = len(coming) - 1
        return telling.say("planned-next", day=telling.day(coming[0]), more=more)
    return telling.say("planned", day=telling.day(days[-1])) if days else ""


def name(item: Planned, telling: Telling) -> str:
    """Return what something is called, with its marks and the conditions that are not decided."""
    return telling.marking.label(item)


def _remarks(item: Planned, telling: Telling, first: str = "") -> str:
    """Return what the schedules say of it: when, details, limits, notes. Readings that differ are footnotes."""
    wording = Wording(telling.letter.phrases)
    texts: list[Text] = [item.activity.detail]
    for rule in item.rules:
        texts += [rule.limit, rule.note]
    told = dict.fromkeys(wording.text(each) for each in texts if each)
    rest = " ".join(told)
    return f"{first}. {rest}" if first and rest else first or rest or "–"


def footnotes(telling: Telling) -> Iterator[Block]:
    """Yield the marks given out above: local defaults, what is from memory, readings that differ."""
    notes = telling.marking.footnotes()
    if notes.notes:
        yield notes


def table(telling: Telling, heading: str, rows: Iterable[tuple[Cell, ...]]) -> Iterator[Block]:
    """Yield a heading and what is to be watched below it; nothing where the plan holds nothing of it."""
    found = tuple(rows)
    if found:
        yield Heading(telling.say(heading))
        columns = (Column(telling.say("column-what"), _NAME), Column(telling.say("column-how"), _REMARKS))
        yield Table(columns, found, telling.say(heading), is_dense=True)
