"""What is on record and usually excludes, where a file's own exclusions are not public. No part of any verdict.

The catalogue marks what nearly every such trial excludes. A fact counts here only where it is certain and current: it
is asked for as a criterion would ask. What a public criterion of the file already judges is not repeated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Kind, UsualExclusion
from core.chart.chart import Chart
from core.chart.deriving.marks import is_derived
from core.chart.entries import Course, Episode, Finding
from core.criteria.nodes import (
    Compare,
    Condition,
    Defined,
    Had,
    Has,
    Includes,
    Not,
    Off,
    Received,
    State,
    children,
)
from core.criteria.scope import Scope
from core.criteria.values import Term, Which, Within
from core.engine.explaining.judging import judge
from core.engine.judgement.situation import Days, Situation
from core.rule_files.compiling import CompiledRuleFile
from core.rule_files.rule_file import Cohort, Criterion, Form, Polarity, RuleFile
from core.screening.judgements import Judgement
from core.values.merging import merged
from core.values.truth import Truth


@dataclass(frozen=True, slots=True)
class OnRecord:
    """An entry of the chart (``ref``) that usually excludes; ``about`` is the concept, drug or class that is marked."""

    ref: str
    about: str
    mark: UsualExclusion


# --- in the chart


def usually_excluding(chart: Chart, catalogue: Catalogue, on: date) -> tuple[OnRecord, ...]:
    """Return the entries that usually exclude, what most records name first; each by the narrowest mark it falls under.

    ``chart`` is what is on record on the day, with what follows from it.
    """
    scope = Scope(catalogue)
    days = Days(on, dict.fromkeys(scope.anchors, on))
    situation = Situation(chart, scope, on, days, days)
    recorded = {each.concept for each in chart.findings} | {each.concept for each in chart.episodes}
    recorded |= {each.drug for each in chart.courses}
    found: dict[str, OnRecord] = {}
    for name, stands_for in catalogue.usually_excluding.items():
        if recorded.isdisjoint(stands_for):
            continue
        mark = catalogue.usual_exclusion(name)
        question = None if mark is None else _question(name, mark, catalogue)
        if mark is None or question is None:
            continue
        outcome = judge(question, situation)
        if outcome.truth is Truth.TRUE:
            for ref in sorted(outcome.evidence):
                if not is_derived(ref) and isinstance(chart.by_ref.get(ref), Finding | Episode | Course):
                    found.setdefault(ref, OnRecord(ref, name, mark))
    return tuple(sorted(found.values(), key=lambda each: (-each.mark.named_by, each.ref)))


def _subject(entry: Finding | Episode | Course) -> str:
    return entry.drug if isinstance(entry, Course) else entry.concept


def _question(name: str, mark: UsualExclusion, catalogue: Catalogue) -> Condition | None:
    """Return the condition that is true of whom the mark is about."""
    which, window = Which((name,)), None if mark.look_back is None else Within(mark.look_back)
    concept = catalogue.concept(name)
    if concept is None or (concept.kind is Kind.EVENT and concept.is_given):
        return Received(which, window=window)
    match concept.kind:
        case Kind.CONDITION:
            return Has(which) if window is None else Had(which, window=window)
        case Kind.EVENT:
            return Had(which, window=window)
        case Kind.TEST:
            return State(Term(name), ("positive",), window=window)
        case Kind.YES_NO:
            return State(Term(name), ("yes",), window=window)
        case _:
            return None


# --- beside a file


def holds_all_exclusions(rule_file: RuleFile, cohort: Cohort | None) -> bool:
    """True if no exclusion is missing. A partial file never says so: what it lacks is written for people."""
    is_public = rule_file.is_exclusion_public and (cohort is None or cohort.is_exclusion_public)
    return rule_file.is_full and is_public


def not_judged(
    found: tuple[OnRecord, ...], compiled: CompiledRuleFile, part: str, judgements: Iterable[Judgement], chart: Chart
) -> tuple[OnRecord, ...]:
    """Return what a file with missing exclusions does not ask itself; ``part`` is the cohort that speaks for it."""
    rule_file = compiled.checked.rule_file
    cohort = next((each for each in rule_file.cohorts if each.id == part), None)
    if not found or holds_all_exclusions(rule_file, cohort):
        return ()
    criteria = (*rule_file.criteria, *(() if cohort is None else cohort.criteria))
    asked = merged(_excluding(each, compiled.scopes[part]) for each in criteria)
    catalogue = compiled.scopes[part].catalogue
    asked |= {name for name in catalogue.classes if catalogue.drugs_of(name) <= asked}
    results = frozenset(_concepts_of_results({each.ref for each in found}, chart))
    seeing = (each for each in judgements if not results.isdisjoint(_names_seen(each, compiled)))
    told = merged(each.outcome.evidence for each in seeing)
    return tuple(each for each in found if not _is_judged(each, chart, asked, told))


def _concepts_of_results(refs: set[str], chart: Chart) -> Iterator[str]:
    """Yield what the findings are about, and what follows from them."""
    for finding in chart.findings:
        if finding.ref in refs or not refs.isdisjoint(finding.parts):
            yield finding.concept


def _names_seen(judgement: Judgement, compiled: CompiledRuleFile) -> frozenset[str]:
    return compiled.criteria[(judgement.cohort, judgement.criterion.id)].names


def _is_judged(fact: OnRecord, chart: Chart, asked: frozenset[str], told: frozenset[str]) -> bool:
    """True where a criterion excludes by this name, or a result of this fact is in the evidence of one.

    A diagnosis or course in the evidence may stand there for what the file asks for (activity, earlier treatment).
    """
    entry = chart.by_ref.get(fact.ref)
    if not isinstance(entry, Finding | Episode | Course):
        return True
    return _subject(entry) in asked or fact.about in asked or (isinstance(entry, Finding) and fact.ref in told)


def _excluding(criterion: Criterion, scope: Scope) -> frozenset[str]:
    """Return what a criterion excludes by: concepts and drugs whose presence can make it fail."""
    if criterion.form is not Form.CONDITION:
        return frozenset()
    return frozenset(_names(criterion.condition, scope, is_excluding=criterion.polarity is Polarity.EXCLUSION))


def _names(node: Condition, scope: Scope, *, is_excluding: bool) -> Iterator[str]:
    match node:
        case Not(part):
            yield from _names(part, scope, is_excluding=not is_excluding)
        case Defined(name):
            yield from _names(scope.definitions[name], scope, is_excluding=is_excluding)
        case Has(which) | Had(which) | Received(which) if is_excluding:
            yield from scope.concepts(which.names) | scope.drugs(which.names)
        case Off(which) if not is_excluding:
            yield from scope.drugs(which.names)
        case State(subject) | Includes(subject) | Compare(subject):
            names = (subject.name,) if isinstance(subject, Term) else subject.names
            yield from scope.concepts(names)
        case Has() | Had():
            return
        case _:
            for child in children(node):
                yield from _names(child, scope, is_excluding=is_excluding)
