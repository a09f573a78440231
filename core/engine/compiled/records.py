"""Records: all fields of one ``shows (…)`` from one examination, all of one ``with (…)`` from one episode."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from core.catalogue.concept import Concept
from core.chart.entries import Episode, Finding
from core.chart.values import Recorded, Value
from core.criteria.nodes import (
    All,
    AnyOf,
    AtLeast,
    Between,
    Compare,
    Condition,
    Includes,
    Not,
    Shows,
    SourcesDiffer,
    State,
    WhenThen,
)
from core.criteria.scope import Scope
from core.criteria.values import Several, Term
from core.engine.compiled.connectives import (
    compile_all,
    compile_any,
    compile_at_least,
    compile_not,
    compile_sources,
    compile_when,
)
from core.engine.compiled.episodes import FieldsOf
from core.engine.compiled.judged import Ask, Judge, Judged, outcome_of, unknown_for
from core.engine.compiled.results import compile_result, compile_source
from core.engine.compiled.subjects import Measured, compile_test, joining, mode_of
from core.engine.judgement.outcome import Cause, Outcome
from core.engine.judgement.situation import Situation


class Examined(NamedTuple):
    """One record within a situation."""

    situation: Situation
    fields: Mapping[str, Value]


JudgeFields = Callable[[Examined], Outcome]


def compile_fields(
    node: Condition,
    fields: Mapping[str, Concept],
    place: str,
    scope: Scope,
    compile_outer: Callable[[Condition], Judge],
) -> JudgeFields:
    """Make the judge of a condition about the fields of one record; ``place`` is the record's or event's name."""

    def inner(part: Condition) -> JudgeFields:
        return compile_fields(part, fields, place, scope, compile_outer)

    match node:
        case All():
            return compile_all(node, inner)
        case AnyOf():
            return compile_any(node, inner)
        case AtLeast():
            return compile_at_least(node, inner)
        case Not():
            return compile_not(node, inner)
        case WhenThen():
            return compile_when(node, inner)
        case SourcesDiffer():
            return compile_sources(node, inner)
        case Compare() | Between() | State() | Includes():
            return _measured(node, fields, place, scope)
        case _:
            outer = compile_outer(node)
            return lambda examined: outer(examined.situation)


def _measured(node: Measured, fields: Mapping[str, Concept], place: str, scope: Scope) -> JudgeFields:
    if isinstance(node.subject, Several):
        return _several(node, node.subject, fields, place, scope)
    name = node.subject.name
    test = compile_test(node, node.subject, fields.get(name), scope, name)
    unrecorded = outcome_of(node, unknown_for(Cause.MISSING, f"{place}.{name}"))

    def judge(examined: Examined) -> Outcome:
        value = examined.fields.get(name)
        if value is None:
            return unrecorded
        return outcome_of(node, test(examined.situation, Finding("", name, value)))

    return judge


def _several(node: Measured, subject: Several, fields: Mapping[str, Concept], place: str, scope: Scope) -> JudgeFields:
    names = scope.expanded(subject.names)
    judges = tuple(_measured(replace(node, subject=Term(name)), fields, place, scope) for name in names)
    join = joining(subject)

    def judge(examined: Examined) -> Outcome:
        parts = tuple(inner(examined) for inner in judges)
        return outcome_of(node, join(parts), parts)

    return judge


def ask_shows(node: Shows, scope: Scope, compile_outer: Callable[[Condition], Judge]) -> Ask:
    """Make ``[pick] record shows (…) [window]``: the record is picked first, its fields are judged alone."""
    concept = scope.catalogue.concept(node.record)
    fields = compile_fields(
        node.condition, {} if concept is None else concept.fields, node.record, scope, compile_outer
    )

    def test(situation: Situation, finding: Finding) -> Judged:
        value = finding.value
        outcome = fields(Examined(situation, value.fields if isinstance(value, Recorded) else {}))
        return Judged(outcome.truth, outcome.gaps, outcome.evidence, outcome.assumed)

    source = compile_source(node.record, (), node.window, scope, is_ever=node.pick == "ever")
    return compile_result(source, test, mode_of(node.pick, ">"), scope)


def compile_event_fields(
    node: Condition | None, concepts: frozenset[str], scope: Scope, compile_outer: Callable[[Condition], Judge]
) -> FieldsOf | None:
    """Make ``with (…)`` for the episodes of these concepts; None where nothing is asked of them."""
    if node is None:
        return None
    judges: dict[str, JudgeFields] = {}
    for name in sorted(concepts):
        concept = scope.catalogue.concept(name)
        judges[name] = compile_fields(node, {} if concept is None else concept.fields, name, scope, compile_outer)
    unlisted = compile_fields(node, {}, "event", scope, compile_outer)

    def judge(situation: Situation, episode: Episode) -> Judged:
        outcome = judges.get(episode.concept, unlisted)(Examined(situation, episode.fields))
        return Judged(outcome.truth, outcome.gaps, outcome.evidence, outcome.assumed)

    return judge
