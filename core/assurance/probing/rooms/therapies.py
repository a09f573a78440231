"""Earlier treatment: as many courses as asked, one less, one more; of each drug, with each outcome, of each length."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from core.assurance.probing.plain import Plain
from core.assurance.probing.probe import DAY, Ground, Probe, drugs_list, first_drug
from core.assurance.probing.rooms.courses import leaves
from core.chart.words import NAMED_OUTCOMES
from core.criteria.lengths import lengths_of
from core.criteria.nodes import Condition, Therapy

_START = timedelta(days=1500)
_LONG = timedelta(days=400)
_MOST = 30
_MOST_WITHOUT = 2


def probes(node: Condition, ground: Ground) -> Iterator[Probe]:
    """Yield histories of treatment; where something has to be taken with them, each with it and one without."""
    if not isinstance(node, Therapy):
        return
    if not node.together_with:
        yield from _histories(node, ground)
        return
    with_it = ground.scope.drugs(node.together_with)
    drug = first_drug(node.together_with, ground.scope)
    start = ground.on - _START - _LONG
    beside: Plain = {"drug": drug, "from": start.isoformat(), "to": "ongoing"}
    for number, probe in enumerate(_histories(node, ground)):
        entries = probe.more[drugs_list()]
        words = ground.say("with", what=probe.words, other=ground.label(drug))
        yield replace(probe, words=words, more={drugs_list(): [*entries, beside]}, gone=probe.gone | with_it)
        if number < _MOST_WITHOUT:
            yield replace(probe, gone=probe.gone | with_it)


def _histories(node: Therapy, ground: Ground) -> Iterator[Probe]:
    names = (*node.of, *node.all_of, *(name for each in node.one_from_each for name in each), *node.must_include)
    drugs = leaves(names, ground)
    each_name = [leaves((name,), ground)[:1] for name in dict.fromkeys(names)]
    firsts = tuple(dict.fromkeys(drug for found in each_name for drug in found))
    gone = ground.scope.drugs(names)
    counted = [word for word in node.counted_if or () if word in NAMED_OUTCOMES]
    good = counted[0] if counted else "no_response"
    needed = max(node.at_least, len(node.all_of), len(node.one_from_each), 1)
    for count in (needed - 1, needed, needed + 1):
        yield _history(ground, [(drug, good, _LONG) for drug in firsts[:count]], gone)
        yield _history(ground, [(drug, good, _LONG) for drug in drugs[:count]], gone)
    for drug in islice(drugs, _MOST):
        others = [each for each in (*firsts, *drugs) if each != drug]
        for count in (needed - 1, needed):
            for order in (others, others[::-1]):
                chosen = (*tuple(dict.fromkeys(order))[:count], drug)
                yield _history(ground, [(each, good, _LONG) for each in chosen], gone)
    for name in firsts:
        yield _history(ground, [(each, good, _LONG) for each in firsts if each != name], gone)
    for outcome in (*NAMED_OUTCOMES, "intolerance"):
        for base in (firsts, tuple(reversed(firsts)), drugs):
            rest = [(each, good, _LONG) for each in base[1:needed]]
            yield _history(ground, [*rest, *[(each, outcome, _LONG) for each in base[:1]]], gone)
            yield _history(ground, [(each, outcome, _LONG) for each in base[:needed]], gone)
            yield _history(ground, [*rest, *[(each, outcome, 5 * DAY) for each in base[:1]]], gone)
    yield from _lengths(node, ground, (firsts, drugs), needed, good, gone)


def _lengths(
    node: Therapy,
    ground: Ground,
    choices: tuple[tuple[str, ...], ...],
    needed: int,
    good: str,
    gone: frozenset[str],
) -> Iterator[Probe]:
    start = ground.on - _START
    for length in sorted(lengths_of((node,), ground.scope), key=lambda each: each.days):
        end = length.after(start)
        for last in (end - 2 * DAY, end - DAY, end, end + DAY):
            for base in choices:
                for at in range(min(needed, len(base))):
                    rest = [(each, good, _LONG) for each in base[:needed] if each != base[at]]
                    yield _history(ground, [*rest, (base[at], good, last - start)], gone)
        ago = length.before(ground.on)
        for day in (ago - DAY, ago, ago + DAY):
            for base in choices:
                yield _history(ground, [(each, good, _LONG) for each in base[:needed]], gone, until=day)


def _history(
    ground: Ground, courses: list[tuple[str, str, timedelta]], gone: frozenset[str], until: date | None = None
) -> Probe:
    entries: list[Plain] = []
    told: list[str] = []
    for drug, outcome, length in courses:
        start = ground.on - _START if until is None else until - length
        entry: dict[str, Plain] = {"drug": drug, "from": start.isoformat(), "to": (start + length).isoformat()}
        if outcome == "intolerance":
            entry["stopped_for"] = outcome
        else:
            entry |= {"outcome": outcome}
        entries.append(entry)
        told.append(ground.say("taken", what=ground.label(drug), days=length.days, outcome=outcome.replace("_", " ")))
    words = "; ".join(told) or ground.say("no-course")
    return Probe(words, more={drugs_list(): entries}, gone=gone)
