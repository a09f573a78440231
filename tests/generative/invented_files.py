"""Rule files of one criterion, made from a condition without a text, and charts screened by them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, cached_property

from core.chart.chart import Chart
from core.chart.entries import Completeness
from core.chart.points import POINTS
from core.criteria.nodes import All, AnyOf, Condition, Not, NotPublic
from core.criteria.scope import LIST_FRESHNESS, Scope
from core.engine.deciding.record import record_of
from core.engine.judgement.situation import Days, Situation
from core.rule_files.checking import CheckedRuleFile
from core.rule_files.compiling import CompiledRuleFile, compile_rule_file
from core.rule_files.rule_file import Criterion, Form, Polarity, RuleFile, RuleKind
from core.screening.judgements import Judgement
from core.screening.looking_ahead import Asked
from core.screening.screening import Screening, screen
from core.values.partial_date import PartialDate
from tests.generative.chance import EVALUATION_ON, Chance
from tests.generative.invented_catalogue import SCOPES
from tests.generative.invented_charts import chart
from tests.generative.invented_rules import (
    Make,
    compare,
    failed,
    had,
    is_history,
    names_of,
    off,
    on,
    received,
    repeated,
    stable,
    time_since,
)
from tests.generative.invented_therapies import therapy

NOT_PUBLIC = NotPublic("what no public copy shows")


@dataclass(frozen=True)
class Screened:
    """One criterion, one chart, and what screening says of them."""

    criterion: Criterion
    scope: Scope
    chart: Chart

    @cached_property
    def file(self) -> CompiledRuleFile:
        """The file that holds the criterion alone."""
        return compiled(self.criterion, self.scope)

    @cached_property
    def screening(self) -> Screening:
        """What screening says of the file."""
        return screen(self.file, self.chart, EVALUATION_ON)

    @property
    def judgement(self) -> Judgement:
        """What screening says of the criterion."""
        return self.screening.best.judgements[0]

    def asked(self) -> Asked:
        """Return the criterion ready to be asked about other days."""
        return asked(self.file, self.screening)

    def with_hidden_part(self) -> Screened:
        """Return it with one more reason to fail that is not public: fulfilled or not, nobody can know."""
        is_exclusion = self.criterion.polarity is Polarity.EXCLUSION
        parts = (self.criterion.condition, NOT_PUBLIC)
        return replace(self, criterion=replace(self.criterion, condition=(AnyOf if is_exclusion else All)(parts)))

    def told(self) -> str:
        """Return it in words."""
        found = self.judgement
        lines = [
            f"{self.criterion.polarity.value} {self.criterion.condition}",
            f"at {', '.join(self.criterion.points)}",
        ]
        lines += [f"planned {dict(self.chart.planned)}, birth {self.chart.birth and self.chart.birth.text}"]
        lines += [f"  {entry}" for entry in self.chart.entries]
        lines += [f"{found.verdict.value} {found.remedy} not before {found.not_before} stopping {found.stop}"]
        return "\n".join(lines)


MOVING: tuple[Make, ...] = (
    had,
    received,
    received,
    failed,
    on,
    off,
    off,
    stable,
    therapy,
    compare,
    repeated,
    time_since,
)
"""Sentences that time can move."""


@cache
def screened(seed: int) -> Screened:
    """Return the criterion and the chart of a seed: one that time may move, mostly with complete lists."""
    chance = Chance(seed)
    node = _moving(chance)
    scope = chance.one(SCOPES)
    found = chart(chance, names_of(node), scope)
    if chance.chance(0.6):
        found = replace(found, complete=tuple(_whole(name) for name in LIST_FRESHNESS))
    if chance.chance(0.4):
        planned = EVALUATION_ON + timedelta(days=chance.one((-7, 0, 14, 40)))
        found = replace(found, planned={chance.one(POINTS[1:]): PartialDate.on(planned)})
    return Screened(criterion(chance, node), scope, found)


def _moving(chance: Chance) -> Condition:
    """Return one sentence, its opposite, or two of them joined."""
    one = chance.one(MOVING)(chance)
    kind = chance.random.random()
    if kind < 0.6:
        return one
    if kind < 0.7:
        return Not(one)
    return (All if kind < 0.85 else AnyOf)((one, chance.one(MOVING)(chance)))


def _whole(which: str) -> Completeness:
    """Return the statement that a list holds everything."""
    return Completeness(f"{which}_complete", which, date(1900, 1, 1), EVALUATION_ON)


def criterion(chance: Chance, node: Condition) -> Criterion:
    """Return a criterion that asks for a condition, or excludes by it."""
    return Criterion(
        "only",
        chance.one((Polarity.INCLUSION, Polarity.EXCLUSION)),
        Form.CONDITION,
        "the only one",
        node,
        (chance.one(POINTS),),
        is_absence_assumed=is_history(node) and chance.chance(0.1),
    )


def compiled(only: Criterion, scope: Scope) -> CompiledRuleFile:
    """Return a file that holds one criterion."""
    rule_file = RuleFile(
        "invented.yaml",
        "invented",
        RuleKind.PROTOCOL,
        "1",
        "",
        "active",
        {"en": "invented"},
        is_full=True,
        diseases=tuple(sorted(scope.targets)),
        scope=scope,
        criteria=(only,),
    )
    return compile_rule_file(CheckedRuleFile(rule_file, scope, ()))


def asked(file: CompiledRuleFile, screening: Screening) -> Asked:
    """Return the only judgement of a screening ready to be asked about other days."""
    judgement = screening.best.judgements[0]
    days = Days(judgement.on, {name: anchor.day for name, anchor in screening.anchors.items()})
    scope = file.scopes[""]
    situation = Situation(
        screening.chart,
        scope,
        screening.evaluation_on,
        days,
        days,
        is_absence_assumed=judgement.criterion.is_absence_assumed,
    )
    return Asked(
        judgement, file.criteria["", judgement.criterion.id], situation, record_of(screening.chart, scope.catalogue)
    )
