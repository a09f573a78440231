"""A draft of a rule file while it is written: checked as any file, read aloud where the cursor stands, tried, taken in.

Nothing is judged by a draft but the patient it is tried on, whose answer is shown and not kept.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from core import clock
from core.assurance.examples import ExampleRun, run_examples
from core.catalogue.catalogue import Catalogue
from core.criteria.scope import Scope
from core.discovery import resource_path, yaml_files
from core.follow_up.reading import read_schedule
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.progress import Report, unwatched
from core.rule_files.checking import Writing, check_writing, seen_on
from core.rule_files.compiling import CompiledRuleFile, compile_rule_file
from core.rule_files.drafting.form import FormLine, form_of
from core.rule_files.rule_file import Criterion, RuleFile
from core.screening.judgements import Verdict
from core.screening.screening import screen
from core.source_text.problem import Problem
from core.source_text.tree import Mapping, Sequence
from core.store.records import Records
from core.use_cases.check_files import is_schedule
from core.use_cases.keep_library import LibraryFile, TakenIn, take_in_content
from core.use_cases.keep_shelf import InForce
from core.use_cases.weigh_update import Ready, patients_of_files, stored_patients
from core.wording.aloud import needed_outline, needed_words
from core.wording.headline import part_line
from core.wording.verdicts import named, verdict_words

_SIGNS = {Verdict.PASSES: "✓", Verdict.FAILS: "✕", Verdict.UNKNOWN: "?"}


@dataclass(frozen=True)
class DraftCheck:
    """What came of checking a text: every problem, what could be read of it, and its examples where it has no error."""

    text: str
    problems: tuple[Problem, ...]
    writing: Writing
    compiled: CompiledRuleFile | None = None
    runs: tuple[ExampleRun, ...] = ()

    @property
    def written(self) -> RuleFile | None:
        """What could be read, errors or not."""
        return self.writing.written

    @property
    def errors(self) -> int:
        """How many problems stop the file."""
        return sum(problem.is_error for problem in self.problems)

    def criterion_at(self, line: int) -> Criterion | None:
        """Return the criterion in whose lines a line (from 1) stands."""
        written = self.written
        if written is None:
            return None
        criteria = sorted((each for each in written.all_criteria), key=lambda each: each.span.line)
        at = bisect_right([each.span.line for each in criteria], line) - 1
        if at < 0 or line > self._last_line(criteria[at]):
            return None
        return criteria[at]

    def _last_line(self, criterion: Criterion) -> int:
        """Return the last line of a criterion: what stands less deep than its id ends it."""
        lines = self.text.split("\n")
        column = criterion.span.column - len("id: ") - 1
        for number in range(criterion.span.line, len(lines)):
            line = lines[number]
            indent = len(line) - len(line.lstrip(" "))
            if line.strip() and not line.lstrip().startswith("#") and indent < column:
                return number
        return len(lines)

    def scope_of(self, criterion: Criterion) -> Scope | None:
        """Return the names that a criterion knows: of its cohort, or of the file."""
        written = self.written
        if written is None:
            return None
        inside = (cohort.scope for cohort in written.cohorts if criterion in cohort.criteria)
        return next((scope for scope in inside if scope is not None), written.scope)

    def problems_in(self, criterion: Criterion) -> tuple[Problem, ...]:
        """Return the problems within the lines of a criterion."""
        last = self._last_line(criterion)
        return tuple(each for each in self.problems if criterion.span.line <= each.span.line <= last)


@dataclass(frozen=True, slots=True)
class UsedIn:
    """An example that tells of a criterion: whether it holds, and what it expects of it, "" where it passes."""

    name: str
    line: int
    holds: bool
    expects: str


@dataclass(frozen=True, slots=True)
class Tried:
    """What a draft says of one patient, in words."""

    headline: str
    lines: tuple[str, ...]


def check_draft(text: str, file: str, catalogue: Catalogue, report: Report = unwatched) -> DraftCheck:
    """Check a text as ``rules check`` does; where it has no error its examples are run."""
    content = text.encode()
    writing = check_writing(content, file, catalogue, report)
    if is_schedule(content, file):  # its own reader says what is wrong with it; there is nothing to read aloud
        return DraftCheck(text, read_schedule(content, file, catalogue).problems, Writing(writing.check, None, None))
    problems = seen_on(writing.check, clock.today()).problems
    if writing.check.checked is None:
        return DraftCheck(text, problems, writing)
    compiled = compile_rule_file(writing.check.checked)
    return DraftCheck(text, problems, writing, compiled, run_examples(compiled, catalogue, report))


def let_go(past: list[DraftCheck]) -> None:
    """Free checks that are not shown any more, part by part: one of a long file, freed whole, stops every thread."""
    parts: list[object] = []
    while past:
        check = past.pop()
        written, tree = check.written, check.writing.tree
        parts += check.runs
        parts += check.problems
        if written is not None:
            parts += written.examples
            parts += written.all_criteria
            parts += written.places.conditions.values()
        if isinstance(tree, Mapping):
            parts += (item for entry in tree if isinstance(entry.value, Sequence) for item in entry.value)
        del check, written, tree
    while parts:
        parts.pop()


def heard_lines(check: DraftCheck, criterion: Criterion, phrases: Phrases) -> tuple[tuple[int, str], ...]:
    """Return a criterion read aloud, each line with how deep it stands; nothing while it has an error itself."""
    scope = check.scope_of(criterion)
    if scope is None or any(problem.is_error for problem in check.problems_in(criterion)):
        return ()
    lines = tuple(needed_outline(criterion, scope, phrases))
    return lines or ((0, needed_words(criterion, scope, phrases)),)


def used_in(check: DraftCheck, criterion: Criterion) -> tuple[UsedIn, ...]:
    """Return the examples that name a criterion, those in which it fails or is not known."""
    found: list[UsedIn] = []
    for run in check.runs:
        said = [
            word
            for expected in run.example.expected
            for word, names in (
                ("fails", expected.fails),
                ("unknown", expected.unknown),
                ("deferred", expected.deferred),
            )
            if names is not None and criterion.id in names
        ]
        if said:
            found.append(UsedIn(run.example.name, run.example.span.line, run.holds, said[0]))
    return tuple(found)


def form_at(check: DraftCheck, criterion: Criterion) -> tuple[FormLine, ...]:
    """Return a criterion as lines of fields."""
    tree, written = check.writing.tree, check.written
    return () if tree is None or written is None else form_of(tree, criterion, written)


def candidates(records: Records, catalogue: Catalogue, language: str, on: date) -> tuple[tuple[str, Ready], ...]:
    """Return on whom a draft can be tried, by name: those on record, then the samples that ship."""
    samples = patients_of_files(yaml_files(resource_path("samples")), catalogue, on, on)
    shipped = ((Path(name).stem, ready) for name, ready in samples)
    return (*stored_patients(records, catalogue, language, on), *shipped)


def try_on(check: DraftCheck, ready: Ready, phrases: Phrases) -> Tried | None:
    """Judge one patient by a draft, in words that are shown and kept nowhere; None where the draft has an error."""
    if check.compiled is None:
        return None
    patient, scope = ready(), check.compiled.checked.scope
    screening = screen(check.compiled, patient.chart, patient.on)
    parts = screening.cohorts or (screening.best,)
    lines: list[str] = []
    for part in parts:
        lines += [in_language(part.title, phrases.language)] if screening.cohorts else []
        for judgement in part.judgements:
            sign = _SIGNS[judgement.verdict]
            lines.append(f"{sign} {named(judgement.criterion, scope, phrases)}\n{verdict_words(judgement, phrases)}")
    return Tried(part_line(screening.best, screening.chart, scope, phrases), tuple(lines))


def weigh_draft(
    text: str, file: str, library: Iterable[LibraryFile], acts: Iterable[InForce], catalogue: Catalogue, report: Report
) -> TakenIn:
    """Return what a draft would change, as of a file from disk; nothing is kept yet."""
    return take_in_content(Path(file), text.encode(), library, catalogue, report, acts)
