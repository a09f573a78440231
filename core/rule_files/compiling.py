"""From a checked rule file to one that can be judged: what explains and what decides each condition, made once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from core.catalogue.concept import Aspect
from core.criteria.lengths import lengths_of
from core.criteria.nodes import Condition, Has
from core.criteria.scope import Scope
from core.criteria.values import Which
from core.engine.deciding.compiling import compile_truth
from core.engine.deciding.moment import Decide
from core.engine.deciding.moving import Movement, movement
from core.engine.explaining.preparing import prepared
from core.engine.judgement.outcome import Outcome
from core.engine.judgement.situation import Situation
from core.rule_files.aspects import aspects_of
from core.rule_files.checking import CheckedRuleFile
from core.rule_files.rule_file import Criterion
from core.rule_files.seeing import names_seen
from core.values.duration import Duration

Judge = Callable[[Situation], Outcome]
Engine = Callable[[Condition, Scope], Judge]


@dataclass(frozen=True)
class Compiled:
    """One criterion ready to be judged: with its reasons, or for its truth alone; how time can move it.

    ``applies`` is the truth of its ``applies_when``, where it has one.
    """

    criterion: Criterion
    scope: Scope
    judge: Judge
    decide: Decide
    applies: Decide | None
    movement: Movement
    lengths: frozenset[Duration]
    aspects: frozenset[Aspect]

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name that can reach it."""
        return names_seen(self.criterion, self.scope)


@dataclass(frozen=True)
class CompiledRuleFile:
    """A rule file ready to be judged. ``criteria`` are keyed by cohort id ("" for common) and criterion id."""

    checked: CheckedRuleFile
    scopes: Mapping[str, Scope]
    criteria: Mapping[tuple[str, str], Compiled]
    memberships: Mapping[str, Judge]
    has_disease: Judge

    @cached_property
    def judges(self) -> Mapping[tuple[str, str], Judge]:
        """What judges each criterion with its reasons."""
        return {key: each.judge for key, each in self.criteria.items()}

    @cached_property
    def lengths(self) -> Mapping[tuple[str, str], frozenset[Duration]]:
        """The lengths of time that each criterion writes."""
        return {key: each.lengths for key, each in self.criteria.items()}


def compile_rule_file(checked: CheckedRuleFile, engine: Engine = prepared) -> CompiledRuleFile:
    """Return the file with every condition compiled."""
    rule_file = checked.rule_file
    common = checked.scope
    scopes = {"": common} | {cohort.id: cohort.scope or common for cohort in rule_file.cohorts}
    owned = [("", criterion) for criterion in rule_file.criteria]
    owned += [(cohort.id, criterion) for cohort in rule_file.cohorts for criterion in cohort.criteria]
    criteria = {(owner, criterion.id): _compiled(criterion, scopes[owner], engine) for owner, criterion in owned}
    memberships = {
        cohort.id: engine(cohort.applies_when, scopes[cohort.id])
        for cohort in rule_file.cohorts
        if cohort.applies_when is not None
    }
    has_disease = engine(Has(Which(rule_file.diseases)), common)
    return CompiledRuleFile(checked, scopes, criteria, memberships, has_disease)


def _compiled(criterion: Criterion, scope: Scope, engine: Engine) -> Compiled:
    condition, when = criterion.satisfied, criterion.applies_when
    return Compiled(
        criterion,
        scope,
        engine(condition, scope),
        compile_truth(condition, scope),
        None if when is None else compile_truth(when, scope),
        movement(condition, scope),
        lengths_of((condition,), scope),
        aspects_of(criterion, scope),
    )
