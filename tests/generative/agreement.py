"""One case by chance: a condition and a situation; both engines' answers; a failing case made small."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from core.criteria.nodes import Condition, Failed, Therapy, children, walk
from core.engine.explaining.judging import judge
from core.engine.judgement.outcome import Outcome
from core.engine.judgement.situation import Situation
from tests.generative.invented_charts import Chance, chart, situation
from tests.generative.invented_rules import condition, is_history, names_of

Case = tuple[Condition, Situation]
Engine = Callable[[Condition, Situation], Outcome]


def compiled(node: Condition, of: Situation) -> Outcome:
    """Judge with the engine that runs."""
    return judge(node, of)


ENGINES: dict[str, Engine] = {"explaining": judge, "explaining2": judge}


def case(seed: int, depth: int = 2) -> Case:
    """Return the case of a seed."""
    chance = Chance(seed)
    node = condition(chance, depth)
    return node, situation(
        chance, chart(chance, names_of(node)), is_absence_assumed=is_history(node) and chance.chance(0.1)
    )


def differences(node: Condition, of: Situation) -> str:
    """Return in which respects the engines differ, "" where they agree.

    Of a count over courses the compiled engine may name more evidence: every course of a run that is long enough only
    together. That its evidence suffices is a test of its own.
    """
    one, other = judge(node, of), compiled(node, of)
    has_count = any(isinstance(each, Therapy | Failed) for each in walk(node))
    is_told = one.evidence <= other.evidence if has_count else one.evidence == other.evidence
    respects = [each for each in ("truth", "gaps", "assumed") if getattr(one, each) != getattr(other, each)]
    return " ".join(respects if is_told else [*respects, "evidence"])


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
    if of.days != of.measured:
        yield replace(of, days=of.measured)
    if of.stopped:
        yield replace(of, stopped={})


def told(node: Condition, of: Situation) -> str:
    """Return a case in words, both answers beside it."""
    lines = [f"condition: {node}", f"days: {of.days.decision_on}, measured {of.measured.decision_on}"]
    lines += [f"anchors: {dict(of.days.anchors)}"] if of.days.anchors else []
    lines += [f"birth: {of.chart.birth and of.chart.birth.text}, absence assumed: {of.is_absence_assumed}"]
    lines += [f"  {entry}" for entry in of.chart.entries]
    for name, engine in ENGINES.items():
        outcome = engine(node, of)
        gaps = sorted((gap.cause.value, gap.subject, gap.about.value, gap.detail) for gap in outcome.gaps)
        assumed = sorted((each.kind.value, each.subject, each.detail) for each in outcome.assumed)
        lines.append(f"{name}: {outcome.truth.value} {gaps} {sorted(outcome.evidence)} {assumed}")
    return "\n".join(lines)
