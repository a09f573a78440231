"""One case by chance: a condition and a situation; what both engines say; a failing case made small."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any

from core.chart.chart import Chart
from core.chart.entries import Course, Entry, Episode, Finding
from core.criteria.nodes import Condition, children
from core.engine.deciding.asking import decided
from core.engine.explaining.judging import judge
from core.engine.judgement.outcome import Outcome
from core.engine.judgement.situation import Situation
from tests.generative.chance import Chance
from tests.generative.invented_catalogue import SCOPES
from tests.generative.invented_charts import chart, seen, situation
from tests.generative.invented_rules import condition, is_history, names_of

Case = tuple[Condition, Situation]
Engine = Callable[[Condition, Situation], Outcome]
ENGINES: dict[str, Engine] = {"explaining": judge}
"""What gives reasons: gaps, evidence and assumptions are asked of it alone."""


def case(seed: int, depth: int = 2) -> Case:
    """Return the case of a seed: of one of two files, judged as it was recorded or with all that follows from it."""
    chance = Chance(seed)
    node = condition(chance, depth)
    return node, _situation(chance, node)


def situation_for(node: Condition, seed: int) -> Situation:
    """Return a situation of a seed in which a condition may be decided."""
    return _situation(Chance(seed), node)


def _situation(chance: Chance, node: Condition) -> Situation:
    scope = chance.one(SCOPES)
    found = situation(
        chance,
        chart(chance, names_of(node), scope),
        is_absence_assumed=is_history(node) and chance.chance(0.1),
        scope=scope,
    )
    return seen(found) if chance.chance(0.3) else found


def differences(node: Condition, of: Situation) -> str:
    """Return the truths where the engines differ, "" where they agree."""
    explained, found = judge(node, of).truth, decided(node, of.scope)(of)
    return "" if explained is found else f"explained as {explained.value}, decided as {found.value}"


def smallest(node: Condition, of: Situation, is_wrong: Callable[[Condition, Situation], bool]) -> Case:
    """Return a part of the condition and of the chart for which something still is wrong, nothing more to take out."""
    for child in children(node):
        if is_wrong(child, of):
            return smallest(child, of, is_wrong)
    for fewer in _fewer(of):
        if is_wrong(node, fewer):
            return smallest(node, fewer, is_wrong)
    return node, of


def _fewer(of: Situation) -> Iterator[Situation]:
    refs = [entry.ref for entry in of.chart.entries]
    for ref in refs:
        yield replace(of, chart=of.chart.keeping(each for each in refs if each != ref))
    for simpler in _simpler(of.chart):
        yield replace(of, chart=simpler)
    if of.days != of.measured:
        yield replace(of, days=of.measured)
    if of.stopped:
        yield replace(of, stopped={})
    if of.is_absence_assumed:
        yield replace(of, is_absence_assumed=False)


_PLAIN: dict[str, Any] = {
    "qualifiers": frozenset(),
    "upper_limit": None,
    "lower_limit": None,
    "parts": (),
    "against": (),
    "is_at_most": False,
    "fields": {},
    "is_suspected": False,
    "not_kinds": frozenset(),
    "doses": (),
    "outcome": "",
    "stopped_for": "",
    "route": "",
    "line": None,
    "may_be": frozenset(),
}
"""What an entry holds beside its name and days, at its plainest."""


def _simpler(of: Chart) -> Iterator[Chart]:
    """Yield the chart with one thing left out of one entry."""
    for entry in of.entries:
        if isinstance(entry, Finding | Episode | Course):
            for field in fields(entry):
                if field.name in _PLAIN and getattr(entry, field.name) != _PLAIN[field.name]:
                    yield _with(of, replace(entry, **{field.name: _PLAIN[field.name]}))


def _with(of: Chart, changed: Entry) -> Chart:
    def put(entries: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(changed if each.ref == changed.ref else each for each in entries)

    return replace(of, findings=put(of.findings), episodes=put(of.episodes), courses=put(of.courses))


def told(node: Condition, of: Situation) -> str:
    """Return a case in words, both answers beside it."""
    lines = [f"condition: {node}", f"days: {of.days.decision_on}, measured {of.measured.decision_on}"]
    lines += [f"anchors: {dict(of.days.anchors)}"] if of.days.anchors else []
    lines += [f"birth: {of.chart.birth and of.chart.birth.text}, absence assumed: {of.is_absence_assumed}"]
    lines += [f"stopped: {dict(of.stopped)}"] if of.stopped else []
    lines += [f"the file of {', '.join(sorted(of.scope.targets))}"]
    lines += [f"  {entry}" for entry in of.chart.entries]
    outcome = judge(node, of)
    gaps = sorted((gap.cause.value, gap.subject, gap.about.value, gap.detail) for gap in outcome.gaps)
    assumed = sorted((each.kind.value, each.subject, each.detail) for each in outcome.assumed)
    lines.append(f"explained: {outcome.truth.value} {gaps} {sorted(outcome.evidence)} {assumed}")
    lines.append(f"decided: {decided(node, of.scope)(of).value}")
    return "\n".join(lines)
