"""Judging again after a change: only the files that can see what changed.

Deliberately coarse: where a change is not a finding or an answer, every file is judged again. A file sees a finding
if any word of its conditions is the finding's concept or a name that stands for it. What is not judged again is what it
was, on the chart as it is now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from core.chart.chart import Chart, Entry
from core.criteria.scope import Scope
from core.rule_files.compiling import CompiledRuleFile
from core.screening.screening import Screening, screen_all

_Entry = TypeVar("_Entry", bound=Entry)


class Rejudging:
    """Holds the last screenings of one patient; ``screen`` equals ``screen_all`` for every chart and date."""

    def __init__(self, files: Iterable[CompiledRuleFile]) -> None:
        self._files = tuple(_Watched(each) for each in files)
        self._chart: Chart | None = None
        self._on: date | None = None
        self._known: tuple[Screening, ...] = ()

    def screen(self, chart: Chart, evaluation_on: date) -> tuple[Screening, ...]:
        """Return the screening of every file, in the order of the files."""
        changed = None if self._chart is None or self._on != evaluation_on else _changed(self._chart, chart)
        if changed is None:
            self._known = screen_all((each.compiled for each in self._files), chart, evaluation_on)
        elif changed:
            self._known = self._again(chart, evaluation_on, changed)
        self._chart, self._on = chart, evaluation_on
        return self._known

    def _again(self, chart: Chart, evaluation_on: date, changed: frozenset[str]) -> tuple[Screening, ...]:
        seeing = [each.compiled for each in self._files if not changed.isdisjoint(each.names)]
        anew = {each.rule_file.id: each for each in screen_all(seeing, chart, evaluation_on)}
        seen = chart.as_of(evaluation_on)
        later = len(chart.entries) - len(seen.entries)
        return tuple(
            anew.get(each.rule_file.id) or replace(each, chart=seen, later_entries=later) for each in self._known
        )


class _Watched:
    """A file with every name that can reach one of its conditions."""

    def __init__(self, compiled: CompiledRuleFile) -> None:
        self.compiled = compiled

    @cached_property
    def names(self) -> frozenset[str]:
        """Every concept and question the file can see, its classes opened."""
        scopes = tuple(self.compiled.scopes.values())
        rule_file = self.compiled.checked.rule_file
        words = frozenset(_words((rule_file.criteria, rule_file.cohorts, rule_file.diseases)))
        for scope in scopes:
            words |= frozenset(_words((scope.groups, scope.definitions, scope.targets, tuple(scope.questions))))
        return frozenset(name for scope in scopes for name in _opened(words, scope))


def _opened(words: frozenset[str], scope: Scope) -> Iterator[str]:
    """Yield names with everything they stand for, and every class that stands for one of them."""
    catalogue = scope.catalogue
    stems = {word.partition(".")[0] for word in words}
    yield from stems
    yield from (concept.id for concept in catalogue.by_role.values())  # age, weight, sex: any condition may need them
    for concept in catalogue.concepts.values():
        stands_for = catalogue.concepts_of(concept.id)
        if not stands_for.isdisjoint(stems):
            yield concept.id
        if concept.id in stems:
            yield from stands_for


def _words(value: object) -> Iterator[str]:
    """Yield every text that stands anywhere inside."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _words(getattr(value, each.name))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _words(key)
            yield from _words(inner)
    elif isinstance(value, tuple | list | frozenset | set):
        for inner in value:
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
    """Entries that are not the same in both, whatever their place."""
    return tuple(each for each in (*old, *new) if (each in old) != (each in new))
