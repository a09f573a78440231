"""A diagnosis or an event: now, ended, at each end of the window; of a class one of its members."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from core.assurance.probing.fields import field_values
from core.assurance.probing.plain import Plain
from core.assurance.probing.probe import DAY, Ground, Probe, list_for
from core.catalogue.concept import Concept, Kind
from core.criteria.nodes import Condition, Had, Has, Received
from core.language.dates import format_date

_EPISODES = (Kind.CONDITION, Kind.EVENT)
_MONTH = timedelta(days=30)
_MOST_WITH_EDGES = 3


def probes(node: Condition, ground: Ground) -> Iterator[Probe]:
    """Yield entries of what a sentence looks for."""
    if not isinstance(node, Has | Had | Received):
        return
    names = _leaves((*node.which.names, *node.which.other_than), ground)
    inner = None if isinstance(node, Received) else node.fields
    for at, concept in enumerate(names):
        for values, words in field_values(inner, concept.fields, ground):
            yield _entry(concept, ground, (None, None), values, words)
            yield _entry(concept, ground, (ground.on - 40 * DAY, ground.on - 10 * DAY), values, words)
            if at < _MOST_WITH_EDGES:
                for day in ground.edges(node):
                    yield _entry(concept, ground, (day - _MONTH, day), values, words)
                    yield _entry(concept, ground, (day, None), values, words)
        yield Probe(
            ground.say("without", what=ground.label(concept.id)), gone=ground.scope.catalogue.concepts_of(concept.id)
        )
        if isinstance(node, Received) and node.times > 1:
            yield from _times(node, concept, ground)
    every = frozenset(name for concept in names for name in ground.scope.catalogue.concepts_of(concept.id))
    if every:
        yield Probe(ground.say("none-of", what=ground.label(names[0].id), count=len(names) - 1), gone=every)


def _leaves(names: Iterable[str], ground: Ground) -> tuple[Concept, ...]:
    """Return the concepts to be put on record: each name, then of each class what no other name stands for."""
    scope, catalogue = ground.scope, ground.scope.catalogue
    found: dict[str, None] = {}
    written = scope.expanded(names)
    for name in written:
        others = scope.concepts(tuple(each for each in written if each != name))
        if name in catalogue.concepts:
            found.setdefault(name)
        alone = sorted(scope.concepts((name,)) - others - {name})
        for each in alone[:2]:
            found.setdefault(each)
        for each in sorted(scope.concepts((name,)) & others)[:1]:
            found.setdefault(each)
    concepts = (catalogue.concept(name) for name in found)
    return tuple(each for each in concepts if each is not None and each.kind in _EPISODES)


def _entry(
    concept: Concept,
    ground: Ground,
    days: tuple[date | None, date | None],
    values: Mapping[str, Plain],
    words: str,
) -> Probe:
    start, end = days[0] or ground.on - 40 * DAY, days[1]
    name = list_for(concept)
    key, since, until = ("is", "since", "until") if concept.kind is Kind.CONDITION else ("event", "date", "until")
    language = ground.phrases.language
    entry: dict[str, Plain] = {key: concept.id}
    if concept.is_point:
        day = end or (ground.lately if days[0] is None else start)
        entry[since] = day.isoformat()
        told = ground.say("happened", what=ground.label(concept.id), date=format_date(day, language))
    elif end is None:
        entry |= {since: start.isoformat(), until: "ongoing"}
        told = ground.say("goes-on", what=ground.label(concept.id), date=format_date(start, language))
    else:
        entry |= {since: start.isoformat(), until: end.isoformat()}
        told = ground.say("ended", what=ground.label(concept.id), date=format_date(end, language))
    told = f"{told}, {words}" if words else told
    return Probe(told, more={name: [{**entry, **values}]}, gone=ground.scope.catalogue.concepts_of(concept.id))


def _times(node: Received, concept: Concept, ground: Ground) -> Iterator[Probe]:
    for count in (node.times - 1, node.times, node.times + 1):
        days = [ground.lately - 14 * each * DAY for each in range(count)]
        entries: list[Plain] = [{"event": concept.id, "date": day.isoformat()} for day in days]
        told = ground.say("times", what=ground.label(concept.id), count=count)
        yield Probe(told, more={list_for(concept): entries}, gone=ground.scope.catalogue.concepts_of(concept.id))
