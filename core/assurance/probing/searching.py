"""A patient for each survivor that tells the mutant and the file apart: found by probes, proved by both engines.

The patients of the examples are changed by one probe at a time, then by several of one criterion together. Of those
that tell something apart the fewest are kept. A patient in whom the reader of patient files finds something odd that
the example has not (a value outside the plausible range, an entry before the birth) is not taken. What no patient was
found for stays a survivor; it is not said to be the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.assurance.mutation.judging import Stage, Verdicts, is_noticed
from core.assurance.mutation.mutants import Key, Mutant
from core.assurance.probing.asking import Asked, probes_of
from core.assurance.probing.boundary import Boundary, expected_between, written_expectation
from core.assurance.probing.draws import Draws
from core.assurance.probing.packing import packed
from core.assurance.probing.plain import Plain, changes_between, mapping_of, plain_of
from core.assurance.probing.probe import Ground, Probe
from core.catalogue.catalogue import Catalogue
from core.chart.points import POINTS
from core.criteria.nodes import Condition
from core.engine.deciding.compiling import compile_truth
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.rule_files.rule_file import Example
from core.source_text.problem import NOWHERE
from core.values.duration import Duration

_MOST_BASES_OF_TRUTH = 2
_MOST_BASES_TOGETHER = 2
_MOST_SETTINGS = 80
_MOST_SETTLED = 40
_MOST_TRIES = 25
_MOST_TURNING = 2
_MOST_SET = 0.6


@dataclass(frozen=True)
class _Start:
    """A patient to change: one of the examples, or the first with the decision points planned apart."""

    example: Example
    patient: dict[str, Plain]
    probe: Probe | None
    days: tuple[date, ...]
    stage: Stage | None
    objections: frozenset[tuple[str, str]] = frozenset()
    """What the reader of patients finds odd in it already."""

    def with_probes(self, probes: Iterable[Probe]) -> dict[str, Plain]:
        """Return the patient with probes, its own first."""
        patient = self.patient
        for probe in (*(() if self.probe is None else (self.probe,)), *probes):
            patient = probe.on(patient)
        return patient


Candidate = tuple[_Start, tuple[Probe, ...]]


def boundaries(verdicts: Verdicts, catalogue: Catalogue, phrases: Phrases) -> tuple[Boundary, ...]:
    """Return patients that notice the survivors of a file, several changes in one where they stand apart."""
    return packed(tuple(_each(verdicts, catalogue, phrases)), verdicts.file, catalogue)


def _each(verdicts: Verdicts, catalogue: Catalogue, phrases: Phrases) -> Iterator[Boundary]:
    """Yield a patient for one criterion after another; what another's patient already notices needs none."""
    search = _Search(verdicts.file, catalogue, phrases)
    left = dict.fromkeys(range(len(verdicts.survivors)))
    by_keys: dict[tuple[Key, ...], list[int]] = {}
    for number, mutant in enumerate(verdicts.survivors):
        by_keys.setdefault(mutant.keys if not mutant.cohort else (("cohort", mutant.cohort),), []).append(number)
    for numbers in by_keys.values():
        wanted = [verdicts.survivors[number] for number in numbers if number in left]
        for found in search.for_survivors(wanted):
            stage = Stage(verdicts.file, found.example, catalogue)
            others = [verdicts.survivors[number] for number in left if verdicts.survivors[number] not in found.tells]
            tells = (*found.tells, *(mutant for mutant in others if is_noticed(mutant, (stage,))))
            left = {number: None for number in left if verdicts.survivors[number] not in tells}
            yield replace(found, tells=tells)


