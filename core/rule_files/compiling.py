"""From a checked rule file to one that can be judged: one judge for each condition, made once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from core.criteria.lengths import lengths_of
from core.criteria.nodes import Condition, Has
from core.criteria.scope import Scope
from core.criteria.values import Which
from core.engine.compiled.compiling import compile_condition
from core.engine.explaining.judging import judge
from core.engine.judgement.outcome import Outcome
from core.engine.judgement.situation import Situation
from core.rule_files.checking import CheckedRuleFile
from core.values.duration import Duration

Judge = Callable[[Situation], Outcome]
Engine = Callable[[Condition, Scope], Judge]


@dataclass(frozen=True)
class CompiledRuleFile:
    """A rule file ready to be judged. ``judges`` are keyed by cohort id ("" for common) and criterion id."""

    checked: CheckedRuleFile
    scopes: Mapping[str, Scope]
    judges: Mapping[tuple[str, str], Judge]
    memberships: Mapping[str, Judge]
    has_disease: Judge

    @cached_property
    def lengths(self) -> Mapping[tuple[str, str], frozenset[Duration]]:
        """The lengths of time that each criterion writes, keyed as the judges are; found once."""
        rule_file = self.checked.rule_file
        owned = [("", criterion) for criterion in rule_file.criteria]
        owned += [(cohort.id, criterion) for cohort in rule_file.cohorts for criterion in cohort.criteria]
        return {
            (owner, criterion.id): lengths_of((criterion.satisfied,), self.scopes[owner]) for owner, criterion in owned
        }


def interpret(condition: Condition, scope: Scope) -> Judge:
    """Return a judge that runs the reference engine each time."""
    del scope
    return lambda situation: judge(condition, situation)


def compile_rule_file(checked: CheckedRuleFile, engine: Engine = compile_condition) -> CompiledRuleFile:
    """Return the file with every condition compiled."""
    rule_file = checked.rule_file
    common = checked.scope
    scopes = {"": common} | {cohort.id: cohort.scope or common for cohort in rule_file.cohorts}
    judges = {("", criterion.id): engine(criterion.satisfied, common) for criterion in rule_file.criteria}
    for cohort in rule_file.cohorts:
        scope = scopes[cohort.id]
        judges |= {(cohort.id, criterion.id): engine(criterion.satisfied, scope) for criterion in cohort.criteria}
    memberships = {
        cohort.id: engine(cohort.applies_when, scopes[cohort.id])
        for cohort in rule_file.cohorts
        if cohort.applies_when is not None
    }
    has_disease = engine(Has(Which(rule_file.diseases)), common)
    return CompiledRuleFile(checked, scopes, judges, memberships, has_disease)
