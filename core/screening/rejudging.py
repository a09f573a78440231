"""Judging again after a change: only the files and criteria that can see what changed.

Deliberately coarse: where a change is not a finding or an answer, every file is judged again. A criterion sees a
finding if any word of its conditions, or of what they name, is the finding's concept or a name that stands for it. What
is not judged again is what it was, on the chart as it is now.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import TypeVar, cast

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart, Entry
from core.chart.deriving import derived
from core.criteria.scope import Scope
from core.rule_files.compiling import CompiledRuleFile
from core.screening.screening import Screening, Standing, beside, screen_each
from core.screening.usual_exclusions import usually_excluding
from core.source_text.problem import Span

_Entry = TypeVar("_Entry", bound=Entry)
Steps = Generator[None, None, tuple[Screening, ...]]
"""Judging with a pause after each file."""


class Rejudging:
    """Holds the last screenings of one patient; ``screen`` equals ``screen_all`` for every chart and date."""

    def __init__(self, files: Iterable[Watched]) -> None:
        self._files = tuple(files)
        self._chart: Chart | None = None
        self._on: date | None = None
        self._known: tuple[Screening, ...] = ()

    def screen(self, chart: Chart, evaluation_on: date) -> tuple[Screening, ...]:
        """Return the screening of every file, in the order of the files."""
        steps = self.steps(chart, evaluation_on)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                return cast("tuple[Screening, ...]", end.value)

    def steps(self, chart: Chart, evaluation_on: date) -> Steps:
        """Do the same with a pause after each file; steps that are given up leave everything as it was."""
        changed = None if self._chart is None or self._on != evaluation_on else _changed(self._chart, chart)
        seeing = [each for each in self._files if changed is None or not changed.isdisjoint(each.names)]
        standing = {} if changed is None else self._standing(seeing, changed)
        anew: dict[str, Screening] = {}
        for each in screen_each((each.compiled for each in seeing), chart, evaluation_on, standing):
            anew[each.rule_file.id] = each
            yield
        if changed is None:
            self._known = tuple(anew.values())
        elif changed:
            self._known = self._with(anew, chart, evaluation_on)
        self._chart, self._on = chart, evaluation_on
        return self._known

    def _standing(self, seeing: Iterable[Watched], changed: frozenset[str]) -> dict[str, Standing]:
        """Return the judgements of criteria that cannot see what changed."""
        known = {each.rule_file.id: each for each in self._known}
        return {each.id: _untouched(known[each.id], each, changed) for each in seeing}

    def _with(self, anew: Mapping[str, Screening], chart: Chart, evaluation_on: date) -> tuple[Screening, ...]:
        """What was not judged again stands on the chart as it is now, with what is on record beside its conclusion."""
        recorded = chart.as_of(evaluation_on)
        later = len(chart.entries) - len(recorded.entries)
        catalogue = self._files[0].compiled.checked.scope.catalogue
        judged = next(iter(anew.values()), None)
        seen = derived(recorded, catalogue, evaluation_on) if judged is None else judged.chart
        usual = usually_excluding(seen, catalogue, evaluation_on)
        found: list[Screening] = []
        for each, watched in zip(self._known, self._files, strict=True):
            stays = anew.get(watched.id) or replace(each, chart=seen, later_entries=later)
            found.append(beside(stays, watched.compiled, usual))
        return tuple(found)


@dataclass(frozen=True)
class Watched:
    """A file with the name of every concept and question that can reach it, and each of its criteria.

    ``by_criterion`` is keyed as judges are: by cohort ("" for common) and criterion.
    """

    compiled: CompiledRuleFile
    names: frozenset[str]
    by_criterion: Mapping[tuple[str, str], frozenset[str]]

    @property
    def id(self) -> str:
        """The id of the file."""
        return self.compiled.checked.rule_file.id


def watch(files: Iterable[CompiledRuleFile]) -> tuple[Watched, ...]:
    """Return the files with what they can see; found once for each set of files."""
    return tuple(_watched(each) for each in files)


def _watched(compiled: CompiledRuleFile) -> Watched:
    rule_file = compiled.checked.rule_file
    owned = [("", criterion) for criterion in rule_file.criteria]
    owned += [(cohort.id, criterion) for cohort in rule_file.cohorts for criterion in cohort.criteria]
    by_criterion = {(owner, criterion.id): _names(criterion, compiled.scopes[owner]) for owner, criterion in owned}
    cohorts = [(cohort.applies_when, compiled.scopes[cohort.id]) for cohort in rule_file.cohorts]
    whole = _names(rule_file.diseases, compiled.checked.scope).union(*(_names(*each) for each in cohorts))
    return Watched(compiled, whole.union(*by_criterion.values()), by_criterion)


def _untouched(known: Screening, watched: Watched, changed: frozenset[str]) -> Standing:
    return {
        (each.cohort, each.criterion.id, each.point): each
        for part in (known.best, *known.cohorts)
        for each in part.judgements
        if changed.isdisjoint(watched.by_criterion[(each.cohort, each.criterion.id)])
    }


def _names(part: object, scope: Scope) -> frozenset[str]:
    """Return every name a part of a file can see: its own words, those of what they name, and what those stand for."""
    words = {*_words(part), *scope.targets}
    fresh = set(words)
    while fresh:
        named = [scope.definitions[each] for each in fresh if each in scope.definitions]
        grouped = [scope.groups[each] for each in fresh if each in scope.groups]
        fresh = set(_words((named, grouped))) - words
        words |= fresh
    return frozenset(_opened(frozenset(words), scope.catalogue))


def _opened(words: frozenset[str], catalogue: Catalogue) -> Iterator[str]:
    """Yield names with everything they stand for, and every class that stands for one of them."""
    stems = {word.partition(".")[0] for word in words}
    yield from stems
    yield from (concept.id for concept in catalogue.by_role.values())  # age, weight, sex: any condition may need them
    for concept, stands_for in catalogue.stand_for.items():
        if not stands_for.isdisjoint(stems):
            yield concept
        if concept in stems:
            yield from stands_for


def _words(value: object) -> Iterator[str]:
    """Yield every text that stands anywhere inside."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Span):  # places in the file, of which there are the most, hold no name
        return
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _words(getattr(value, each.name))
    elif isinstance(value, Mapping):
        named = cast("Mapping[object, object]", value)
        for pair in named.items():
            yield from _words(pair)
    elif isinstance(value, tuple | list | frozenset | set):
        for inner in cast("Iterable[object]", value):
            yield from _words(inner)


def _changed(old: Chart, new: Chart) -> frozenset[str] | None:
    """Return the concepts and questions of which something changed; None where more than that did."""
    kept = replace(old, findings=new.findings, answers=new.answers)
    if kept != new:
        return None
    findings = _differing(old.findings, new.findings)
    answers = _differing(old.answers, new.answers)
    return frozenset(each.concept for each in findings) | frozenset(each.question for each in answers)


def _differing(old: tuple[_Entry, ...], new: tuple[_Entry, ...]) -> tuple[_Entry, ...]:
    """Entries that are not, under the same name, in both."""
    before, after = {each.ref: each for each in old}, {each.ref: each for each in new}
    gone = (each for ref, each in before.items() if after.get(ref) != each)
    come = (each for ref, each in after.items() if before.get(ref) != each)
    return (*gone, *come)
