"""From a row of a table to an outcome: the condition is read, the patient is read, an engine is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from core.catalogue.reading import load_catalogue
from core.chart.chart import Chart
from core.chart.deriving import derived
from core.chart.reading.whole import chart_from_tree
from core.criteria.nodes import Condition
from core.criteria.parsing.conditions import ConditionReader
from core.criteria.scope import Scope
from core.engine.judgement.situation import Days, Situation
from core.rule_files.reading.criteria import CriteriaReader, with_questions
from core.rule_files.reading.declarations import read_declarations
from core.rule_files.rule_file import Polarity, Source
from core.source_text.fields import Fields
from core.source_text.problem import NOWHERE, Problem
from core.source_text.tree import Mapping, Sequence
from tests.spec.tables import Row, mapping, merged, scalar

SOURCE = Source("table", "the specification", "", "", "unknown", "unknown")
_TARGET = mapping({"diseases": scalar("sle")})


class Asked:
    """One row ready to be judged: ``problems`` are those of its condition, its declarations and its patient."""

    def __init__(self, row: Row) -> None:
        catalogue = load_catalogue()
        self.problems: list[Problem] = []
        fields = Fields(merged(_TARGET, row.declares), row.name, self.problems)
        self.scope, _, _ = read_declarations(fields, catalogue)
        fields.finish()
        self.is_absence_assumed = False
        self.condition = self._condition(row)
        chart = chart_from_tree(row.patient, row.name, catalogue, self.problems, row.on)
        self.situation = self._situation(row, chart)

    def _condition(self, row: Row) -> Condition | None:
        if row.criterion is not None:
            return self._criterion(row, row.criterion)
        reader = ConditionReader(self.scope, row.name, self.problems)
        return None if row.condition is None else reader.read(row.condition)

    def _criterion(self, row: Row, written: Mapping) -> Condition | None:
        """Read a criterion as a rule file would hold it; the condition under which it passes is asked."""
        named = mapping({"id": scalar("this"), "text": scalar(row.says), "source": scalar("table")})
        is_exclusion = written.get("exclude_if") is not None
        polarity = Polarity.EXCLUSION if is_exclusion else Polarity.INCLUSION
        listed = mapping({polarity.value: Sequence((merged(named, written),), NOWHERE, is_flow=False)})
        reader = CriteriaReader(self.scope, row.name, self.problems, {"table": SOURCE}, {})
        found, _ = reader.read(Fields(listed, row.name, self.problems), polarity)
        self.scope = with_questions(self.scope, reader.questions)
        if not found:
            return None
        self.is_absence_assumed = found[0].is_absence_assumed
        return found[0].satisfied

    def _situation(self, row: Row, chart: Chart) -> Situation:
        seen = derived(chart.as_of(row.on), self.scope.catalogue, row.on)
        days = Days(row.decision, _anchors(row, self.scope))
        return Situation(seen, self.scope, row.on, days, days, is_absence_assumed=self.is_absence_assumed)

    def with_only(self, refs: frozenset[str]) -> Situation:
        """Return the same situation with nothing on record but the entries named."""
        return replace(self.situation, chart=self.situation.chart.keeping(refs))


def _anchors(row: Row, scope: Scope) -> dict[str, date]:
    return dict.fromkeys(scope.anchors, row.decision) | dict(row.anchors)
