"""A patient for each survivor that tells the mutant and the file apart: found by probes, proved by both engines.

The patients of the examples are changed by one probe at a time, then by several of one criterion together. Of those that
tell something apart the fewest are kept. What no patient was found for stays a survivor; it is not said to be the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from core.assurance.mutation.judging import Stage, Verdicts, is_noticed
from core.assurance.mutation.mutants import Key, Mutant
from core.assurance.probing.asking import probes_of
from core.assurance.probing.boundary import Boundary, expected_between, written_expectation
from core.assurance.probing.packing import packed
from core.assurance.probing.plain import Plain, changes_between, mapping_of, plain_of
from core.assurance.probing.probe import Ground, Probe
from core.catalogue.catalogue import Catalogue
from core.chart.points import POINTS
from core.criteria.nodes import Condition
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.rule_files.rule_file import Example
from core.source_text.problem import NOWHERE

_MOST_BASES = 5
_MOST_TOGETHER = 900
_WEEKS_APART = 6


@dataclass(frozen=True)
class _Base:
    """A patient to change: one of the examples, or the first with the decision points planned apart."""

    example: Example
    patient: dict[str, Plain]
    probe: Probe | None
    days: tuple[date, ...]


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
            for number in tuple(left):
                mutant = verdicts.survivors[number]
                if mutant in found.tells or is_noticed(mutant, (stage,)):
                    left.pop(number)
            yield found


class _Search:
    """Everything that looking for patients of one file needs at hand."""

    def __init__(self, compiled: CompiledRuleFile, catalogue: Catalogue, phrases: Phrases) -> None:
        self._compiled = compiled
        self._catalogue = catalogue
        self._phrases = phrases
        self._names = {example.name for example in compiled.checked.rule_file.examples}
        self._bases = tuple(self._all_bases())

    def _all_bases(self) -> Iterator[_Base]:
        examples = self._compiled.checked.rule_file.examples
        for number, example in enumerate(examples):
            plain = plain_of(example.patient)
            if isinstance(plain, dict):
                stage = Stage(self._compiled, example, self._catalogue)
                yield _Base(example, plain, None, stage.days)
                if number == 0:
                    yield self._apart(example, plain)

    def _apart(self, example: Example, patient: dict[str, Plain]) -> _Base:
        """Return a patient whose decision points are planned on days of their own."""
        step = timedelta(weeks=_WEEKS_APART)
        days = {point: example.on + step * number for number, point in enumerate(POINTS[2:], start=1)}
        planned: dict[str, Plain] = {point: day.isoformat() for point, day in days.items()}
        words = self._phrases.say("probe-planned", weeks=_WEEKS_APART)
        return _Base(example, patient, Probe(words, {"planned": planned}), tuple(days.values()))

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

    def _telling(self, candidates: Iterable[tuple[_Base, tuple[Probe, ...]]], survivors: list[Mutant]) -> list[Boundary]:
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
        self, base: _Base, probes: tuple[Probe, ...], untold: list[Mutant], survivors: list[Mutant]
    ) -> Boundary | None:
        patient = base.patient
        for probe in (*(() if base.probe is None else (base.probe,)), *probes):
            patient = probe.on(patient)
        example = Example("", base.example.on, mapping_of(patient), (), None, NOWHERE)
        stage = Stage(self._compiled, example, self._catalogue)
        if not stage.is_readable or not any(stage.tells_apart(mutant) for mutant in untold):
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

    def _pools(self, survivors: Sequence[Mutant], base: _Base) -> tuple[tuple[Probe, ...], ...]:
        conditions: dict[Condition, None] = {}
        for mutant in survivors:
            criteria = () if mutant.cohort else tuple(self._compiled.criteria[key] for key in mutant.keys[:2])
            conditions |= dict.fromkeys(each.criterion.satisfied for each in criteria)
            if mutant.cohort:
                conditions |= dict.fromkeys(each for each in (mutant.was,) if not isinstance(each, tuple))  # type: ignore[misc]
        ground = Ground(survivors[0].scope, self._phrases, base.example.on, base.days)
        return probes_of(conditions, ground)

    def _singles(self, survivors: Sequence[Mutant]) -> Iterator[tuple[_Base, tuple[Probe, ...]]]:
        for base in self._bases[:_MOST_BASES]:
            for pool in self._pools(survivors, base):
                yield from ((base, (probe,)) for probe in pool)

    def _together(self, survivors: Sequence[Mutant]) -> Iterator[tuple[_Base, tuple[Probe, ...]]]:
        chance = Random(f"{self._compiled.checked.rule_file.id} {survivors[0].keys} {survivors[0].name}")
        pools = {id(base): self._pools(survivors, base) for base in self._bases[:_MOST_BASES]}
        for _ in range(_MOST_TOGETHER):
            base = chance.choice(self._bases[:_MOST_BASES])
            pool = pools[id(base)]
            if not pool:
                return
            chosen = chance.sample(pool, min(len(pool), chance.choice((1, 2, 2, 3, 3, 4))))
            probes = [chance.choice(each) for each in chosen]
            if len(pool) == 1:
                probes.append(chance.choice(pool[0]))
            yield base, tuple(probes)


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
