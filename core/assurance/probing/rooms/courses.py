"""A drug: taken now, stopped at each end of the window, begun there, at a dose around the limit, with each outcome."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from math import ceil

from core.assurance.probing.plain import Plain
from core.assurance.probing.probe import DAY, Ground, Probe, around, drugs_list, first_drug, written
from core.catalogue.concept import Kind
from core.chart.words import NAMED_OUTCOMES
from core.criteria.field_names import field_names
from core.criteria.nodes import Between, Compare, Condition, Failed, Off, On, Received, Stable
from core.criteria.values import Amount, Extreme, HalfLives, Limit, Term
from core.language.dates import format_date

_MOST_WITH_EDGES = 4
_LONG = 400 * DAY


def probes(node: Condition, ground: Ground) -> Iterator[Probe]:
    """Yield courses of the drugs that a sentence speaks of."""
    match node:
        case Received() | Failed() | On() | Off() | Stable():
            drugs = leaves((*node.which.names, *node.which.other_than), ground)
            limits = (node.limit,) if isinstance(node, On) else ()
            yield from _of_drugs(node, drugs, limits, ground)
        case Compare() | Between() if isinstance(node.subject, Term):
            concept = ground.scope.catalogue.concept(node.subject.name)
            if concept is not None and concept.kind is Kind.DOSE:
                ours = ground.scope.catalogue.drugs_of(concept.dose_of)
                drug = first_drug((concept.dose_of,), ground.scope)
                ends = (node.limit,) if isinstance(node, Compare) else (node.low, node.high)
                yield from _doses(node, drug, ends, ground, ours)
        case _:
            return


def leaves(names: Iterable[str], ground: Ground) -> tuple[str, ...]:
    """Return the drugs to be put on record: of each name those that no other name stands for, first its first."""
    scope = ground.scope
    written_names = scope.expanded(names)
    found: dict[str, None] = {}
    for name in written_names:
        others = scope.drugs(tuple(each for each in written_names if each != name))
        for drug in sorted(scope.drugs((name,)) - others)[:2]:
            found.setdefault(drug)
    return tuple(found) or tuple(sorted(scope.drugs(names)))[:2]


def _of_drugs(
    node: Received | Failed | On | Off | Stable,
    drugs: tuple[str, ...],
    limits: tuple[Limit | None, ...],
    ground: Ground,
) -> Iterator[Probe]:
    for at, drug in enumerate(drugs):
        gone = frozenset({drug})
        yield course(ground, drug, ground.on - _LONG, None, gone)
        yield course(ground, drug, ground.on - _LONG, ground.on - 20 * DAY, gone)
        yield Probe(ground.say("without", what=ground.label(drug)), gone=gone)
        if isinstance(node, Failed):
            for outcome in NAMED_OUTCOMES:
                yield course(ground, drug, ground.on - _LONG, ground.on - 60 * DAY, gone, outcome)
        if at < _MOST_WITH_EDGES:
            for day in (*ground.edges(node), *_half_lives(node, drug, ground)):
                yield course(ground, drug, day - _LONG, day, gone)
                yield course(ground, drug, day, None, gone)
        yield from _doses(node, drug, limits, ground, gone)
    if isinstance(node, Stable):
        days = ground.edges(node)
        yield from (_two_doses(ground, drug, day) for drug in drugs[:_MOST_WITH_EDGES] for day in days)
    if drugs:
        yield from _times(node, drugs, ground)
        told = ground.say("none-of", what=ground.label(drugs[0]), count=len(drugs) - 1)
        yield Probe(told, gone=ground.scope.drugs(node.which.names))


def _times(node: Condition, drugs: tuple[str, ...], ground: Ground) -> Iterator[Probe]:
    if isinstance(node, Received) and node.times > 1:
        for count in (node.times - 1, node.times, node.times + 1):
            days = [ground.lately - 30 * each * DAY for each in range(1, count + 1)]
            entries: list[Plain] = [
                {"drug": drugs[0], "from": day.isoformat(), "to": day.isoformat()} for day in reversed(days)
            ]
            told = ground.say("times", what=ground.label(drugs[0]), count=count)
            yield Probe(told, more={drugs_list(): entries}, gone=frozenset(drugs))


def _half_lives(node: object, drug: str, ground: Ground) -> Iterator[date]:
    """Yield the days around the end of the half-lives of the drug itself."""
    days = ground.scope.catalogue.drugs[drug].half_life_days
    for count in _counts(node) if days is not None else ():
        for each in (count - 1, count, count + 1):
            for start in (ground.on, *ground.anchors):
                end = start - ceil((days or Decimal(0)) * each) * DAY
                yield from (day for day in (end - DAY, end, end + DAY) if day <= ground.on)


def _counts(part: object) -> Iterator[int]:
    if isinstance(part, HalfLives):
        yield part.count
        return
    for name in field_names(part) or ():
        yield from _counts(getattr(part, name))


def course(ground: Ground, drug: str, start: date, end: date | None, gone: frozenset[str], outcome: str = "") -> Probe:
    """Return a course: taken until a day, or still."""
    language = ground.phrases.language
    entry: dict[str, Plain] = {
        "drug": drug,
        "from": start.isoformat(),
        "to": "ongoing" if end is None else end.isoformat(),
    }
    if end is None:
        told = ground.say("goes-on", what=ground.label(drug), date=format_date(start, language))
    else:
        told = ground.say("ended", what=ground.label(drug), date=format_date(end, language))
    if outcome:
        entry["outcome"] = outcome
        told = f"{told}, {outcome.replace('_', ' ')}"
    return Probe(told, more={drugs_list(): [entry]}, gone=gone)


# --- doses


def _doses(
    node: Condition, drug: str, limits: Iterable[Limit | None], ground: Ground, gone: frozenset[str]
) -> Iterator[Probe]:
    for limit in limits:
        for number, unit in _amounts(limit):
            if number <= 0:
                continue
            text = f"{written(number)} {unit}"
            yield _dosed(ground, drug, [(text, ground.on - _LONG, None)], gone)
            for day in ground.edges(node):
                low = f"{written(max(number / 2, Decimal(1)))} {unit}"
                yield _dosed(ground, drug, [(text, ground.on - _LONG, day), (low, day + DAY, None)], gone)
                yield _dosed(ground, drug, [(low, ground.on - _LONG, day), (text, day + DAY, None)], gone)
    yield Probe(ground.say("without", what=ground.label(drug)), gone=gone)


def _amounts(limit: Limit | None) -> Iterator[tuple[Decimal, str]]:
    match limit:
        case Amount(number, unit):
            yield from ((each, unit) for each in around(number, is_whole=False))
        case Extreme(_, first, second):
            yield from _amounts(first)
            yield from _amounts(second)
        case _:
            return


def _dosed(ground: Ground, drug: str, doses: list[tuple[str, date, date | None]], gone: frozenset[str]) -> Probe:
    ours = [each for each in doses if each[1] <= ground.on and (each[2] is None or each[2] >= each[1])]
    listed: list[Plain] = [
        {"dose": dose, "from": start.isoformat(), "to": "ongoing" if end is None else end.isoformat()}
        for dose, start, end in ours
    ]
    shown = "; ".join(
        ground.say("dose", dose=dose, date=format_date(start, ground.phrases.language)) for dose, start, _ in ours
    )
    entry: dict[str, Plain] = {"drug": drug, "from": ours[0][1].isoformat(), "to": "ongoing", "doses": listed}
    return Probe(f"{ground.label(drug)} {shown}", more={drugs_list(): [entry]}, gone=gone | {drug})


def _two_doses(ground: Ground, drug: str, day: date) -> Probe:
    doses = [("10 mg/day", day - _LONG, day), ("20 mg/day", day + DAY, None)]
    return _dosed(ground, drug, [*doses], frozenset({drug}))