class _Search:
    """Everything that looking for patients of one file needs at hand."""

    def __init__(self, compiled: CompiledRuleFile, catalogue: Catalogue, phrases: Phrases) -> None:
        self._compiled = compiled
        self._catalogue = catalogue
        self._phrases = phrases
        self._names = {example.name for example in compiled.checked.rule_file.examples}
        self._bases = tuple(self._all_bases())

    def _all_bases(self) -> Iterator[_Start]:
        for example in self._compiled.checked.rule_file.examples:
            plain = plain_of(example.patient)
            stage = Stage(self._compiled, example, self._catalogue)
            if isinstance(plain, dict) and stage.is_readable:
                yield _Start(example, plain, None, stage.days, stage, stage.objections)

    def _bases_for(self, survivors: Sequence[Mutant]) -> tuple[_Start, ...]:
        """Return patients of whom the criteria are judged, of each truth some; the first once more with a plan."""
        mutant = survivors[0]
        owners = {mutant.cohort} if mutant.cohort else {owner for owner, _ in mutant.keys}
        by_truth: dict[int, list[_Start]] = {}
        for base in self._bases:
            if base.stage is not None and (mutant.cohort or _is_judged(base.stage, owners)):
                truth = 0 if mutant.cohort else base.stage.truth(mutant.keys[0], self._point(mutant))
                by_truth.setdefault(truth, []).append(base)
        some = [base for truth in (1, -1, 0) for base in by_truth.get(truth, ())[:_MOST_BASES_OF_TRUTH]]
        found = some or list(self._bases[:1])
        return (*found[:1], *(self._apart(base) for base in found[:1]), *found[1:])

    def _apart(self, base: _Start) -> _Start:
        """Return a patient whose decision points are planned on days of their own."""
        example, step = base.example, timedelta(weeks=1)
        days = {point: example.on + step * number for number, point in enumerate(POINTS[2:], start=1)}
        planned: dict[str, Plain] = {point: day.isoformat() for point, day in days.items()}
        words = self._phrases.say("boundary-planned")
        probe = Probe(words, {"planned": planned})
        return _Start(example, base.patient, probe, tuple(days.values()), None, base.objections)

    # --- the search

    def for_survivors(self, survivors: Sequence[Mutant]) -> Iterator[Boundary]:
        """Yield the patients that notice survivors of one criterion, cohort or declaration, as few as can be."""
        left = list(survivors)
        for candidates in (self._singles, self._together):
            if left:
                found = self._telling(candidates(left), left)
                for boundary in _fewest(found):
                    news = tuple(mutant for mutant in boundary.tells if mutant in left)
                    if news:
                        left = [mutant for mutant in left if mutant not in news]
                        self._names.add(boundary.name)
                        yield boundary

    def _telling(self, candidates: Iterable[Candidate], survivors: list[Mutant]) -> list[Boundary]:
        """Return the patients that tell survivors apart; the search ends when each is told."""
        found: list[Boundary] = []
        untold = list(survivors)
        for base, probes in candidates:
            if not untold:
                break
            boundary = self._tried(base, probes, untold, survivors)
            if boundary is not None:
                found.append(boundary)
                untold = [mutant for mutant in untold if mutant not in boundary.tells]
        return found

    def _tried(
        self, base: _Start, probes: tuple[Probe, ...], untold: list[Mutant], survivors: list[Mutant]
    ) -> Boundary | None:
        patient = base.with_probes(probes)
        example = Example("", base.example.on, mapping_of(patient), (), None, NOWHERE)
        stage = Stage(self._compiled, example, self._catalogue)
        if not stage.is_readable or stage.objections - base.objections:
            return None  # a patient whom the form would ask about is none to learn from
        if not any(stage.tells_apart(mutant) for mutant in untold):
            return None
        told = [mutant for mutant in survivors if stage.tells_apart(mutant) and stage.do_engines_agree(mutant)]
        for mutant in told:
            expected = expected_between(stage.screening, stage.screened(mutant))
            if mutant not in untold or expected is None:
                continue
            words = [probe.words for probe in (*probes, *(() if base.probe is None else (base.probe,)))]
            named = Example(self._named("; ".join(words)), example.on, example.patient, (expected,), None, NOWHERE)
            ready = Stage(self._compiled, named, self._catalogue)
            tells = tuple(each for each in told if ready.notices(each))
            if ready.holds and mutant in tells:
                changes = changes_between(base.patient, patient)
                expect = written_expectation((expected,))
                return Boundary(named.name, named.on, base.example.name, changes, patient, expect, tells, named)
        return None

    def _named(self, words: str) -> str:
        """Return a name that no other example has."""
        name, number = words, 1
        while name in self._names:
            number += 1
            name = f"{words} ({number})"
        return name

    # --- candidates

    def _asked(self, survivors: Sequence[Mutant], base: _Start) -> tuple[Asked, ...]:
        """Return the sentences that survivors are about, with their probes."""
        conditions: dict[Condition, None] = {}
        for mutant in survivors:
            if mutant.cohort and not isinstance(mutant.was, Duration | tuple):
                conditions.setdefault(mutant.was)
            for key in () if mutant.cohort else mutant.keys[:2]:
                conditions.setdefault(self._compiled.criteria[key].criterion.satisfied)
        ground = Ground(survivors[0].scope, self._phrases, base.example.on, base.days)
        return probes_of(conditions, ground)

    def _singles(self, survivors: Sequence[Mutant]) -> Iterator[Candidate]:
        """Yield each patient with one probe."""
        for base in self._bases_for(survivors):
            for asked in self._asked(survivors, base):
                yield from ((base, (probe,)) for probe in asked.probes)

    def _together(self, survivors: Sequence[Mutant]) -> Iterator[Candidate]:
        """Yield patients for whom one sentence decides the criterion, with each of its probes.

        A setting makes the other sentences true, false or unknown; it is kept where the criterion turns on this one.
        """
        mutant = survivors[0]
        chance = Draws(f"{self._compiled.checked.rule_file.id} {mutant.keys} {mutant.name}")
        for base in [each for each in self._bases_for(survivors) if each.probe is None][:_MOST_BASES_TOGETHER]:
            asked = self._asked(survivors, base)
            settings = [self._settings(each, base, mutant) for each in asked]
            for _ in range(_MOST_SETTINGS):
                yield base, _drawn(settings, chance)
            for at, each in enumerate(asked):
                found = 0
                others = [*settings[:at], *settings[at + 1 :]]
                for _ in range(_MOST_TRIES):
                    setting = _drawn(others, chance)
                    if self._turns(base, setting, settings[at], mutant):
                        yield from ((base, (*setting, probe)) for probe in each.probes)
                        found += 1
                    if found == _MOST_TURNING:
                        break

    def _settings(self, asked: Asked, base: _Start, mutant: Mutant) -> tuple[Probe, ...]:
        """Return a few probes for each truth that a sentence can have."""
        decide = compile_truth(asked.sentence, mutant.scope)
        found: dict[int, list[Probe]] = {}
        for probe in asked.probes[:: max(1, len(asked.probes) // _MOST_SETTLED)]:
            stage = self._stage(base, (probe,))
            if stage.is_readable:
                found.setdefault(decide(stage.moment(self._point(mutant), is_assumed=False)), []).append(probe)
        return tuple(probe for probes in found.values() for probe in (probes[0], probes[-1]))

    def _turns(self, base: _Start, setting: tuple[Probe, ...], settled: tuple[Probe, ...], mutant: Mutant) -> bool:
        """True if the criterion comes out otherwise by what one sentence says."""
        if mutant.cohort:
            return True
        key, point = mutant.keys[0], self._point(mutant)
        stages = (self._stage(base, (*setting, probe)) for probe in settled)
        return len({stage.truth(key, point) for stage in stages if stage.is_readable}) > 1

    def _point(self, mutant: Mutant) -> str:
        return "screening" if mutant.cohort else self._compiled.criteria[mutant.keys[0]].criterion.points[0]

    def _stage(self, base: _Start, probes: tuple[Probe, ...]) -> Stage:
        example = Example("", base.example.on, mapping_of(base.with_probes(probes)), (), None, NOWHERE)
        return Stage(self._compiled, example, self._catalogue)


def _is_judged(stage: Stage, owners: set[str]) -> bool:
    """True if the criteria of a cohort ("" for common ones) are judged of a patient."""
    parts = stage.screening.cohorts or (stage.screening.best,)
    return any(each.cohort in owners for part in parts for each in part.judgements)


def _drawn(settings: Sequence[tuple[Probe, ...]], chance: Draws) -> tuple[Probe, ...]:
    """Return for most sentences one of their probes."""
    chosen = [each for each in settings if each and chance.share() < _MOST_SET]
    return tuple(chance.choice(each) for each in chosen)


def _fewest(found: list[Boundary]) -> Iterator[Boundary]:
    """Yield patients that together tell apart all that any of them does: each time the one that adds most."""
    left = list(found)
    told: set[int] = set()
    while left:
        best = max(left, key=lambda each: (len({id(mutant) for mutant in each.tells} - told), -len(each.name)))
        news = {id(mutant) for mutant in best.tells} - told
        if not news:
            return
        told |= news
        left.remove(best)
        yield best
