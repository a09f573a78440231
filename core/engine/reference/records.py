"""Facts of one record or event: all fields come from the same one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from core.catalogue.concept import Concept
from core.chart.entries import Finding
from core.chart.values import Recorded, Value
from core.criteria.nodes import All, AnyOf, Between, Compare, Condition, Includes, Not, Shows, State
from core.criteria.values import Term
from core.engine.judgement.outcome import Outcome
from core.engine.judgement.situation import Situation
from core.engine.reference.answers import known, missing, unknown
from core.engine.reference.comparing import Answer
from core.engine.reference.connectives import joined, negated
from core.engine.reference.measured import test_finding
from core.engine.reference.results import Ask, judge_results
from core.values.truth import Truth

FieldJudge = Callable[[Condition, Mapping[str, Value], Mapping[str, Concept], str], Outcome]


def field_judge(situation: Situation) -> FieldJudge:
    """Return the judge of conditions on the fields of one record or event."""

    def judge(node: Condition, values: Mapping[str, Value], fields: Mapping[str, Concept], record: str) -> Outcome:
        match node:
            case All(parts) | AnyOf(parts):
                inner = [judge(part, values, fields, record) for part in parts]
                return joined(node, inner, is_all=isinstance(node, All))
            case Not(part):
                return negated(node, judge(part, values, fields, record))
            case Compare() | Between() | State() | Includes() if isinstance(node.subject, Term):
                return _field(node, node.subject, values, fields, record)
            case _:
                return unknown(node, (missing(record),))

    def _field(
        node: Compare | Between | State | Includes,
        term: Term,
        values: Mapping[str, Value],
        fields: Mapping[str, Concept],
        record: str,
    ) -> Outcome:
        value, concept = values.get(term.name), fields.get(term.name)
        if value is None or concept is None:
            return unknown(node, (missing(f"{record}.{term.name}"),))
        answer = test_finding(node, term, Finding("", concept.id, value), concept, situation)
        if answer.truth is Truth.UNKNOWN:
            return unknown(node, answer.gaps)
        return known(node, answer.truth)

    return judge


def judge_shows(node: Shows, situation: Situation) -> Outcome:
    """Judge ``shows``: the record is picked first, then its fields are judged in it alone."""
    concept = situation.scope.catalogue.concept(node.record)
    if concept is None:
        return unknown(node, (missing(node.record),))
    judge = field_judge(situation)

    def test(finding: Finding) -> Answer:
        if not isinstance(finding.value, Recorded):
            return Answer(Truth.UNKNOWN, (missing(concept.id),))
        outcome = judge(node.condition, finding.value.fields, concept.fields, concept.id)
        return Answer(outcome.truth, tuple(outcome.gaps))

    return judge_results(Ask(node, concept, (), node.pick, node.window, test), situation)
