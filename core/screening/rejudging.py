"""Judging again after a change: only the files and criteria that can see what changed.

Deliberately coarse: where a change is not a finding or an answer, every file is judged again. A criterion sees a
finding if any word of its conditions, or of what they name, is the finding's concept or a name that stands for it. What
is not judged again is what it was, on the chart as it is now.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar, cast

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.entries import Entry
from core.rule_files.compiling import CompiledRuleFile
from core.rule_files.seeing import names_seen
from core.screening.screening import Screening, Standing, beside, chart_seen, screen_seen
from core.screening.usual_exclusions import usually_excluding

_Entry = TypeVar("_Entry", bound=Entry)
Steps = Generator[None, None, tuple[Screening, ...]]
"""Judging with a pause after each file."""


class Rejudging:
    """Holds the last screenings of one patient; ``screen`` equals ``screen_all`` for every chart and date."""

    def __init__(self, files: Iterable[Watched]) -> None:
        self._files = tuple(files)
        self._seen: Chart | None = None
        self._entries = 0
        self._on: date | None = None
        self._known: tuple[Screening, ...] = ()
        self._standing: Mapping[str, Standing] = {}

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
        seen = chart if not self._files else chart_seen(chart, self._files[0].catalogue, evaluation_on)
        changed = None if self._seen is None or self._on != evaluation_on else _changed(self._seen, seen)
        seeing = [each for each in self._files if changed is None or not changed.isdisjoint(each.names)]
        standing = {each.id: self._untouched(each, changed) for each in seeing}
        anew: dict[str, Screening] = {}
        files = (each.compiled for each in seeing)
        for each in screen_seen(files, seen, evaluation_on, len(chart.recorded), standing):
            anew[each.rule_file.id] = each
            yield
        if changed is None:
            self._known = tuple(anew.values())
        elif changed or self._entries != len(chart.recorded):
            later = len(chart.recorded) - len(seen.recorded)
            usual = usually_excluding(seen, self._files[0].catalogue, evaluation_on) if self._files else ()
            self._known = tuple(
                anew.get(watched.id) or beside(replace(each, chart=seen, later_entries=later), watched.compiled, usual)
                for each, watched in zip(self._known, self._files, strict=True)
            )
        self._standing = {**self._standing, **standing}
        self._seen, self._entries, self._on = seen, len(chart.recorded), evaluation_on
        return self._known

    def _untouched(self, watched: Watched, changed: frozenset[str] | None) -> Standing:
        """Return what was found of the criteria that cannot see what changed."""
        known = self._standing.get(watched.id)
        if changed is None or known is None:
            return Standing()
        touched = {key for key, names in watched.by_criterion.items() if not changed.isdisjoint(names)}
        is_member_seen = not changed.isdisjoint(watched.memberships)
        return Standing(
            {key: each for key, each in known.judgements.items() if key[:2] not in touched},
            {key: each for key, each in known.asked.items() if key[:2] not in touched},
            {} if is_member_seen else dict(known.memberships),
        )


@dataclass(frozen=True)
class Watched:
    """A file with the name of every concept and question that can reach it, and each of its criteria.

    ``by_criterion`` is keyed as criteria are: by cohort ("" for common) and criterion; ``memberships`` are the names
    that can reach the diseases of the file and the membership of its cohorts.
    """

    compiled: CompiledRuleFile
    names: frozenset[str]
    memberships: frozenset[str]
    by_criterion: Mapping[tuple[str, str], frozenset[str]]

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue its names are of."""
        return self.compiled.checked.scope.catalogue

    @property
    def id(self) -> str:
        """The id of the file."""
        return self.compiled.checked.rule_file.id


def watch(files: Iterable[CompiledRuleFile]) -> tuple[Watched, ...]:
    """Return the files with what they can see; found once for each set of files."""
    return tuple(_watched(each) for each in files)


def _watched(compiled: CompiledRuleFile) -> Watched:
    rule_file = compiled.checked.rule_file
    by_criterion = {key: each.names for key, each in compiled.criteria.items()}
    cohorts = [(cohort.applies_when, compiled.scopes[cohort.id]) for cohort in rule_file.cohorts]
    whole = names_seen(rule_file.diseases, compiled.checked.scope).union(*(names_seen(*each) for each in cohorts))
    return Watched(compiled, whole.union(*by_criterion.values()), whole, by_criterion)


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
