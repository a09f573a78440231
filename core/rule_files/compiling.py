"""From a checked rule file to one that can be judged: what explains and decides each condition, made when asked for."""

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

    Each of these is made when first asked for: most criteria of a patient are never explained, those of files for
    other diseases not even decided. ``make_all`` makes them at once, for whoever must not wait later.
    """

    criterion: Criterion
    scope: Scope
    engine: Engine

    @cached_property
    def judge(self) -> Judge:
        """What judges it with its reasons."""
        return self.engine(self.criterion.satisfied, self.scope)

    @cached_property
    def decide(self) -> Decide:
        """What decides its truth."""
        return compile_truth(self.criterion.satisfied, self.scope)

    @cached_property
    def applies(self) -> Decide | None:
        """What decides its ``applies_when``, where it has one."""
        when = self.criterion.applies_when
        return None if when is None else compile_truth(when, self.scope)

    @cached_property
    def movement(self) -> Movement:
        """How time can move it."""
        return movement(self.criterion.satisfied, self.scope)

    @cached_property
    def lengths(self) -> frozenset[Duration]:
        """The lengths of time that it writes."""
        return lengths_of((self.criterion.satisfied,), self.scope)

    @cached_property
    def aspects(self) -> frozenset[Aspect]:
        """What it speaks of, where a conclusion asks for it."""
        return aspects_of(self.criterion, self.scope)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name that can reach it."""
        return names_seen(self.criterion, self.scope)

    def make_all(self) -> None:
        """Make everything now."""
        _ = (self.judge, self.decide, self.applies, self.movement, self.lengths, self.aspects, self.names)


@dataclass(frozen=True)
class CompiledRuleFile:
    """A rule file ready to be judged. ``criteria`` are keyed by cohort id ("" for common) and criterion id."""

    checked: CheckedRuleFile
    scopes: Mapping[str, Scope]
    criteria: Mapping[tuple[str, str], Compiled]
    engine: Engine

    @cached_property
    def memberships(self) -> Mapping[str, Judge]:
        """What judges who belongs to each cohort that asks for something."""
        cohorts = self.checked.rule_file.cohorts
        asked = {cohort.id: cohort.applies_when for cohort in cohorts if cohort.applies_when is not None}
        return {name: self.engine(when, self.scopes[name]) for name, when in asked.items()}

    @cached_property
    def has_disease(self) -> Judge:
        """What judges whether the patient has a disease of the file."""
        return self.engine(Has(Which(self.checked.rule_file.diseases)), self.checked.scope)

    @cached_property
    def judges(self) -> Mapping[tuple[str, str], Judge]:
        """What judges each criterion with its reasons."""
        return {key: each.judge for key, each in self.criteria.items()}

    @cached_property
    def lengths(self) -> Mapping[tuple[str, str], frozenset[Duration]]:
        """The lengths of time that each criterion writes."""
        return {key: each.lengths for key, each in self.criteria.items()}

    def make_all(self) -> None:
        """Make now what is otherwise made when first asked for: nobody waits for it at the first keystroke."""
        _ = (self.memberships, self.has_disease, self.judges, self.lengths)
        for each in self.criteria.values():
            each.make_all()


def compile_rule_file(checked: CheckedRuleFile, engine: Engine = prepared) -> CompiledRuleFile:
    """Return the file with its conditions ready to be compiled."""
    rule_file = checked.rule_file
    common = checked.scope
    scopes = {"": common} | {cohort.id: cohort.scope or common for cohort in rule_file.cohorts}
    owned = [("", criterion) for criterion in rule_file.criteria]
    owned += [(cohort.id, criterion) for cohort in rule_file.cohorts for criterion in cohort.criteria]
    criteria = {(owner, criterion.id): Compiled(criterion, scopes[owner], engine) for owner, criterion in owned}
    return CompiledRuleFile(checked, scopes, criteria, engine)
