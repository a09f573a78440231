"""Facts of one record or event: all fields come from the same one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from core.catalogue.concept import Concept
from core.chart.entries import Finding
from core.chart.values import Recorded, Value
from core.criteria.nodes import (
    AboutValues,
    All,
    AnyOf,
    AtLeast,
    Condition,
    Not,
    Shows,
    SourcesDiffer,
    WhenThen,
)
from core.criteria.values import Term
from core.engine.explaining.answers import known, missing, unknown
from core.engine.explaining.comparing import Answer
from core.engine.explaining.connectives import branched, counted, disputed, joined, negated
from core.engine.explaining.measured import test_finding
from core.engine.explaining.results import Ask, judge_results
from core.engine.judgement.outcome import Outcome
from core.engine.judgement.situation import Situation
from core.values.truth import Truth

FieldJudge = Callable[[Condition, Mapping[str, Value], Mapping[str, Concept], str], Outcome]


def field_judge(situation: Situation) -> FieldJudge:
    """Return the judge of conditions on the fields of one record or event."""

    def judge(node: Condition, values: Mapping[str, Value], fields: Mapping[str, Concept], record: str) -> Outcome:
        return _Examined(situation, values, fields, record).judge(node)

    return judge


@dataclass(frozen=True, slots=True)
class _Examined:
    """One record or event: the fields that were written down, and those it can have."""

    situation: Situation
    values: Mapping[str, Value]
    fields: Mapping[str, Concept]
    record: str

    def judge(self, node: Condition) -> Outcome:
        """Judge a condition on these fields alone."""
        match node:
            case All(parts) | AnyOf(parts):
                return joined(node, [self.judge(part) for part in parts], is_all=isinstance(node, All))
            case Not(part):
                return negated(node, self.judge(part))
            case AtLeast(needed, parts):
                return counted(node, [self.judge(part) for part in parts], needed)
            case WhenThen(when, then, otherwise):
                other = None if otherwise is None else self.judge(otherwise)
                return branched(node, self.judge(when), self.judge(then), other)
            case SourcesDiffer(readings):
                return disputed(node, [self.judge(reading) for reading in readings.values()])
            case _ if isinstance(node, AboutValues):
                return self._measured(node)
            case _:
                return unknown(node, (missing(self.record),))

    def _measured(self, node: AboutValues) -> Outcome:
        if isinstance(node.subject, Term):
            return self._field(node, node.subject)
        names = self.situation.scope.expanded(node.subject.names)
        parts = [self.judge(replace(node, subject=Term(name))) for name in names]
        if node.subject.mode == "at_least":
            return counted(node, parts, node.subject.needed)
        return joined(node, parts, is_all=node.subject.mode == "each")

    def _field(self, node: AboutValues, term: Term) -> Outcome:
        value, concept = self.values.get(term.name), self.fields.get(term.name)
        if value is None or concept is None:
            return unknown(node, (missing(f"{self.record}.{term.name}"),))
        answer = test_finding(node, term, Finding("", concept.id, value), concept, self.situation)
        if answer.truth is Truth.UNKNOWN:
            return unknown(node, answer.gaps)
        return known(node, answer.truth)


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
