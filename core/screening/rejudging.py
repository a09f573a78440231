"""Judging again after a change: only the files that can see what changed.

Deliberately coarse: where a change is not a finding or an answer, every file is judged again. A file sees a finding
if any word of its conditions is the finding's concept or a name that stands for it. What is not judged again is what it
was, on the chart as it is now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import TypeVar, cast

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart, Entry
from core.rule_files.compiling import CompiledRuleFile
from core.screening.screening import Screening, screen_all
from core.source_text.problem import Span

_Entry = TypeVar("_Entry", bound=Entry)


class Rejudging:
    """Holds the last screenings of one patient; ``screen`` equals ``screen_all`` for every chart and date."""

    def __init__(self, files: Iterable[Watched]) -> None:
        self._files = tuple(files)
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


@dataclass(frozen=True)
class Watched:
    """A file with the name of every concept and question that can reach one of its conditions."""

    compiled: CompiledRuleFile
    names: frozenset[str]


def watch(files: Iterable[CompiledRuleFile]) -> tuple[Watched, ...]:
    """Return the files with what they can see; found once for each set of files."""
    return tuple(Watched(each, _names(each)) for each in files)


def _names(compiled: CompiledRuleFile) -> frozenset[str]:
    rule_file, scope = compiled.checked.rule_file, compiled.checked.scope
    words = frozenset(_words((rule_file.criteria, rule_file.cohorts, rule_file.diseases)))
    for each in compiled.scopes.values():
        words |= frozenset(_words((each.groups, each.definitions, each.targets, tuple(each.questions))))
    return frozenset(_opened(words, scope.catalogue))


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
    """Entries that are not the same in both, whatever their place."""
    return tuple(each for each in (*old, *new) if (each in old) != (each in new))
