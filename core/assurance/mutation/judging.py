"""Mutants judged on the worked examples of their file, exactly as the examples are checked.

A mutant is decided first; only where its truth is another, or where more than the truth may be (how a failure ends,
what is left open), is the example screened with it, and there only the changed criteria are judged anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from core.assurance.examples import slips
from core.assurance.mutation.mutants import Key, Mutant, mutants
from core.catalogue.catalogue import Catalogue
from core.chart.reading.whole import chart_from_tree
from core.criteria.scope import Scope
from core.engine.deciding.asking import moment_of
from core.engine.deciding.kleene import NUMBER, TRUE
from core.engine.deciding.moment import Moment
from core.engine.deciding.record import record_of
from core.engine.judgement.situation import Days, Situation
from core.rule_files.compiling import CompiledRuleFile
from core.rule_files.rule_file import Example
from core.screening.anchors import anchor_days
from core.screening.screening import Screening, Standing, chart_seen, screen_record
from core.source_text.problem import Problem


@dataclass(frozen=True)
class Verdicts:
    """What the examples of a file say of its mutants."""

    file: CompiledRuleFile
    noticed: tuple[Mutant, ...]
    survivors: tuple[Mutant, ...]
    equivalent: tuple[Mutant, ...]

    @property
    def counted(self) -> int:
        """How many changes there are that are changes."""
        return len(self.noticed) + len(self.survivors)

    @property
    def score(self) -> float:
        """The share of them that is noticed, of 1; of a file without any 1."""
        return len(self.noticed) / self.counted if self.counted else 1.0


class Stage:
    """One example made ready: what is on record, the days, and what the file itself says of it."""

    def __init__(self, compiled: CompiledRuleFile, example: Example, catalogue: Catalogue) -> None:
        self.example = example
        problems: list[Problem] = []
        rule_file = compiled.checked.rule_file
        chart = chart_from_tree(example.patient, rule_file.file, catalogue, problems, example.on)
        self.is_readable = not any(problem.is_error for problem in problems)
        self.objections = frozenset((problem.code, str(problem.message)) for problem in problems)
        self.record = record_of(chart_seen(chart, catalogue, example.on), catalogue)
        self._compiled = compiled
        self._anchors = anchor_days(rule_file, self.record.chart, example.on)
        self._moments: dict[tuple[str, bool], Moment] = {}
        self._truths: dict[tuple[Key, str], int] = {}
        self.standing = Standing()

    @cached_property
    def screening(self) -> Screening:
        """What the file itself says."""
        return screen_record(self._compiled, self.record, self.example.on, self.standing)

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the decision points."""
        return tuple(each.day for each in self._anchors.values())

    @cached_property
    def holds(self) -> bool:
        """True if the file says of it what the example expects."""
        return self.is_readable and not any(slips(self.example, self.screening))

    def situation(self, point: str, *, is_assumed: bool, scope: Scope | None = None) -> Situation:
        """Return the situation at a decision point."""
        days = Days(self._anchors[point].day, {name: each.day for name, each in self._anchors.items()})
        known = self._compiled.checked.scope if scope is None else scope
        return Situation(self.record.chart, known, self.example.on, days, days, is_absence_assumed=is_assumed)

    def moment(self, point: str, *, is_assumed: bool) -> Moment:
        """Return the moment of a decision point."""
        key = (point, is_assumed)
        if key not in self._moments:
            self._moments[key] = moment_of(self.situation(point, is_assumed=is_assumed), self.record)
        return self._moments[key]

    def truth(self, key: Key, point: str) -> int:
        """Return the truth of a criterion of the file itself."""
        if (key, point) not in self._truths:
            compiled = self._compiled.criteria[key]
            moment = self.moment(point, is_assumed=compiled.criterion.is_absence_assumed)
            self._truths[key, point] = compiled.decide(moment)
        return self._truths[key, point]

    def truths(self, mutant: Mutant) -> Iterator[tuple[int, int]]:
        """Yield the truth of each criterion that a mutant can change, before and after, at each of its points."""
        for key in mutant.keys:
            compiled = mutant.file.criteria[key]
            for point in compiled.criterion.points:
                moment = self.moment(point, is_assumed=compiled.criterion.is_absence_assumed)
                yield self.truth(key, point), compiled.decide(moment)

    def tells_apart(self, mutant: Mutant) -> bool:
        """True if a truth is another with the mutant."""
        if mutant.cohort:
            return self.screened(mutant) != self.screening
        return any(was != now for was, now in self.truths(mutant))

    def do_engines_agree(self, mutant: Mutant) -> bool:
        """True if what explains finds the truth that was decided, of the file and of the mutant, at each point."""
        for key in mutant.keys:
            for file in (self._compiled, mutant.file):
                compiled = file.criteria[key]
                assumed = compiled.criterion.is_absence_assumed
                for point in compiled.criterion.points:
                    situation = self.situation(point, is_assumed=assumed, scope=compiled.scope)
                    if NUMBER[compiled.judge(situation).truth] != compiled.decide(
                        self.moment(point, is_assumed=assumed)
                    ):
                        return False
        return True

    def screened(self, mutant: Mutant) -> Screening:
        """Return the screening by a mutant; what it does not change stands."""
        keys = frozenset(mutant.keys)
        _ = self.screening  # what it found stands
        known = self.standing
        standing = Standing(
            {key: each for key, each in known.judgements.items() if key[:2] not in keys},
            {key: each for key, each in known.asked.items() if key[:2] not in keys},
            {name: each for name, each in known.memberships.items() if name != mutant.cohort or not name},
        )
        return screen_record(mutant.file, self.record, self.example.on, standing)

    def notices(self, mutant: Mutant) -> bool:
        """True if the example no longer holds."""
        return any(slips(self.example, self.screened(mutant)))

    def may_notice(self, mutant: Mutant) -> int:
        """Return 2 where a truth is another, 1 where something besides it may be, 0 where nothing is."""
        if mutant.cohort:
            return 2
        most = 1 if any(expected.assumed for expected in self.example.expected) else 0
        for was, now in self.truths(mutant):
            if was != now:
                return 2
            most = max(most, int(now != TRUE))
        return most


def stages(compiled: CompiledRuleFile, catalogue: Catalogue) -> tuple[Stage, ...]:
    """Return the examples of a file that hold, made ready."""
    found = (Stage(compiled, example, catalogue) for example in compiled.checked.rule_file.examples)
    return tuple(stage for stage in found if stage.holds)


def is_noticed(mutant: Mutant, ready: Iterable[Stage]) -> bool:
    """True if an example notices a mutant; those that are most likely to are asked first."""
    ranked = [(stage.may_notice(mutant), stage) for stage in ready]
    return any(stage.notices(mutant) for wanted in (2, 1) for rank, stage in ranked if rank == wanted)


def judge_mutants(compiled: CompiledRuleFile, catalogue: Catalogue) -> Verdicts:
    """Judge every mutant of a file on its examples."""
    ready = stages(compiled, catalogue)
    noticed: list[Mutant] = []
    survivors: list[Mutant] = []
    equivalent: list[Mutant] = []
    for mutant in mutants(compiled):
        if mutant.is_equivalent:
            equivalent.append(mutant)
        else:
            (noticed if is_noticed(mutant, ready) else survivors).append(mutant)
    return Verdicts(compiled, tuple(noticed), tuple(survivors), tuple(equivalent))
